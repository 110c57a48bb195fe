import { setTimeout as rest } from 'node:timers/promises'

import type { Bilingual } from '@pult/contract/alert-words'
import type { SftpSettings } from '@pult/contract/connectors'
import { nextPickUp } from '@pult/engine/connectors'

import { importStatusOf, type Contacts } from '../contacts/index.ts'
import type { ConnectorRow } from './connector-store.ts'
import { openFarFolder, type FarFolder } from './far-folder.ts'
import type { Secret } from './kept-secret.ts'
import { noteLooked, readLookTimes } from './look-times.ts'
import { noteLeftBehind } from './progress.ts'
import type { Running } from './running.ts'
import {
  namesLike,
  SETTLED_MS,
  standingOf,
  takeFile,
  takenBefore,
  type FoundFile,
  type TakenFile,
} from './take-files.ts'
import { Trouble } from './trouble.ts'
import { ofFile } from './trouble-words.ts'

/** What picks up the files of one folder. */
export interface PickUp {
  readonly connector: ConnectorRow
  readonly running: Running
  readonly settings: SftpSettings
  readonly secret: Secret
  readonly bringIn: Contacts['bringIn']
}

/** How often is asked whether it is time. */
const ASK_EVERY_MS = 500
/** Of what a look left open, and of a line that was lost: again after this, then twice as long each time. */
const SOON_MS = 1000
const LATEST_MS = 5 * 60_000
/** What is still open then waits for the next set time. */
const MOST_LOOKS = 11
/** These pass by themselves; for the others somebody must do something, and trying often would only lock the user out. */
const PASSING = new Set(['unreachable', 'closed', 'mute'])

/** The file changed while it was read. */
class StillWritten extends Error {}

/** Picks up files at the set times, and when it is asked to, until told to stop. */
export async function pickUp(work: PickUp, signal: AbortSignal): Promise<void> {
  const { running, settings } = work
  const { database, runs } = running
  const scope = { centerId: runs.centerId }
  let again: number | null = null
  let seenAskedAt = 0
  let looks = 0
  let failures = 0
  while (!signal.aborted) {
    const { lookedAt, askedAt, now, zone } = await database.inCenter(scope, (tx) => readLookTimes(tx, runs))
    const planned = lookedAt === null ? 0 : nextPickUp(settings.when, lookedAt, zone)
    const isAsked = askedAt !== null && askedAt > Math.max(seenAskedAt, lookedAt ?? 0)
    if (!isAsked && now < (again ?? planned)) {
      await rest(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined)
      continue
    }
    seenAskedAt = askedAt ?? 0
    try {
      const isOpen = await lookOnce(work, signal)
      await database.inCenter(scope, (tx) => noteLooked(tx, runs, now))
      failures = 0
      looks = isOpen && looks < MOST_LOOKS ? looks + 1 : 0
      again = looks === 0 ? null : now + growing(looks)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof Trouble)) throw error
      await running.troubled(error)
      failures += 1
      again = PASSING.has(error.code)
        ? now + growing(failures)
        : Math.max(now + LATEST_MS, nextPickUp(settings.when, now, zone))
    }
  }
}

const growing = (count: number): number => Math.min(LATEST_MS, SOON_MS * 2 ** (count - 1))

/** Tries whether files could be picked up; throws a Trouble that says why not. */
export async function tryPickUp(settings: SftpSettings, secret: Secret): Promise<void> {
  const ends = new AbortController()
  const folder = await openFarFolder(settings, secret, { signal: ends.signal })
  try {
    await folder.list()
    if (settings.after === 'move') await folder.refuseNoFolder(settings.moveTo ?? '')
  } finally {
    folder.close()
  }
}

