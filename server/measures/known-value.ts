import { evaluate, type MeasureDefinition, type MeasureParameters } from '@pult/engine/measures'
import { wilsonInterval } from '@pult/engine/numeric'

import type { Asked } from './asked.ts'
import { isByAgent, isByReason, isTime } from './counter-sql.ts'
import { isAboutAgents, isAboutQueues, isAboutReasons, isFinerThanTime } from './groups.ts'
import { valueOfOwnSums } from './own-sums.ts'
import { isInterpolated, OWN_THRESHOLD } from './own-thresholds.ts'

const nothing = { value: null, numerator: 0, denominator: 0, approximate: false, interval: null }

/** What the roll-ups of this question cannot know is null, never 0. */
export function knownValue(
  asked: Asked,
  place: number,
  values: Readonly<Record<string, number>>,
  parameters: MeasureParameters,
): ReturnType<typeof evaluate> {
  const definition = asked.definitions[place] as MeasureDefinition
  const own = asked.measures[place]?.stretches ?? null
  if (definition.kind === 'recall') return recallValue(definition, values)
  const { splitBy, filters } = asked.base
  const [agents, queues] = [isAboutAgents(splitBy, filters), isAboutQueues(splitBy, filters)]
  const held = own === null ? [definition] : own.map((one) => one.own.definition)
  const terms = held.flatMap(({ numerator, denominator }) => [...numerator, ...denominator])
  if (agents && terms.some((term) => !isByAgent(term.counter))) return nothing
  if (isAboutReasons(splitBy) && terms.some((term) => !isByReason(term.counter))) return nothing
  const knowsTime = !queues && !isFinerThanTime(asked.base)
  if (!knowsTime && terms.some((term) => isTime(term.counter))) return nothing
  if (Object.keys(values).length === 0) return nothing
  if (own !== null) return valueOfOwnSums(definition, place, values, asked.query.exact) ?? nothing
  const told = evaluate(definition, values, parameters)
  const isOwn = parameters.withinSeconds === OWN_THRESHOLD
  const figure = isOwn ? { ...told, approximate: isInterpolated(asked.ownThresholds ?? []) } : told
  return asked.query.exact && definition.kind !== 'percentile' ? { ...figure, approximate: false } : figure
}

function recallValue(
  definition: MeasureDefinition,
  values: Readonly<Record<string, number>>,
): ReturnType<typeof evaluate> {
  const denominator = values[definition.id === 'retryRate' ? 'identifiedLost' : 'matters'] ?? 0
  const numerator = values[definition.id === 'retryRate' ? 'lostCameAgain' : 'mattersOfOneContact'] ?? 0
  if (denominator === 0) return nothing
  const interval = wilsonInterval(numerator, denominator, 0.95)
  return { value: numerator / denominator, numerator, denominator, approximate: false, interval }
}
