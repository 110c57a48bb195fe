import type { FileOutcome } from '@pult/contract/market-refresh'
import { createSkillFinder, createTitleMatch } from '@pult/engine/market'

import { unprocessable, type Caller, type Platform, type Tx } from '../platform/index.ts'
import { createAreaMatch, ensureAreas } from './area-tree.ts'
import { recountFrom } from './count-snapshot.ts'
import { joinTwins } from './join-twins.ts'
import { changeSnapshot, createSnapshot, linkVacancies, reopenFiles } from './snapshot-store.ts'
import { readSpecialisation } from './specialisation-store.ts'
import { usualSkills } from './usual-skills.ts'
import { readVacancyFile } from './vacancy-file.ts'
import { keepVacancies, skillDictionary } from './vacancy-store.ts'

interface Given {
  readonly specialisationId: number
  readonly bytes: Buffer
  readonly fileName: string
  readonly takenOn: string
  /** Part of the snapshot that files of that day made, where there is one. */
  readonly isTogether: boolean
}

const PROBLEMS_TOLD = 200

/** Takes the vacancies of a file that fall under the specialisation, as a snapshot of a day. */
export async function importVacancies(
  tx: Tx,
  { live }: Pick<Platform, 'live'>,
  caller: Caller,
  { specialisationId, bytes, fileName, takenOn, isTogether }: Given,
): Promise<FileOutcome> {
  const { centerId } = caller
  const wanted = await readSpecialisation(tx, centerId, specialisationId)
  await ensureAreas(tx, centerId)
  const dictionary = await skillDictionary(tx, centerId)
  const file = readVacancyFile(bytes, createSkillFinder([...new Set([...dictionary, ...usualSkills])]))
  const isTitle = createTitleMatch(wanted)
  const isPlace = await createAreaMatch(tx, centerId, wanted.areaId)
  const titled = file.records.filter(({ title }) => isTitle(title))
  const taken = titled.filter(isPlace)
  if (taken.length === 0)
    throw unprocessable(
      'nothingFits',
      `Of ${file.rows} rows none fits the specialisation: ${file.records.length - titled.length} have another title, ${titled.length} another region.`,
      { values: { rows: file.rows, otherTitle: file.records.length - titled.length, otherRegion: titled.length } },
    )
  const begun = isTogether ? await reopenFiles(tx, centerId, specialisationId, { takenOn, fileName }) : null
  const snapshot = { specialisationId, takenOn, cause: 'file', fileName, madeByName: caller.name } as const
  const { snapshotId, counts: former } = begun ?? {
    snapshotId: await createSnapshot(tx, centerId, snapshot),
    counts: [],
  }
  const kept = await keepVacancies(tx, centerId, onePerId(taken), takenOn)
  await linkVacancies(tx, centerId, snapshotId, kept.vacancyIds, takenOn)
  await joinTwins(tx, centerId, snapshotId)
  const outcome = {
    rows: file.rows,
    read: kept.vacancyIds.length,
    otherTitle: file.records.length - titled.length,
    otherRegion: titled.length - taken.length,
  }
  const counts = {
    source: 'file' as const,
    requests: 0,
    retries: 0,
    gone: 0,
    problem: null,
    found: file.rows,
    read: outcome.read,
    fresh: kept.fresh,
    skillsTooLong: kept.skillsTooLong,
    otherTitle: outcome.otherTitle,
    otherRegion: outcome.otherRegion,
    unreadable: file.rows - file.records.length,
  }
  await changeSnapshot(tx, centerId, snapshotId, { status: 'done', progress: 1, counts: [...former, counts] })
  await recountFrom(tx, centerId, specialisationId, takenOn)
  await live.announce(tx, { centerId, topic: 'market', id: snapshotId })
  return {
    snapshotId,
    ...outcome,
    problems: file.problems.slice(0, PROBLEMS_TOLD),
    moreProblems: Math.max(0, file.problems.length - PROBLEMS_TOLD),
  }
}

/** A vacancy that stands in the file twice is one: the last row holds. */
function onePerId<Row extends { readonly source: string; readonly externalId: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [`${row.source} ${row.externalId}`, row])).values()]
}
