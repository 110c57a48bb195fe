import type { Tx } from '../platform/index.ts'
import { addCounter, isAboutAgents, withinDay, type Group, type GroupQuery } from './groups.ts'
import { recallFromDays, standingDays } from './recall-days.ts'
import { recallFromFacts, type RecallWindows } from './recall-facts.ts'

/** Each stretch of facts is read with its windows around it: where many days are missing here and there, all of it is read at once. */
const MOST_STRETCHES = 4

/** Adds to groups who came again: of the days that stand, and of the facts for the rest. */
export async function addRecall(
  tx: Tx,
  query: GroupQuery,
  windows: RecallWindows,
  knownUntil: number,
  groups: readonly Group[],
): Promise<Group[]> {
  const byKeys = new Map(groups.map((group) => [JSON.stringify(group.keys), group]))
  for (const { keys, values } of await recallGroups(tx, query, windows, knownUntil)) {
    const name = JSON.stringify(keys)
    const group = byKeys.get(name) ?? { keys, values: {} }
    byKeys.set(name, group)
    for (const [counter, value] of Object.entries(values)) addCounter(group.values, counter, value)
  }
  return [...byKeys.values()]
}

async function recallGroups(
  tx: Tx,
  query: GroupQuery,
  windows: RecallWindows,
  knownUntil: number,
): Promise<readonly Group[]> {
  const { period, splitBy, filters } = query
  const isOfDays = period.wholeDays && !withinDay(splitBy) && !isAboutAgents(splitBy, filters)
  const standing = isOfDays ? await standingDays(tx, query, windows) : { days: [], between: [period] }
  const { days, between } = standing.between.length > MOST_STRETCHES ? { days: [], between: [period] } : standing
  const groups = days.length === 0 ? [] : await recallFromDays(tx, query, days)
  for (const span of between)
    groups.push(...(await recallFromFacts(tx, { ...query, period: { ...span, wholeDays: true } }, windows, knownUntil)))
  return groups
}
