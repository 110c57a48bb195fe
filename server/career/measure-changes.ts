import { sql } from 'kysely'

import type { CandidatesReply, ResultCandidate, ResultQuestion } from '@pult/contract/career-results'
import { MeasureQuery, type MeasureColumn, type MeasureFigure, type MeasureReply } from '@pult/contract/measures'
import { changeOf, judgeChanges } from '@pult/engine/career'
import { carriesInterval, registry, stamp, type MeasureDefinition } from '@pult/engine/measures'
import { dayNumber } from '@pult/engine/time'

import { answerMeasures } from '../measures/index.ts'
import { forbidden, invalid, unprocessable, type Caller, type Tx } from '../platform/index.ts'

/**
 * What chance can be told of, and so what can be a result. Volumes differ from period to period far beyond what counting chance explains, and
 * maxima, percentiles and shares of time have no interval: they are named among the rest and not computed, a year of their histograms least of all.
 */
const judged = registry.current.filter((one) => one.kind !== 'count' && carriesInterval(one))
const unjudged = registry.current.filter((one) => !judged.includes(one))

/** How every measure changed between two periods of the own centre, by the caller's own rights. `today` is the centre's. */
export async function findChanges(
  tx: Tx,
  caller: Caller,
  question: ResultQuestion,
  { now, today }: { readonly now: number; readonly today: string },
): Promise<CandidatesReply> {
  refuseImpossible(question, today)
  const { compared, hoursDue } = await compareMeasures(tx, caller, question, judged.map(stamp), now)
  const verdicts = judgeChanges(compared.map(({ candidate, better }) => ({ ...candidate, better })))
  const found = compared.map(({ candidate }, place) => ({ ...candidate, verdict: verdicts[place] ?? 'missing' }))
  return {
    candidates: [...found, ...unjudged.map(unjudgedCandidate)],
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
  // All measures in one question, so that each grain of the roll-ups is read once; no page could ask for so many.
  const ask = (days: ResultQuestion['period']): Promise<MeasureReply> => {
    const query = { ...MeasureQuery.parse({ ...days, measures: asked.slice(0, 1), filters }), measures: [...asked] }
    return answerMeasures(tx, caller, query, now, period)
  }
  const here = await ask(period)
  const there = await ask(before)
  return {
    compared: here.measures.map((column, place) =>
      comparedOf(column, here.total.figures[place], there.total.figures[place]),
    ),
    hoursDue: Math.max(here.hoursDue, there.hoursDue),
  }
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
    firstDay: await firstDayOf(tx, caller.centerId, queueIds),
  }
}

async function firstDayOf(tx: Tx, centerId: number, queueIds: readonly number[]): Promise<string | null> {
  const ofQueues = queueIds.length === 0 ? sql`true` : sql`queue_id = any(${[...queueIds]}::integer[])`
  const { rows } = await sql<{ day: string | null }>`
    select min(day) as day from queue_day where center_id = ${centerId} and offered > 0 and ${ofQueues}
  `.execute(tx)
  return rows[0]?.day ?? null
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

const sideOf = (figure: MeasureFigure | undefined): ResultCandidate['now'] => ({
  value: figure?.value ?? null,
  low: figure?.low ?? null,
  high: figure?.high ?? null,
  counted: figure?.denominator ?? 0,
})

const unjudgedCandidate = ({ name, short, unit, ...definition }: MeasureDefinition): ResultCandidate => ({
  measure: stamp({ name, unit, ...definition }),
  name: nameOf(name, short ?? null),
  unit,
  now: sideOf(undefined),
  before: sideOf(undefined),
  change: null,
  verdict: 'unjudged',
})

interface Compared {
  readonly candidate: Omit<ResultCandidate, 'verdict'>
  readonly better: MeasureColumn['better']
}

function comparedOf(
  { reference, name, short, unit, better }: MeasureColumn,
  here: MeasureFigure | undefined,
  there: MeasureFigure | undefined,
): Compared {
  const now = sideOf(here)
  const before = sideOf(there)
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
