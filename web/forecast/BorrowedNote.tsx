import { Alert } from '@mantine/core'

import { center } from '@pult/contract/center'
import type { ForecastQueue } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { forecastText } from './forecast-text.ts'

/** Says which new queues were lent a past, and by whom. */
export function BorrowedNote({ queues }: { readonly queues: readonly ForecastQueue[] }) {
  const t = useText(forecastText)
  const { centerId } = useCenter()
  const names = useReply(center.listQueues, { params: { centerId } })
  const nameOf = (id: number): string => names.data?.queues.find(({ queueId }) => queueId === id)?.name ?? String(id)
  const lent = queues.flatMap(({ queueId, historyDays, borrowedFrom }) =>
    borrowedFrom === null
      ? []
      : [t('borrowed', { queue: nameOf(queueId), count: historyDays, lender: nameOf(borrowedFrom) })],
  )
  if (lent.length === 0) return null
  return (
    <Alert color="gray">
      {lent.map((words) => (
        <div key={words}>{words}</div>
      ))}
    </Alert>
  )
}