/** Takes what is new and has settled, and clears away what is imported; true when something was left open. */
async function lookOnce(work: PickUp, signal: AbortSignal): Promise<boolean> {
  const { running, settings, secret } = work
  const folder = await openFarFolder(settings, secret, { signal })
  try {
    const isWanted = namesLike(settings.pattern)
    const files = (await folder.list()).filter(({ name }) => isWanted(name))
    await running.connected()
    const known = await takenBefore(running, files)
    const standing = (file: FoundFile): string => standingOf(file, known.get(file.name))
    const fresh = files.filter((file) => standing(file) === 'fresh')
    const tookAll = await takeSettled(work, folder, fresh, signal)
    const cleared = await clearAway(
      work,
      folder,
      files.flatMap((file) => (standing(file) === 'taken' ? (known.get(file.name) ?? []) : [])),
    )
    const isCleared = cleared && (settings.after === 'leave' || fresh.length === 0)
    return !tookAll || !isCleared || files.some((file) => standing(file) === 'soon')
  } finally {
    folder.close()
  }
}

/** Takes those of the files that do not change for a moment; true when there were no others. */
async function takeSettled(
  { connector, running, bringIn }: PickUp,
  folder: FarFolder,
  fresh: readonly FoundFile[],
  signal: AbortSignal,
): Promise<boolean> {
  if (fresh.length === 0) return true
  await rest(SETTLED_MS, undefined, { signal })
  const now = new Map((await folder.list()).map((file) => [file.name, file]))
  let tookAll = true
  for (const file of fresh) {
    const again = now.get(file.name)
    if (again === undefined) continue
    try {
      if (!isSame(file, again)) throw new StillWritten()
      await takeFile(connector, running, bringIn, file, () => readWhole(folder, file))
    } catch (error) {
      if (error instanceof StillWritten) tookAll = false
      else if (error instanceof Trouble && !PASSING.has(error.code))
        await tellOfFile(running, ofFile(file.name, NOT_TAKEN, error.said))
      else throw error
    }
  }
  return tookAll
}

const isSame = (left: FoundFile, right: FoundFile): boolean =>
  left.size === right.size && left.modifiedAt === right.modifiedAt

/** The bytes of a file; fails where it is another one in the end than it was in the beginning. */
async function* readWhole(folder: FarFolder, file: FoundFile): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of folder.read(file.name)) {
    size += piece.length
    yield piece
  }
  const after = await folder.look(file.name)
  if (size !== file.size || after === null || !isSame(file, after)) throw new StillWritten()
}

/** Moves or deletes files whose import is done; true when none waits for that. What could not be read stays where it is. */
async function clearAway(
  { running, settings }: PickUp,
  folder: FarFolder,
  taken: readonly TakenFile[],
): Promise<boolean> {
  if (settings.after === 'leave') return true
  const { database, runs } = running
  let isClear = true
  for (const { name, importId, modifiedAt } of taken) {
    if (importId === null) continue
    const status = await database.inCenter(runs, (tx) => importStatusOf(tx, runs.centerId, importId))
    if (status === 'waiting' || status === 'reading' || status === 'rollingUp') isClear = false
    if (status !== 'done') continue
    try {
      if (settings.after === 'delete') await folder.remove(name)
      else await moveAway(folder, name, settings.moveTo ?? '', modifiedAt)
    } catch (error) {
      if (!(error instanceof Trouble) || PASSING.has(error.code)) throw error
      await tellOfFile(running, ofFile(name, STAYS, error.said))
    }
  }
  return isClear
}

/** Where a file of its name lies already, its time makes the name another one. */
async function moveAway(folder: FarFolder, name: string, into: string, modifiedAt: number): Promise<void> {
  try {
    await folder.move(name, into, name)
  } catch (error) {
    if (!(error instanceof Trouble) || error.code !== 'unreadable') throw error
    await folder.move(name, into, `${name}.${Math.round(modifiedAt / 1000)}`)
  }
}

const NOT_TAKEN = { en: 'is not taken', ru: 'не взят' }
const STAYS = { en: 'is imported and stays where it was', ru: 'загружен и остался на месте' }

function tellOfFile({ database, runs }: Running, said: Bilingual): Promise<void> {
  return database.inCenter(runs, (tx) => noteLeftBehind(tx, runs, said))
}
