import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, BrowserContext, ConsoleMessage, Page, Response } from 'playwright-core'

import { createApp, type App } from '../server/app.ts'
import { createLog, readSettings } from '../server/platform/index.ts'
import { createTestDatabase } from '../server/platform/testing/index.ts'
import { serveWebFiles } from '../server/platform/web-files.ts'
import { openBrowser } from '../tools/browser.ts'
import { addRunningDay } from './furnish-center.ts'
import { furnishedTemplate } from './furnished-database.ts'

/** In which form a page is looked at. */
export interface Form {
  readonly language: 'ru' | 'en'
  readonly scheme: 'light' | 'dark'
  readonly width: 'wide' | 'phone'
}

export const wideRussian: Form = { language: 'ru', scheme: 'light', width: 'wide' }
/** Two looks that meet every language, theme and width; with `PULT_FORMS=all` four, which meet each twice. */
export const forms: readonly Form[] = [
  wideRussian,
  { language: 'en', scheme: 'dark', width: 'phone' },
  ...(process.env['PULT_FORMS'] === 'all'
    ? ([
        { language: 'en', scheme: 'dark', width: 'wide' },
        { language: 'ru', scheme: 'dark', width: 'phone' },
      ] as const)
    : []),
]

/** A page that is open, and what it has complained about so far. */
export interface Visit {
  readonly page: Page
  /** Console errors, uncaught errors and refused requests. */
  readonly complaints: readonly string[]
  goTo(path: string): Promise<void>
  /** Goes there as a link of the app does, without loading everything anew: a third of the work of `goTo`. */
  turnTo(path: string): Promise<void>
  close(): Promise<void>
}

/** A whole Pult on a port with a real browser: a fresh database, the built web, a small living centre. */
export interface Pages {
  readonly app: App
  /** `http://127.0.0.1:…` */
  readonly address: string
  /** A centre of the demonstration's shape with a week of contacts; 0 when not furnished. */
  readonly centerId: number
  /** The first administrator's one-time link, not opened yet unless `signedIn`. */
  readonly oneTimeLink: string
  /** Opens an address as the first administrator, or as a stranger. */
  visit(path: string, form?: Form, who?: 'administrator' | 'stranger'): Promise<Visit>
  /** The same with a browser that has seen nothing of Pult yet. */
  firstVisit(path: string): Promise<Visit>
  close(): Promise<void>
}

/** A browser of one form: what it has loaded, and its tabs that nobody looks at. */
interface Known {
  readonly context: BrowserContext
  readonly idle: Page[]
}

export const PASSWORD = 'длинный пароль 7'
/** Other tests run beside on the same two cores: a limit is for what never comes, not for what is slow. */
const LONGEST_WAIT_MS = 60_000
export const EMAIL = 'elena@example.com'
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

/** Opens it. With `furnished` there is a centre to look at, with a few days of contacts; with `signedIn` the first administrator has come in. */
export async function openPages({ furnished = true, signedIn = true } = {}): Promise<Pages> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'pult-pages-'))
  const settings = readSettings({ dataFolder, port: 0, demo: false, logLevel: 'silent' }, {})
  const template = furnished ? await furnishedTemplate(settings) : null
  const { connectionString, drop } = await createTestDatabase(template?.name)
  const app = await createApp({ settings, log: createLog(process.env['PULT_TEST_LOG'] ?? 'silent'), connectionString })
  await serveWebFiles(app.http.app, join(import.meta.dirname, '..', 'web', 'dist'))
  const { address } = await app.start()
  if (template !== null) await addRunningDay(app, template.furnished)
  const centerId = template?.furnished.centerId ?? 0
  // After the centre is there, so that she administers it too.
  const oneTimeLink = (await app.firstAdministratorLink(address)) ?? ''
  const cookie = signedIn ? await comeIn(address, oneTimeLink) : ''
  const browser = await openBrowser()
  // Visits of one form share a browser that knows the scripts already, and its tabs: a new tab costs as much as a page.
  const known = new Map<string, Known>()
  const knownOf = async (form: Form, who: string): Promise<Known> => {
    const key = `${who} ${formName(form)}`
    const one = known.get(key) ?? { context: await openContext(browser, form), idle: [] }
    known.set(key, one)
    return one
  }
  return {
    app,
    address,
    centerId,
    oneTimeLink,
    async visit(path, form = wideRussian, who = 'administrator') {
      const { context, idle } = await knownOf(form, who)
      await context.clearCookies()
      await giveCookie(context, address, who === 'stranger' ? '' : cookie)
      return openVisit(idle.pop() ?? (await context.newPage()), address, path, async (page) => {
        await page.setViewportSize(sizes[form.width])
        idle.push(page)
      })
    },
    async firstVisit(path) {
      const context = await openContext(browser, wideRussian)
      await giveCookie(context, address, cookie)
      return openVisit(await context.newPage(), address, path, () => context.close())
    },
    async close() {
      await browser.close()
      await app.stop()
      await drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Opens the one-time link as a browser would and gives name, e-mail and password; resolves to the session's cookie. */
async function comeIn(address: string, link: string): Promise<string> {
  const opened = await fetch(link, { redirect: 'manual' })
  const cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const welcomed = await fetch(`${address}/api/v1/session/welcome`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name: 'Елена Орлова', email: EMAIL, password: PASSWORD }),
  })
  if (!welcomed.ok) throw new Error(`The first administrator could not come in: ${await welcomed.text()}`)
  return cookie
}

