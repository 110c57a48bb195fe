import { sql } from 'kysely'

import type { CandidatesReply, ResultCandidate, ResultQuestion } from '@pult/contract/career-results'
import { MeasureQuery, type MeasureColumn, type MeasureFigure, type MeasureReply } from '@pult/contract/measures'
import { changeOf, judgeChanges } from '@pult/engine/career'
import { registry, stamp } from '@pult/engine/measures'
import { dayNumber } from '@pult/engine/time'

import { answerMeasures } from '../measures/index.ts'
import { forbidden, invalid, unprocessable, type Caller, type Tx } from '../platform/index.ts'

/** As many measures as one question takes. */
const AT_ONCE = 24

/** How every measure changed between two periods of the own centre, by the caller's own rights. `today` is the centre's. */
export async function findChanges(
  tx: Tx,
  caller: Caller,
  question: ResultQuestion,
  { now, today }: { readonly now: number; readonly today: string },
): Promise<CandidatesReply> {
  refuseImpossible(question, today)
  const { compared, hoursDue } = await compareMeasures(tx, caller, question, registry.current.map(stamp), now)
  const verdicts = judgeChanges(compared.map(({ candidate, better }) => ({ ...candidate, better })))
  return {
    candidates: compared.map(({ candidate }, place) => ({ ...candidate, verdict: verdicts[place] ?? 'missing' })),
    queues: await queueNames(tx, caller.centerId, question.queueIds),
    hoursDue,
    cover: await coverOf(tx, caller, question, now),
  }
}

/** By how much one measure differs between two periods, in its own unit; null where one of them has no value. Judges nothing. */
export async function changeNow(
  tx: Tx,
  caller: Caller,
  question: ResultQuestion,
  { measure, now }: { readonly measure: string; readonly now: number },
): Promise<number | null> {
  const { compared } = await compareMeasures(tx, caller, question, [measure], now)
  return compared[0]?.candidate.change ?? null
}

async function compareMeasures(
  tx: Tx,
  caller: Caller,
  { period, before, queueIds }: ResultQuestion,
  asked: readonly string[],
  now: number,
): Promise<{ readonly compared: readonly Compared[]; readonly hoursDue: number }> {
  if (caller.reach !== 'center') throw forbidden('only who sees the whole centre speaks for its results')
  const filters = queueIds.length === 0 ? {} : { queueIds }
  const compared: Compared[] = []
  let hoursDue = 0
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const measures = asked.slice(from, from + AT_ONCE)
    const ask = (days: ResultQuestion['period']): Promise<MeasureReply> =>
      answerMeasures(tx, caller, MeasureQuery.parse({ ...days, measures, filters }), now)
    const here = await ask(period)
    const there = await ask(before)
    hoursDue = Math.max(hoursDue, here.hoursDue, there.hoursDue)
    for (const [place, column] of here.measures.entries())
      compared.push(comparedOf(column, here.total.figures[place], there.total.figures[place]))
  }
  return { compared, hoursDue }
}

/** A period with data on nine days of ten is not compared with one that has them on seven. */
const ALIKE_WITHIN = 0.2

/** Which part of the days of both periods has contacts: a year that begins in autumn is no year to be measured against. */
async function coverOf(
  tx: Tx,
  caller: Caller,
  { period, before, queueIds }: ResultQuestion,
  now: number,
): Promise<CandidatesReply['cover']> {
  const filters = queueIds.length === 0 ? {} : { queueIds }
  const coverIn = async (days: ResultQuestion['period']): Promise<number> => {
    const query = MeasureQuery.parse({ ...days, measures: ['offered@1'], splitBy: ['day'], filters })
    const { rows } = await answerMeasures(tx, caller, query, now)
    const withData = rows.filter(({ figures }) => (figures[0]?.value ?? 0) > 0).length
    return withData / (dayNumber(days.to) - dayNumber(days.from))
  }
  const cover = { period: await coverIn(period), before: await coverIn(before) }
  return {
    ...cover,
    isAlike: Math.abs(cover.period - cover.before) <= ALIKE_WITHIN * Math.max(cover.period, cover.before),
  }
}

function refuseImpossible({ period, before }: ResultQuestion, today: string): void {
  for (const [name, { from, to }] of [['period', period] as const, ['before', before] as const])
    if (from >= to)
      throw invalid('periodBackwards', `body.${name}: the last day comes before the first.`, { at: `body.${name}` })
  if (period.to > today)
    throw unprocessable('periodNotOver', 'body.period: it is not over yet, so nobody knows its result.', {
      at: 'body.period',
    })
  if (before.to > period.from)
    throw unprocessable(
      'periodsOverlap',
      'body.before: it must end before the period that is compared with it begins.',
      {
        at: 'body.before',
      },
    )
}

const shortNames = registry.current.flatMap(({ short }) => short?.en ?? [])

/** What people call a measure, unless they call several so: six rules of service level are not one on paper. */
const nameOf = (name: MeasureColumn['name'], short: MeasureColumn['short']): MeasureColumn['name'] =>
  short !== null && shortNames.filter((one) => one === short.en).length === 1 ? short : name

/** The interval of a plain count is left out: volumes differ from period to period far beyond what counting chance explains. */
const sideOf = (figure: MeasureFigure | undefined, kind: MeasureColumn['kind']): ResultCandidate['now'] => ({
  value: figure?.value ?? null,
  low: kind === 'count' ? null : (figure?.low ?? null),
  high: kind === 'count' ? null : (figure?.high ?? null),
  counted: figure?.denominator ?? 0,
})

interface Compared {
  readonly candidate: Omit<ResultCandidate, 'verdict'>
  readonly better: MeasureColumn['better']
}

function comparedOf(
  { reference, name, short, unit, better, kind }: MeasureColumn,
  here: MeasureFigure | undefined,
  there: MeasureFigure | undefined,
): Compared {
  const now = sideOf(here, kind)
  const before = sideOf(there, kind)
  const change = now.value === null || before.value === null ? null : changeOf(unit, now.value, before.value)
  return { candidate: { measure: reference, name: nameOf(name, short), unit, now, before, change }, better }
}

/** Names of queues, in the order they were asked for; those of another centre have none. */
async function queueNames(tx: Tx, centerId: number, queueIds: readonly number[]): Promise<string[]> {
  if (queueIds.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select name from queue where center_id = ${centerId} and queue_id = any(${[...queueIds]}::integer[])
    order by array_position(${[...queueIds]}::integer[], queue_id::integer)
  `.execute(tx)
  return rows.map(({ name }) => name)
}
