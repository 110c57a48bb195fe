import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { schedule, type EditResult, type ShiftChange } from '@pult/contract/schedule'
import type { LawViolation } from '@pult/contract/schedule-roster'
import { ruleSeverities } from '@pult/contract/schedule-settings'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { useEdit } from './edit-history.ts'
import { EditOutcome } from './EditOutcome.tsx'
import type { DeskProps } from './desk-props.ts'
import { lawText } from './law-text.ts'

const colors = { block: 'brick', warn: 'brass', pay: 'gray', info: 'gray' } as const

/** Every rule of the law that the roster breaks, the gravest first: who, when, by how much, and what would cure it. */
export function LawTab({ roster, setView }: DeskProps) {
  const t = useText(lawText)
  const mayEdit = useMay('editSchedule') && roster.status === 'draft'
  const [done, setDone] = useState<EditResult | null>(null)
  const { change } = useEdit(roster, setDone)
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const reply = useReply(schedule.readViolations, { params }, { live: ['schedule'], keepFormer: true })
  return (
    <Section>
      {done !== null && <EditOutcome result={done} isTrial={false} onClose={() => setDone(null)} />}
      <Reply reply={reply}>
        {({ violations }) => (
          <ViolationList
            violations={violations}
            onCure={mayEdit ? change : null}
            onDay={(day) => setView({ tab: 'day', day }, { asStep: true })}
            empty={<EmptyState title={t('lawful')}>{t('lawfulHint')}</EmptyState>}
          />
        )}
      </Reply>
    </Section>
  )
}

interface ViolationListProps {
  readonly violations: readonly LawViolation[]
  /** Null where nothing may be changed. */
  readonly onCure: ((changes: readonly ShiftChange[]) => void) | null
  readonly onDay: (day: string) => void
  readonly empty: React.ReactNode
}

const gravity = (one: LawViolation): number => ruleSeverities.indexOf(one.severity)

function ViolationList({ violations, onCure, onDay, empty }: ViolationListProps) {
  const t = useText(lawText)
  const formats = useFormats()
  const said = useSaid()
  const rows = violations.toSorted((left, right) => gravity(left) - gravity(right) || left.day.localeCompare(right.day))
  const columns: ListColumn<LawViolation>[] = [
    {
      key: 'severity',
      title: t('severity'),
      cell: ({ severity }) => (
        <Badge variant="light" tt="none" fw={550} miw="max-content" color={colors[severity]}>
          {t(`severity_${severity}`)}
        </Badge>
      ),
    },
    { key: 'agent', title: t('agent'), cell: ({ agentName }) => agentName ?? t('wholeRoster') },
    {
      key: 'day',
      title: t('day'),
      cell: ({ day }) => (
        <Text
          component="button"
          type="button"
          size="sm"
          c="var(--mantine-color-anchor)"
          bd={0}
          p={0}
          bg="transparent"
          onClick={() => onDay(day)}
        >
          {formats.longDate(day)}
        </Text>
      ),
    },
    {
      key: 'what',
      title: t('whatIsBroken'),
      cell: (one) => (
        <Stack gap={2}>
          <Text size="sm">{said(one.sentence)}</Text>
          <Text size="xs" c="dimmed">
            {one.article}
            {one.isVerified ? '' : ` · ${t('unverified')}`}
            {one.isProvisional ? ` · ${t('provisional')}` : ''}
          </Text>
          {one.decision !== null && (
            <Text size="xs">{t('decidedBy', { name: one.decision.byName, reason: one.decision.reason })}</Text>
          )}
        </Stack>
      ),
    },
    {
      key: 'cure',
      title: t('cure'),
      cell: ({ cures }) => (
        <Stack gap={2}>
          {cures.map((cure) => (
            <Group key={said(cure.sentence)} gap="xs" wrap="nowrap" justify="space-between">
              <Text size="sm">{said(cure.sentence)}</Text>
              {onCure !== null && cure.changes.length > 0 && (
                <Button
                  size="compact-xs"
                  variant="light"
                  aria-label={t('applyCure', { cure: said(cure.sentence) })}
                  onClick={() => onCure(cure.changes)}
                >
                  {t('apply')}
                </Button>
              )}
            </Group>
          ))}
        </Stack>
      ),
    },
  ]
  return (
    <ListTable
      label={t('tab_law')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      words={(one) => `${one.agentName ?? ''} ${one.article} ${said(one.sentence)}`}
      empty={empty}
    />
  )
}
