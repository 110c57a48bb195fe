import type { WatchedFigure } from '@pult/engine/alerts'
import {
  counterKey,
  evaluate,
  thresholdOf,
  type CounterValues,
  type MeasureDefinition,
  type MeasureParameters,
} from '@pult/engine/measures'

/** The counters of one queue, judged by its own threshold. */
export interface QueueCounters {
  readonly values: CounterValues
  readonly parameters: MeasureParameters
  /** Contacts that have waited longer than the threshold and wait still: they are missed already. */
  readonly waitingLate: number
}

/** A measure of queues together: counters add up, each within its own queue's threshold, and are divided last. */
export function measured(definition: MeasureDefinition, queues: readonly QueueCounters[]): WatchedFigure {
  const [first] = queues
  if (first === undefined) return { value: null, contacts: 0, interval: null }
  const sum = queues.map((queue) => asJudgedBy(first.parameters, definition, queue)).reduce(add, {})
  const isLive =
    definition.id === 'serviceLevelNeutral' ||
    (definition.id === 'serviceLevel' && definition.denominator.some(({ counter }) => counter === 'abandoned'))
  const late = isLive ? queues.reduce((all, { waitingLate }) => all + waitingLate, 0) : 0
  // A call that waits too long is out of the service level as Today shows it, before anybody answers or hangs up.
  const { value, interval, denominator } = evaluate(definition, withLate(sum, late), first.parameters)
  const contacts =
    definition.kind === 'count' ? Number.POSITIVE_INFINITY : definition.kind === 'max' ? offered(sum) : denominator
  return { value, contacts, interval }
}

const offered = (values: CounterValues): number => values['offered'] ?? 0

function add(sum: CounterValues, values: CounterValues): CounterValues {
  const names = new Set([...Object.keys(sum), ...Object.keys(values)])
  return Object.fromEntries(
    [...names].map((name) => {
      const [left, right] = [sum[name] ?? 0, values[name] ?? 0]
      return [name, name === 'longestWaitMs' ? Math.max(left, right) : left + right]
    }),
  )
}

/** The queue's counters under the names that the common threshold gives them. */
function asJudgedBy(
  common: MeasureParameters,
  definition: MeasureDefinition,
  { values, parameters }: QueueCounters,
): CounterValues {
  const renamed = [...definition.numerator, ...definition.denominator].map((term): [string, number] => [
    counterKey(term.counter, thresholdOf(term, common)),
    values[counterKey(term.counter, thresholdOf(term, parameters))] ?? 0,
  ])
  const plain = Object.entries(values).filter(([name]) => !name.includes(':'))
  return Object.fromEntries([...plain, ...renamed].map(([name, value]) => [name, Number(value)]))
}

/** Somebody abandoned after the threshold counts as somebody who waits beyond it: in the denominator alone. */
const withLate = (values: CounterValues, late: number): CounterValues =>
  late === 0 ? values : { ...values, abandoned: (values['abandoned'] ?? 0) + late }