async function openContext(browser: Browser, { language, scheme, width }: Form): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: sizes[width],
    colorScheme: scheme,
    // What moves is not waited for: a person may ask for this, and then sees what the tests see.
    reducedMotion: 'reduce',
    locale: language === 'ru' ? 'ru-RU' : 'en-GB',
    timezoneId: 'Europe/Moscow',
    hasTouch: width === 'phone',
  })
  context.setDefaultTimeout(LONGEST_WAIT_MS)
  return context
}

/** `leave` is told of the tab when the visit is over. */
async function openVisit(
  page: Page,
  address: string,
  path: string,
  leave: (page: Page) => Promise<void>,
): Promise<Visit> {
  const { complaints, stop } = listenToComplaints(page)
  const goTo = async (to: string): Promise<void> => {
    await page.goto(to.startsWith('http') ? to : address + to)
    await settled(page)
  }
  const turnTo = async (to: string): Promise<void> => {
    await page.evaluate(followLink, to)
    await settled(page)
  }
  await goTo(path)
  const close = async (): Promise<void> => {
    stop()
    // What a person chose for this browser is forgotten before the next visit.
    await page.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    // Nothing of the app runs on in a tab that waits, and the same origin keeps its process.
    await page.goto(`${address}/icon.svg`)
    await leave(page)
  }
  return { page, complaints, goTo, turnTo, close }
}

/** Runs in the page; resolves when the app shows what the address names. */
function followLink(to: string): Promise<void> {
  interface Router {
    navigate(options: { href: string }): Promise<void>
    subscribe(event: 'onRendered', listener: () => void): () => void
  }
  // The router's own door for tools that look at it.
  const { __TSR_ROUTER__: router } = globalThis as unknown as { readonly __TSR_ROUTER__: Router }
  if (location.pathname + location.search === to) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = router.subscribe('onRendered', () => {
      stop()
      resolve()
    })
    void router.navigate({ href: to })
  })
}

async function giveCookie(context: BrowserContext, address: string, cookie: string): Promise<void> {
  const pairs = cookie.split('; ').filter((pair) => pair.includes('='))
  await context.addCookies(
    pairs.map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      url: address,
    })),
  )
}

function listenToComplaints(page: Page): { readonly complaints: string[]; readonly stop: () => void } {
  const complaints: string[] = []
  const onError = (error: Error): void => void complaints.push(`uncaught: ${error.message}`)
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`)
  }
  const onResponse = (response: Response): void => {
    if (response.status() >= 400)
      complaints.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  }
  page.on('pageerror', onError).on('console', onConsole).on('response', onResponse)
  const stop = (): void => {
    page.off('pageerror', onError).off('console', onConsole).off('response', onResponse)
  }
  return { complaints, stop }
}

/** Waits until the page has its heading and nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1')
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null)
}

/** By how many pixels the page is wider than its window; 0 is as it should be. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Keeps a picture of the page in the folder that `PULT_PICTURES` names; nothing without it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PULT_PICTURES']
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

export const formName = ({ language, scheme, width }: Form): string => `${language}-${scheme}-${width}`
