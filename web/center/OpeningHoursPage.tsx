import { ActionIcon, Button, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { center, type OpeningHours, type Weekly } from '@pult/contract/center'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { centerText } from './center-text.ts'
import { HoursDialog } from './HoursDialog.tsx'
import { isWholeDay, runsOf } from './week.ts'

/** Weekly patterns of opening hours, with breaks. */
export function OpeningHoursPage() {
  const t = useText(centerText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editCenter')
  const [opened, setOpened] = useState<OpeningHours | 'new' | null>(null)
  const reply = useReply(center.listOpeningHours, { params: { centerId } })
  const queues = useReply(center.listQueues, { params: { centerId } })
  const columns: ListColumn<OpeningHours>[] = [
    { key: 'name', title: t('name'), cell: (hours) => hours.name },
    { key: 'week', title: t('week'), cell: (hours) => <WeekWords weekly={hours.weekly} /> },
    {
      key: 'queues',
      title: t('usedBy'),
      cell: (hours) => (
        <Text span size="sm" c="dimmed">
          {(queues.data?.queues ?? [])
            .filter((queue) => queue.openingHoursId === hours.openingHoursId)
            .map((queue) => queue.name)
            .join(', ') || '–'}
        </Text>
      ),
    },
  ]
  if (mayEdit) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (hours) => (
        <ActionIcon aria-label={t('change', { name: hours.name })} onClick={() => setOpened(hours)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <Page
      title={t('hours')}
      subtitle={t('hoursHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
            {t('newHours')}
          </Button>
        )
      }
    >
      <Section>
        <Reply reply={reply}>
          {(found) => (
            <ListTable
              label={t('hours')}
              columns={columns}
              rows={found.openingHours}
              rowKey={(hours) => hours.openingHoursId}
              empty={<EmptyState title={t('noHoursYet')}>{t('noHoursYetHint')}</EmptyState>}
            />
          )}
        </Reply>
      </Section>
      {opened !== null && <HoursDialog hours={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

/** "Mon–Fri 09:00–13:00, 14:00–18:00 · Sat–Sun closed". */
function WeekWords({ weekly }: { readonly weekly: Weekly }) {
  const t = useText(centerText)
  const formats = useFormats()
  return (
    <>
      {runsOf(weekly).map(({ from, to, periods }) => (
        <div key={from}>
          <Text span size="sm" c="dimmed">
            {from === to ? formats.weekday(from) : `${formats.weekday(from)}–${formats.weekday(to)}`}
          </Text>{' '}
          {periods.length === 0
            ? t('closed')
            : isWholeDay(periods)
              ? t('wholeDay')
              : periods.map((period) => period.join('–')).join(', ')}
        </div>
      ))}
    </>
  )
}
