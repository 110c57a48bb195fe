import { Group, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import type { TodayReply } from '@pult/contract/measures-today'

import { Explain } from '../ui/Explain.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { TargetMark } from '../ui/NumberCard.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { Lead } from './Lead.tsx'
import { measuresText } from './measures-text.ts'
import { targetStates } from './target-states.ts'
import { levelToday, useExplained, useTodayLeads } from './today-leads.ts'

/** Each queue leads to its half-hours, each of its numbers to what stands behind it. */
export function TodayQueues({ today }: { readonly today: TodayReply }) {
  const t = useText(measuresText)
  const formats = useFormats()
  const explained = useExplained(today.definitions)
  const heading = (words: string, id: string): ReactNode => {
    const about = explained(id)
    return about === undefined ? words : <Explain about={about}>{words}</Explain>
  }
  return (
    <ScrollTable minWidth={720}>
      <Table verticalSpacing={6} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('queue')}</Table.Th>
            <Table.Th ta="end">
              <Explain about={{ name: t('waiting'), formula: t('waitingMeans') }}>{t('waiting')}</Explain>
            </Table.Th>
            <Table.Th ta="end">
              <Explain about={levelToday(today.definitions, { t, formats })}>{t('serviceLevel')}</Explain>
            </Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th ta="end">{heading(t('offered'), 'offered')}</Table.Th>
            <Table.Th ta="end">{heading(t('answered'), 'answered')}</Table.Th>
            <Table.Th ta="end">{heading(t('abandonRate'), 'abandonRate')}</Table.Th>
            <Table.Th ta="end">{heading(t('asa'), 'asaSeconds')}</Table.Th>
            <Table.Th ta="end">{heading(t('aht'), 'ahtSeconds')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {today.queues.map((queue) => (
            <Queue key={queue.queueId} queue={queue} today={today} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

function Queue({ queue, today }: { readonly queue: TodayReply['queues'][number]; readonly today: TodayReply }) {
  const t = useText(measuresText)
  const formats = useFormats()
  const lead = useTodayLeads(today)
  const { queueId } = queue
  return (
    <Table.Tr>
      <Table.Td>
        <Lead to={lead.measures(['offered', 'answered', 'abandonRate', 'serviceLevel', 'asaSeconds'], queueId)}>
          {queue.name}
        </Lead>{' '}
        <Text span size="xs" c="dimmed">
          {t(queue.channel)}
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        <Lead to={queue.waiting === 0 ? null : lead.waiting(queueId)}>{formats.number(queue.waiting)}</Lead>
        {queue.longestWaitSeconds !== null && (
          <Text size="xs" c="dimmed">
            {formats.duration(queue.longestWaitSeconds)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="end">
        <Lead to={lead.measures(['serviceLevel', 'offered', 'answered', 'abandoned'], queueId)}>
          {formats.percent(queue.serviceLevel.value)}
        </Lead>
      </Table.Td>
      <Table.Td>
        {queue.target !== null && (
          <Group gap={6} wrap="nowrap">
            <TargetMark state={targetStates[queue.target.state]} withWords={false} />
            <Text span size="sm" style={{ whiteSpace: 'nowrap' }}>
              {formats.serviceTarget({ fraction: queue.target.value, withinSeconds: queue.target.withinSeconds })}
              {queue.serviceLevel.value !== null && (
                <Text span size="xs" c="dimmed">
                  {' '}
                  {formats.points(queue.serviceLevel.value - queue.target.value)}
                </Text>
              )}
            </Text>
          </Group>
        )}
      </Table.Td>
      <Table.Td ta="end">
        <Lead to={lead.contacts(undefined, queueId)}>{formats.number(queue.offered)}</Lead>
        {queue.usual !== null && (
          <Text size="xs" c="dimmed">
            {t('usual', { value: formats.number(queue.usual.offered, 0) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="end">
        <Lead to={lead.contacts('answered', queueId)}>{formats.number(queue.answered)}</Lead>
      </Table.Td>
      <Table.Td ta="end">
        <Lead to={lead.contacts('abandoned', queueId)}>{formats.percent(queue.abandonRate)}</Lead>
      </Table.Td>
      <Table.Td ta="end">
        <Lead to={lead.measures(['asaSeconds', 'waitP90Seconds', 'longestWaitSeconds', 'answered'], queueId)}>
          {formats.duration(queue.asaSeconds)}
        </Lead>
      </Table.Td>
      <Table.Td ta="end">
        <Lead to={lead.measures(['ahtSeconds', 'meanTalkSeconds', 'meanAcwSeconds', 'handled'], queueId)}>
          {formats.duration(queue.ahtSeconds)}
        </Lead>
      </Table.Td>
    </Table.Tr>
  )
}
