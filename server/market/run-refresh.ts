import type { SpecialisationDraft } from '@pult/contract/market'
import type { SourceCounts, SourceProblem } from '@pult/contract/market-words'
import { createSkillFinder, createTitleMatch } from '@pult/engine/market'

import { passingTrouble, type Platform, type Scope, type SecretBox, type Tx } from '../platform/index.ts'
import type { MarketAddresses } from './addresses.ts'
import { createAreaMatch, ensureAreas, keepTree, readAreaTree } from './area-tree.ts'
import { recountFrom } from './count-snapshot.ts'
import { joinTwins } from './join-twins.ts'
import { openSources, type OpenedSource } from './open-sources.ts'
import { SourceFailure, type Pace } from './polite-client.ts'
import { changeSnapshot, linkVacancies, snapshotPlace } from './snapshot-store.ts'
import { noteHealth } from './source-store.ts'
import { readSpecialisation } from './specialisation-store.ts'
import { keepVacancies, knownVacancies, skillDictionary } from './vacancy-store.ts'
import type { VacancyRecord } from './vacancy-record.ts'
import type { VacancySource } from './vacancy-source.ts'
import { usualSkills } from './usual-skills.ts'

export interface RefreshPorts {
  readonly box: SecretBox
  readonly addresses: MarketAddresses
  readonly pace: Pace
}

/** Cancelled or thrown away while it ran. */
class Superseded extends Error {}

const READ_AT_ONCE = 25

/** What one refresh works with. */
interface Work {
  readonly platform: Platform
  readonly scope: Scope
  readonly snapshotId: number
  readonly specialisationId: number
  readonly takenOn: string
  readonly wanted: SpecialisationDraft
  readonly tell: (progress: number, counts: readonly SourceCounts[]) => Promise<void>
}

/** Asks every source that is on for the vacancies active now. Begun again after a crash, it reads only what is not known yet. */
export async function runRefresh(
  platform: Platform,
  ports: RefreshPorts,
  scope: Scope,
  { snapshotId, now }: { readonly snapshotId: number; readonly now: number },
  signal: AbortSignal,
): Promise<void> {
  const { database, live, log } = platform
  const { centerId } = scope
  const change = (next: Parameters<typeof changeSnapshot>[3]): Promise<void> =>
    database.inCenter(scope, async (tx) => {
      if (!(await changeSnapshot(tx, centerId, snapshotId, next))) throw new Superseded()
      await live.announce(tx, { centerId, topic: 'market', id: snapshotId })
    })
  try {
    await change({ status: 'running', progress: 0 })
    const { place, wanted, dictionary } = await database.inCenter(scope, async (tx) => {
      const found = await snapshotPlace(tx, centerId, snapshotId)
      await ensureAreas(tx, centerId)
      return {
        place: found,
        wanted: await readSpecialisation(tx, centerId, found.specialisationId),
        dictionary: await skillDictionary(tx, centerId),
      }
    })
    const findSkills = createSkillFinder([...new Set([...dictionary, ...usualSkills])])
    const sources = await openSources(scope, { ...ports, database, now, signal, findSkills })
    const work = { platform, scope, snapshotId, ...place, wanted }
    const done: SourceCounts[] = []
    for (const source of sources) {
      const tell: Work['tell'] = async (progress, counts) => {
        signal.throwIfAborted()
        await change({ progress: (done.length + progress) / sources.length, counts: [...done, ...counts] })
      }
      done.push(await takeSource({ ...work, tell }, source))
    }
    const failed = done.filter(({ problem }) => problem !== null)
    if (failed.length === done.length)
      return await change({ status: 'failed', problem: failed[0]?.problem ?? 'noSource', counts: done })
    await finish(platform, scope, snapshotId, { ...place, counts: done })
  } catch (error) {
    if (error instanceof Superseded) return
    // Stopping the server is no failure, nor is a database that is away: the job comes back.
    if (signal.aborted || passingTrouble(error) !== null) throw error
    log.error({ err: error, snapshotId }, 'the market could not be refreshed')
    await change({ status: 'failed', problem: 'broken' }).catch(() => undefined)
  }
}

/** Makes a snapshot of what was read: joins what two sources show, counts it and those after it. */
export async function finish(
  { database, live }: Pick<Platform, 'database' | 'live'>,
  scope: Scope,
  snapshotId: number,
  told: { readonly specialisationId: number; readonly takenOn: string; readonly counts: readonly SourceCounts[] },
): Promise<void> {
  const { centerId } = scope
  await database.inCenter(scope, async (tx) => {
    await joinTwins(tx, centerId, snapshotId)
    if (!(await changeSnapshot(tx, centerId, snapshotId, { status: 'done', progress: 1, counts: told.counts })))
      throw new Superseded()
    await recountFrom(tx, centerId, told.specialisationId, told.takenOn)
    await live.announce(tx, { centerId, topic: 'market', id: snapshotId })
  })
}

