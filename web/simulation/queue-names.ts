import { center } from '@pult/contract/center'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'

/** The names of queues; a number where one is not known (yet). */
export function useQueueNames(): (queueId: number) => string {
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const names = new Map((queues.data?.queues ?? []).map(({ queueId, name }) => [queueId, name]))
  return (queueId) => names.get(queueId) ?? String(queueId)
}
