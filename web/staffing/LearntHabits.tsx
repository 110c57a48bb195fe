import { Alert, Table, Text } from '@mantine/core'

import { staffingHabits, type Learnt, type QueueHabits } from '@pult/contract/staffing-habits'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { habitsText } from './habits-text.ts'

/** What a queue's own log says of patience and availability, by hour, and how sure that is. */
export function LearntHabits({ queueId }: { readonly queueId: number }) {
  const { centerId } = useCenter()
  const reply = useReply(staffingHabits.readHabits, { params: { centerId }, query: { queueId } })
  return <Reply reply={reply}>{(habits) => <Habits habits={habits} />}</Reply>
}

function Habits({ habits }: { readonly habits: QueueHabits }) {
  const t = useText(habitsText)
  const formats = useFormats()
  const { firstDay, lastDay, calls, hangUps, patienceSeconds, unlearnt, hours } = habits
  const values = {
    days: formats.dateRange(firstDay, lastDay),
    calls: formats.number(calls),
    hangUps: formats.number(hangUps),
  }
  const seconds = (learnt: Learnt | null): string =>
    learnt === null
      ? '–'
      : `${formats.number(learnt.value, 0)} (${formats.number(learnt.low, 0)}–${formats.number(learnt.high, 0)})`
  const percents = (learnt: Learnt | null): string =>
    learnt === null
      ? '–'
      : `${formats.number(learnt.value * 100, 0)} (${formats.number(learnt.low * 100, 0)}–${formats.number(learnt.high * 100, 0)})`
  const rows = [
    { name: t('whole'), own: habits },
    ...hours.map((one) => ({ name: `${String(one.hour).padStart(2, '0')}:00`, own: one })),
  ]
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('from', values)}
      </Text>
      {unlearnt !== null && <Alert color="brass">{t('notLearnt', { why: t(`unlearnt_${unlearnt}`) })}</Alert>}
      {patienceSeconds === null && unlearnt !== 'noHangUps' && <Alert color="brass">{t('noHangUps')}</Alert>}
      <ScrollTable minWidth={460}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['hour', 'calls', 'hangUps', 'patience', 'availability'] as const).map((name) => (
                <Table.Th key={name}>{t(name)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, own }, place) => (
              <Table.Tr key={name} fw={place === 0 ? 650 : undefined}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{formats.number(own.calls)}</Table.Td>
                <Table.Td>{formats.number(own.hangUps)}</Table.Td>
                <Table.Td>{seconds(own.patienceSeconds)}</Table.Td>
                <Table.Td>{percents(own.availability)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </>
  )
}
