import { Alert } from '@mantine/core'

import { center } from '@pult/contract/center'
import type { ForecastQueue } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { forecastText } from './forecast-text.ts'

/** So many of a queue are named, the last ones. */
const NAMED = 5

/** Says which zeros were taken for outages: whoever knows better can tell. */
export function OutagesNote({ queues }: { readonly queues: readonly ForecastQueue[] }) {
  const t = useText(forecastText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const names = useReply(center.listQueues, { params: { centerId } })
  const nameOf = (id: number): string => names.data?.queues.find(({ queueId }) => queueId === id)?.name ?? String(id)
  const doubted = queues.filter(({ outages }) => outages.length > 0)
  if (doubted.length === 0) return null
  return (
    <Alert color="gray" title={t('outages')}>
      {doubted.map(({ queueId, outages }) => (
        <div key={queueId}>
          {t('outagesOf', {
            queue: nameOf(queueId),
            stretches: outages
              .slice(-NAMED)
              .map(({ from, to }) => `${formats.dateTime(from)} – ${formats.time(to)}`)
              .join('; '),
            count: outages.length,
          })}
        </div>
      ))}
    </Alert>
  )
}
