import { List, Stack, Text } from '@mantine/core'

import { center } from '@pult/contract/center'
import { scheduleReports, type ShiftReason } from '@pult/contract/schedule-reports'
import type { Roster } from '@pult/contract/schedule-roster'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { needRanges } from './need-ranges.ts'
import { reasonText } from './reason-text.ts'
import { limitWords } from './reason-words.ts'
import { shiftText } from './shift-text.ts'

interface WhyShiftProps {
  readonly roster: Roster
  readonly agentId: number
  readonly day: string
}

/** Why she works then: what a day off would cost, the next best, who would be missing without her. */
export function WhyShift({ roster: { rosterId, slotMinutes }, agentId, day }: WhyShiftProps) {
  const t = useText(shiftText)
  const { centerId } = useCenter()
  const reply = useReply(scheduleReports.explainShift, { params: { centerId, rosterId }, query: { agentId, day } })
  return (
    <Stack gap={4}>
      <Text size="sm" fw={550}>
        {t('why')}
      </Text>
      <Reply reply={reply}>{(reason) => <Reasons reason={reason} slotMinutes={slotMinutes} />}</Reply>
    </Stack>
  )
}

interface ReasonsProps {
  readonly reason: ShiftReason
  readonly slotMinutes: number
}

function Reasons({ reason: { without, nextBest, needs }, slotMinutes }: ReasonsProps) {
  const t = useText(shiftText)
  const limits = useText(reasonText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } }).data?.queues ?? []
  const nameOf = (id: number): string => queues.find(({ queueId }) => queueId === id)?.name ?? String(id)
  const ranges = needRanges(needs, slotMinutes)
  return (
    <List size="sm">
      {without !== null && (
        <List.Item>{t('withoutIt', { cost: formats.signed(Math.round(without.difference.total)) })}</List.Item>
      )}
      {without?.broken.map((limit) => (
        <List.Item key={limit}>{t('withoutItBreaks', { limit: limitWords(limit, limits) })}</List.Item>
      ))}
      {nextBest !== null && (
        <List.Item>
          {t('nextBestShift', {
            from: formats.time(nextBest.start),
            to: formats.time(nextBest.end),
            cost: formats.signed(Math.round(nextBest.difference.total)),
          })}
        </List.Item>
      )}
      {ranges.map(({ queueId, from, to, missing }) => (
        <List.Item key={`${queueId} ${from}`}>
          {t('neededThere', {
            queue: nameOf(queueId),
            from: formats.time(from),
            to: formats.time(to),
            count: Math.ceil(missing),
          })}
        </List.Item>
      ))}
      {without === null && nextBest === null && ranges.length === 0 && <List.Item>{t('noReason')}</List.Item>}
    </List>
  )
}
