import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { chromium, type Browser } from 'playwright-core'

const PLACES = [
  process.env['PULT_CHROMIUM'] ?? '',
  // The same browser without its own window: a page is looked at in two thirds of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Flags for a machine without network and without a sandbox for root. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
]

/**
 * A real browser for tests and pictures: the system's, else Debian's package where this user may install it, else the one
 * that npm ships. Throws an Error that says what to install when none can be had.
 */
export async function openBrowser(): Promise<Browser> {
  const installed = PLACES.find((path) => path !== '' && existsSync(path)) ?? installFromDebian()
  const asRoot = process.getuid?.() === 0
  if (installed !== undefined) {
    return chromium.launch({ executablePath: installed, args: [...FLAGS, ...(asRoot ? ['--no-sandbox'] : [])] })
  }
  return openBundledBrowser().catch((error: unknown) => {
    throw new Error(
      'The tests of the pages need a browser and none could be had: install Chromium or Chrome, or name one in PULT_CHROMIUM.',
      { cause: error },
    )
  })
}

function installFromDebian(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.error('No browser found: installing Debian’s chromium for the tests of the pages')
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update', '-qq'], quiet)
  // Older releases of Debian have only the whole browser.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'], quiet)
    if (existsSync(`/usr/bin/${name}`)) return `/usr/bin/${name}`
  }
  return undefined
}

async function openBundledBrowser(): Promise<Browser> {
  const { default: bundled } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...bundled.args, ...FLAGS] })
}