/** What a source gave; its failure is part of that, so that one site that is down does not take the other with it. */
async function takeSource(work: Work, { kind, open }: OpenedSource): Promise<SourceCounts> {
  const { database, log } = work.platform
  const note = (problem: SourceProblem | null): Promise<void> =>
    database.inCenter(work.scope, (tx) => noteHealth(tx, work.scope.centerId, kind, problem))
  const counts = createCounts(kind)
  try {
    const source = await open()
    counts.tally = source.tally
    await takeAreas(work, source)
    await takeVacancies(work, source, counts)
    await note(null)
    return counts.now(null)
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error
    // Its sentence names the host and the reason, never a header.
    log.warn({ source: kind, problem: error.problem }, error.message)
    await note(error.problem)
    return counts.now(error.problem)
  }
}

interface Counts {
  tally: VacancySource['tally']
  readonly own: { -readonly [Key in keyof Omit<SourceCounts, 'source' | 'requests' | 'retries' | 'problem'>]: number }
  now(problem: SourceProblem | null): SourceCounts
}

function createCounts(source: SourceCounts['source']): Counts {
  const own = { found: 0, read: 0, fresh: 0, gone: 0, otherTitle: 0, otherRegion: 0, unreadable: 0, skillsTooLong: 0 }
  return {
    tally: { requests: 0, retries: 0 },
    own,
    now(problem) {
      return { source, ...this.tally, ...own, problem }
    },
  }
}

async function takeAreas({ platform, scope }: Work, source: VacancySource): Promise<void> {
  const areas = readAreaTree(await source.readAreas())
  if (areas.length > 0) await platform.database.inCenter(scope, (tx) => keepTree(tx, scope.centerId, areas))
}

async function takeVacancies(work: Work, source: VacancySource, counts: Counts): Promise<void> {
  const { platform, scope, specialisationId, tell } = work
  const isTitle = createTitleMatch(work.wanted)
  // The tree that has just come may know the region by another number.
  const { areaId, isPlace } = await platform.database.inCenter(scope, async (tx) => {
    const { areaId: now } = await readSpecialisation(tx, scope.centerId, specialisationId)
    return { areaId: now, isPlace: await createAreaMatch(tx, scope.centerId, now) }
  })
  const wanted = { ...work.wanted, areaId }
  const { own } = counts
  const whole: VacancyRecord[] = []
  const toRead: VacancyRecord[] = []
  for await (const { found, listed } of source.list(wanted)) {
    own.found = found
    for (const { record, isWhole } of listed) {
      if (record === null) own.unreadable++
      else if (!isTitle(record.title)) own.otherTitle++
      else if (!isPlace(record)) own.otherRegion++
      else (isWhole ? whole : toRead).push(record)
    }
    await tell(LISTING_SHARE * Math.min(1, (whole.length + toRead.length) / Math.max(1, found)), [counts.now(null)])
  }
  for (let start = 0; start < whole.length; start += READ_AT_ONCE * 4)
    await keep(work, whole.slice(start, start + READ_AT_ONCE * 4), own)
  await readDetails(work, source, toRead, counts)
}

/** Lists are short against reading one by one. */
const LISTING_SHARE = 0.05

/** Reads whole what is new or was published again; of the others it is enough that they are still there. */
async function readDetails(
  work: Work,
  source: VacancySource,
  listed: readonly VacancyRecord[],
  counts: Counts,
): Promise<void> {
  const { platform, scope, snapshotId, takenOn, tell } = work
  const { centerId } = scope
  const { own } = counts
  const toRead = await platform.database.inCenter(scope, async (tx) => {
    const ids = listed.map(({ externalId }) => externalId)
    const known = await knownVacancies(tx, centerId, source.kind, ids)
    const same = listed.filter(
      ({ externalId, publishedAt }) => known.has(externalId) && known.get(externalId)?.publishedAt === publishedAt,
    )
    const vacancyIds = same.flatMap(({ externalId }) => known.get(externalId)?.vacancyId ?? [])
    await linkVacancies(tx, centerId, snapshotId, vacancyIds, takenOn)
    own.read += same.length
    const isSame = new Set(same.map(({ externalId }) => externalId))
    return listed.filter(({ externalId }) => !isSame.has(externalId))
  })
  for (let start = 0; start < toRead.length; start += READ_AT_ONCE) {
    const read: VacancyRecord[] = []
    for (const { externalId } of toRead.slice(start, start + READ_AT_ONCE)) {
      const record = await source.read(externalId)
      if (record === null) own.gone++
      else read.push(record)
    }
    await keep(work, read, own)
    await tell(LISTING_SHARE + (1 - LISTING_SHARE) * ((start + READ_AT_ONCE) / toRead.length), [counts.now(null)])
  }
}

async function keep(
  { platform, scope, snapshotId, takenOn }: Work,
  records: readonly VacancyRecord[],
  own: Counts['own'],
): Promise<void> {
  await platform.database.inCenter(scope, async (tx: Tx) => {
    const kept = await keepVacancies(tx, scope.centerId, records, takenOn)
    await linkVacancies(tx, scope.centerId, snapshotId, kept.vacancyIds, takenOn)
    own.read += kept.vacancyIds.length
    own.fresh += kept.fresh
    own.skillsTooLong += kept.skillsTooLong
  })
}
