import { Badge, Button, Group, Stack, Text } from '@mantine/core'

import type { ShiftChange } from '@pult/contract/schedule'
import type { LawViolation } from '@pult/contract/schedule-roster'

import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import type { LawGrouping } from './law-groups.ts'
import { lawText } from './law-text.ts'

const colors = { block: 'brick', warn: 'brass', pay: 'gray', info: 'gray' } as const
const SHOWN_AT_ONCE = 50

/** How grave it is, in colour and in words. */
export function SeverityBadge({ severity }: Pick<LawViolation, 'severity'>) {
  const t = useText(lawText)
  return (
    <Badge variant="light" tt="none" fw={550} miw="max-content" color={colors[severity]}>
      {t(`severity_${severity}`)}
    </Badge>
  )
}

interface LawListProps {
  readonly label: string
  readonly violations: readonly LawViolation[]
  /** By what they are grouped: what all have alike is not said again. */
  readonly by: LawGrouping
  /** Null where nothing may be changed. */
  readonly onCure: ((changes: readonly ShiftChange[]) => void) | null
  readonly onDay: (day: string) => void
}

/** Breaches one by one: who, when, by how much, and what would cure it. */
export function LawList({ label, violations, by, onCure, onDay }: LawListProps) {
  const t = useText(lawText)
  const formats = useFormats()
  const said = useSaid()
  const columns: ListColumn<LawViolation>[] = [
    by === 'rule'
      ? { key: 'agent', title: t('agent'), cell: ({ agentName }) => agentName ?? t('wholeRoster') }
      : { key: 'severity', title: t('severity'), cell: ({ severity }) => <SeverityBadge severity={severity} /> },
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
          style={{ cursor: 'pointer', whiteSpace: 'nowrap' }}
          onClick={() => onDay(day)}
        >
          {formats.longDate(day)}
        </Text>
      ),
    },
    { key: 'what', title: t('whatIsBroken'), cell: (one) => <Breach violation={one} hasArticle={by === 'agent'} /> },
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
                  flex="none"
                  aria-label={t('applyCure', { cure: said(cure.sentence) })}
                  onClick={() => onCure(cure.changes)}
                >
                  {t(cure.acts.includes('takeAway') ? 'takeAway' : 'apply')}
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
      label={label}
      columns={columns}
      rows={violations}
      rowKey={({ key }) => key}
      atOnce={SHOWN_AT_ONCE}
      empty={null}
    />
  )
}

function Breach({ violation, hasArticle }: { readonly violation: LawViolation; readonly hasArticle: boolean }) {
  const t = useText(lawText)
  const said = useSaid()
  const { sentence, article, isVerified, isProvisional, decision } = violation
  const asides = [
    ...(hasArticle ? [article] : []),
    ...(isVerified ? [] : [t('unverified')]),
    ...(isProvisional ? [t('provisional')] : []),
  ]
  return (
    <Stack gap={2}>
      <Text size="sm">{said(sentence)}</Text>
      {asides.length > 0 && (
        <Text size="xs" c="dimmed">
          {asides.join(' · ')}
        </Text>
      )}
      {decision !== null && <Text size="xs">{t('decidedBy', { name: decision.byName, reason: decision.reason })}</Text>}
    </Stack>
  )
}
