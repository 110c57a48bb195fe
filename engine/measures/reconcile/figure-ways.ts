import type { MeasureDefinition, Term } from '../definition.ts'
import { registry } from '../registry.ts'
import { counters } from '../counters.ts'
import type { OwnChange, ReportFigure, TimePart } from './report-change.ts'
import { OWN, type CountLayout, type PlainCount, type Threshold, type WithinCount } from './report-counts.ts'

/** A sum of counts by their places in a layout. */
export type Places = readonly (readonly [place: number, times: number])[]

/** One way in which a figure may have been computed. */
export interface FigureWay {
  /** What differs from Pult's own way; empty for that one. */
  readonly changes: readonly OwnChange[]
  readonly numerator: Places
  /** Empty for a count. */
  readonly denominator: Places
  readonly scale: number
}

/** How the centre computes its service level and its handling time. */
export interface StandingLevel {
  readonly measureId: string
  readonly within: Threshold
  readonly shortSeconds: number
  /** Of the handling time; talk, hold and after-contact work unless said. */
  readonly parts?: readonly TimePart[]
}

/** The rules that are held against an old service level, Pult's own first. */
export const levelRules: readonly string[] = [
  'serviceLevelNeutral',
  'serviceLevelStrict',
  'serviceLevelAnswered',
  'serviceLevelPositive',
  'serviceLevelShortCredit',
  'serviceLevelShortExcluded',
  'serviceLevelWithoutFlowOuts',
  'serviceLevelCallback',
]

type Plain = readonly (readonly [PlainCount, number?])[]

const SECOND = 1 / 1000
const settled: Plain = [['answered'], ['abandoned'], ['flowedOut']]

/** Every way to compute a figure, Pult's own first. */
export function waysOf(figure: ReportFigure, layout: CountLayout, level: StandingLevel): readonly FigureWay[] {
  const places = (terms: Plain): Places => terms.map(([count, times = 1]) => [layout.at(count), times])
  const way = (numerator: Plain, denominator: Plain, scale: number, ...changes: OwnChange[]): FigureWay => ({
    changes,
    numerator: places(numerator),
    denominator: places(denominator),
    scale,
  })
  const count = (numerator: Plain, ...changes: OwnChange[]): FigureWay => way(numerator, [], 1, ...changes)
  const share = (numerator: Plain, denominator: Plain, ...changes: OwnChange[]): FigureWay =>
    way(numerator, denominator, 1, ...changes)
  const mean = (numerator: Plain, denominator: Plain, ...changes: OwnChange[]): FigureWay =>
    way(numerator, denominator, SECOND, ...changes)
  switch (figure) {
    case 'offered':
      return [
        count([['offered']]),
        count([['offered'], ['stillOpen', -1]], { kind: 'openLeftOut' }),
        count([['offered'], ['outboundAttempts']], { kind: 'outbound' }),
      ]
    case 'answered':
      return [
        count([['answered']]),
        count([['answeredInInterval']], { kind: 'stamp', by: 'answered' }),
        count([['handledInInterval']], { kind: 'stamp', by: 'ended' }),
        count([['answered'], ['outboundReached']], { kind: 'outbound' }),
      ]
    case 'abandoned':
      return [count([['abandoned']])]
    case 'flowedOut':
      return [count([['flowedOut']])]
    case 'serviceLevel':
      return levelWays(layout, level)
    case 'abandonRate':
      return [
        share([['abandoned']], settled),
        share([['abandoned']], [['offered']], { kind: 'outOf', of: 'offered' }),
        share([['abandoned']], [['answered'], ['abandoned']], { kind: 'outOf', of: 'answeredAndAbandoned' }),
        share([['abandoned']], [['answered']], { kind: 'outOf', of: 'answered' }),
      ]
    case 'answerRate':
      return [
        share([['answered']], settled),
        share([['answered']], [['offered']], { kind: 'outOf', of: 'offered' }),
        share([['answered']], [['answered'], ['abandoned']], { kind: 'outOf', of: 'answeredAndAbandoned' }),
      ]
    case 'asaSeconds':
      return [
        mean([['waitAnsweredMs']], [['answered']]),
        mean([['waitAnsweredMs'], ['waitAbandonedMs'], ['waitFlowedOutMs']], settled, { kind: 'waits', of: 'all' }),
        mean([['waitAnsweredMs'], ['waitAbandonedMs']], [['answered'], ['abandoned']], {
          kind: 'waits',
          of: 'answeredAndAbandoned',
        }),
        mean([['waitAnsweredMs']], [['offered']], { kind: 'outOf', of: 'offered' }),
      ]
    case 'ahtSeconds':
      return [
        ...handling(mean, level.parts ?? wholeHandling, ...handlings),
        mean([['talkMs'], ['holdMs'], ['acwMs'], ['outboundHandleMs']], [['answered'], ['outboundReached']], {
          kind: 'outbound',
        }),
      ]
    case 'talkSeconds':
      return handling(mean, ['talk'], ['talk', 'hold'], ['talk', 'hold', 'acw'])
    case 'holdSeconds':
      return [mean([['holdMs']], [['answered']]), mean([['holdMs']], [['held']], { kind: 'outOf', of: 'held' })]
    case 'acwSeconds':
      return [mean([['acwMs']], [['answered']])]
    case 'transferRate':
      return [
        share([['transferredOut']], [['answered']]),
        share([['transferredOut']], [['offered']], { kind: 'outOf', of: 'offered' }),
      ]
  }
}

