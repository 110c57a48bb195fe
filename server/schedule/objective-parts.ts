import type { ObjectiveParts } from '@pult/contract/schedule-roster'
import type { RosterScore } from '@pult/engine/schedule'

export function partsOf({ objective, parts }: RosterScore): ObjectiveParts {
  const { service, money, wishes, fairness, stability, activities } = parts
  // A meeting without a place harms the service: it will take somebody from her post.
  return { total: objective, service: service + activities, money, wishes, fairness, stability }
}
