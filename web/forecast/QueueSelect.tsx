import { Select } from '@mantine/core'

import { center } from '@pult/contract/center'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { forecastText } from './forecast-text.ts'

/** One queue, or all of them when nothing is chosen. */
export function QueueSelect({
  label,
  value,
  onChange,
}: {
  /** Seen above the field; unseen, its name for screen readers. */
  readonly label?: string
  readonly value: number | null
  readonly onChange: (id: number | null) => void
}) {
  const t = useText(forecastText)
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  return (
    <Select
      {...(label === undefined ? { 'aria-label': t('queue'), w: 220 } : { label })}
      placeholder={t('allQueues')}
      clearable
      searchable
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
      data={(queues.data?.queues ?? []).map(({ queueId, name }) => ({ value: String(queueId), label: name }))}
    />
  )
}
