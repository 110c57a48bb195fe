import { List, Stack, Text } from '@mantine/core'

import { center } from '@pult/contract/center'
import { scheduleReports, type ShiftReason } from '@pult/contract/schedule-reports'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { reasonText } from './reason-text.ts'
import { reasonWords } from './reason-words.ts'
import { shiftText } from './shift-text.ts'

interface WhyShiftProps {
  readonly rosterId: number
  readonly agentId: number
  readonly day: string
}

/** Why she works then, or has the day off: what it saves, the next best, who would be missing without her. */
export function WhyShift({ rosterId, agentId, day }: WhyShiftProps) {
  const t = useText(shiftText)
  const { centerId } = useCenter()
  const reply = useReply(scheduleReports.explainShift, { params: { centerId, rosterId }, query: { agentId, day } })
  return (
    <Stack gap={4}>
      <Text size="sm" fw={550}>
        {t('why')}
      </Text>
      <Reply reply={reply}>{(reason) => <Reasons reason={reason} />}</Reply>
    </Stack>
  )
}

function Reasons({ reason: { withoutIt, nextBest, needs, reasons } }: { readonly reason: ShiftReason }) {
  const t = useText(shiftText)
  const words = useText(reasonText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } }).data?.queues ?? []
  const nameOf = (id: number): string => queues.find(({ queueId }) => queueId === id)?.name ?? String(id)
  return (
    <List size="sm">
      {withoutIt !== null && (
        <List.Item>{t('withoutIt', { cost: formats.signed(Math.round(withoutIt.total)) })}</List.Item>
      )}
      {nextBest !== null && (
        <List.Item>
          {nextBest.start === null || nextBest.end === null
            ? t('nextBestOff', { cost: formats.signed(Math.round(nextBest.costsMore)) })
            : t('nextBestShift', {
                from: formats.time(nextBest.start),
                to: formats.time(nextBest.end),
                cost: formats.signed(Math.round(nextBest.costsMore)),
              })}
        </List.Item>
      )}
      {needs.map((need) => (
        <List.Item key={`${need.queueId} ${need.from}`}>
          {t('neededThere', {
            queue: nameOf(need.queueId),
            from: formats.time(need.from),
            to: formats.time(need.to),
            count: Math.ceil(need.short),
          })}
        </List.Item>
      ))}
      {reasons.map((one) => (
        <List.Item key={`${one.code} ${JSON.stringify(one.values)}`}>{reasonWords(one, words)}</List.Item>
      ))}
      {withoutIt === null && nextBest === null && needs.length === 0 && reasons.length === 0 && (
        <List.Item>{t('noReason')}</List.Item>
      )}
    </List>
  )
}
