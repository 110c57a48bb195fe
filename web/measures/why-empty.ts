import type { DrillFilter, MeasureColumn, Split } from '@pult/contract/measures'

/** Why a figure is empty, where it is the question's splits or filters: the row's contacts tell both. Undefined where it is not. */
export function whyEmpty(
  { notByReason, notByQueue, notByAgent }: Pick<MeasureColumn, 'notByReason' | 'notByQueue' | 'notByAgent'>,
  splitBy: readonly Split[],
  row: DrillFilter | null,
): 'notByReason' | 'notByQueue' | 'notByAgent' | undefined {
  const isBy = (...splits: readonly Split[]): boolean => splits.some((split) => splitBy.includes(split))
  const { queueIds, channels, directions, agentIds } = row ?? {}
  if (notByReason && isBy('pauseReason')) return 'notByReason'
  const isAboutQueues = (queueIds ?? channels ?? directions) !== undefined || isBy('queue', 'channel', 'direction')
  if (notByQueue && isAboutQueues) return 'notByQueue'
  return notByAgent && (agentIds !== undefined || isBy('agent', 'team')) ? 'notByAgent' : undefined
}