const partCounts: Readonly<Record<TimePart, PlainCount>> = {
  wait: 'waitAnsweredMs',
  talk: 'talkMs',
  hold: 'holdMs',
  acw: 'acwMs',
}

type Mean = (numerator: Plain, denominator: Plain, ...changes: OwnChange[]) => FigureWay

const wholeHandling: readonly TimePart[] = ['talk', 'hold', 'acw']
const handlings: readonly (readonly TimePart[])[] = [
  wholeHandling,
  ['talk'],
  ['talk', 'hold'],
  ['talk', 'acw'],
  ['wait', 'talk', 'hold'],
  ['wait', 'talk', 'hold', 'acw'],
]

/** Means over the answered: the first list of parts is the centre's own, the others are changes. */
const handling = (mean: Mean, own: readonly TimePart[], ...others: readonly (readonly TimePart[])[]): FigureWay[] =>
  [own, ...others.filter((parts) => parts.join() !== own.join())].map((parts, index) =>
    mean(
      parts.map((part): readonly [PlainCount] => [partCounts[part]]),
      [['answered']],
      ...(index === 0 ? [] : [{ kind: 'parts', parts } as const]),
    ),
  )

function levelWays(layout: CountLayout, level: StandingLevel): FigureWay[] {
  const rules = [level.measureId, ...levelRules.filter((id) => id !== level.measureId)]
  const thresholds = [level.within, ...[OWN, ...layout.thresholds].filter((one) => one !== level.within)] as Threshold[]
  return rules.flatMap((measureId) => {
    const definition = registry.find(measureId)
    return shortsOf(definition, layout, level).flatMap((shortSeconds) =>
      thresholds
        // A short abandon is shorter than the threshold, or every abandon within it were one.
        .filter((within) => shortSeconds === null || within === OWN || shortSeconds < within)
        .map((within): FigureWay => ({
          changes: [
            ...(measureId === level.measureId && (shortSeconds ?? level.shortSeconds) === level.shortSeconds
              ? []
              : [{ kind: 'rule', measureId, shortSeconds } as const]),
            ...(within === level.within ? [] : [{ kind: 'within', seconds: within === OWN ? null : within } as const]),
          ],
          numerator: placesOf(layout, definition.numerator, within, shortSeconds),
          denominator: placesOf(layout, definition.denominator, within, shortSeconds),
          scale: 1,
        })),
    )
  })
}

function shortsOf(definition: MeasureDefinition, { shorts }: CountLayout, level: StandingLevel): (number | null)[] {
  const speaks = [...definition.numerator, ...definition.denominator].some((term) => term.within === 'short')
  return speaks ? [level.shortSeconds, ...shorts.filter((seconds) => seconds !== level.shortSeconds)] : [null]
}

function placesOf(
  layout: CountLayout,
  terms: readonly Term[],
  within: Threshold,
  shortSeconds: number | null,
): [number, number][] {
  return terms.map(({ counter, times = 1, within: by }) => {
    const threshold = !counters[counter].threshold ? undefined : by === 'short' ? (shortSeconds ?? within) : within
    return [layout.at(counter as PlainCount | WithinCount, threshold), times]
  })
}

/** A figure's value from counts; null where there is nothing to divide by. */
export function valueOf({ numerator, denominator, scale }: FigureWay, counts: Float64Array): number | null {
  const above = sumOf(numerator, counts) * scale
  if (denominator.length === 0) return above
  const below = sumOf(denominator, counts)
  return below > 0 ? above / below : null
}

function sumOf(places: Places, counts: Float64Array): number {
  let sum = 0
  for (const [place, times] of places) sum += times * (counts[place] ?? 0)
  return sum
}
