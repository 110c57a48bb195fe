import type { MeasureDefinition } from './definition.ts'
import { agentTimes } from './definitions/agent-times.ts'
import { agents } from './definitions/agents.ts'
import { customers } from './definitions/customers.ts'
import { handlingTimes } from './definitions/handling.ts'
import { outbound } from './definitions/outbound.ts'
import { serviceLevels } from './definitions/service-level.ts'
import { volume } from './definitions/volume.ts'
import { waiting } from './definitions/waiting.ts'

/** Every definition ever published. Add versions; change none. */
export const publishedDefinitions: readonly MeasureDefinition[] = [
  ...volume,
  ...serviceLevels,
  ...waiting,
  ...handlingTimes,
  ...customers,
  ...agents,
  ...agentTimes,
  ...outbound,
]
