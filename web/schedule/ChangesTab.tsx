import { Badge, Text } from '@mantine/core'

import { schedule, type RosterChange } from '@pult/contract/schedule'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import type { DeskProps } from './desk-props.ts'
import { reportText } from './report-text.ts'

/** Who changed what and when, the newest first. */
export function ChangesTab({ roster }: DeskProps) {
  const t = useText(reportText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const reply = useReply(schedule.listChanges, { params }, { live: ['schedule'], keepFormer: true })
  const columns: ListColumn<RosterChange>[] = [
    { key: 'at', title: t('when'), cell: ({ at }) => formats.dateTime(at) },
    { key: 'by', title: t('who'), cell: ({ byName }) => byName },
    {
      key: 'what',
      title: t('what'),
      cell: ({ kind, shifts, isUndone }) => (
        <>
          {t(`change_${kind}`, { count: shifts })}{' '}
          {isUndone && (
            <Badge variant="light" tt="none" color="gray">
              {t('undone')}
            </Badge>
          )}
        </>
      ),
    },
    {
      key: 'acts',
      title: t('acts'),
      cell: ({ changes }) => (
        <Text size="sm" c="dimmed">
          {[...new Set(changes.map(({ kind }) => t(`act_${kind}`)))].join(', ') || '–'}
        </Text>
      ),
    },
  ]
  return (
    <Section>
      <Reply reply={reply}>
        {({ changes }) => (
          <ListTable
            label={t('tab_changes')}
            columns={columns}
            rows={changes}
            rowKey={({ version }) => version}
            empty={<EmptyState title={t('noChanges')} />}
          />
        )}
      </Reply>
    </Section>
  )
}
