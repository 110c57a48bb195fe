import { Accordion, Box, Button, Chip, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'

import { schedule, type EditResult, type ShiftChange } from '@pult/contract/schedule'
import type { LawViolation } from '@pult/contract/schedule-roster'
import { ruleSeverities } from '@pult/contract/schedule-settings'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { deskText } from './desk-text.ts'
import type { DeskProps } from './desk-props.ts'
import { useEdit } from './edit-history.ts'
import { EditOutcome } from './EditOutcome.tsx'
import { useGroupName } from './group-name.ts'
import { countBySeverity, lawGroupings, lawGroups, type LawGroup } from './law-groups.ts'
import { lawText } from './law-text.ts'
import { LawList, SeverityBadge } from './LawList.tsx'
import { anySeverity } from './schedule-view.ts'

/** Every rule of the law that the roster breaks, by rule or by person, the gravest first; each group opens to who, when, by how much and what would cure it. */
export function LawTab({ roster, view, setView }: DeskProps) {
  const t = useText(lawText)
  const mayEdit = useMay('editSchedule') && roster.status === 'draft'
  const [done, setDone] = useState<EditResult | null>(null)
  const { change } = useEdit(roster, setDone)
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const reply = useReply(schedule.readViolations, { params }, { live: ['schedule'], keepFormer: true })
  return (
    <Section>
      {done !== null && done.version === roster.version && (
        <Box mb="sm">
          <EditOutcome result={done} isTrial={false} onClose={() => setDone(null)} />
        </Box>
      )}
      <Reply reply={reply}>
        {({ violations }) =>
          violations.length === 0 ? (
            <EmptyState title={t('lawful')}>{t('lawfulHint')}</EmptyState>
          ) : (
            <Stack gap="sm">
              <LawFilters violations={violations} view={view} setView={setView} />
              <Groups
                violations={violations}
                view={view}
                onCure={mayEdit ? change : null}
                onDay={(day) => setView({ tab: 'day', day }, { asStep: true })}
              />
            </Stack>
          )
        }
      </Reply>
    </Section>
  )
}

interface LawFiltersProps extends Pick<DeskProps, 'view' | 'setView'> {
  readonly violations: readonly LawViolation[]
}

function LawFilters({ violations, view, setView }: LawFiltersProps) {
  const t = useText(lawText)
  const desk = useText(deskText)
  const formats = useFormats()
  const counts = countBySeverity(violations)
  return (
    <Group gap="sm" className="no-print">
      <Chip.Group value={view.severity} onChange={(severity) => setView({ severity: anySeverity(severity) })}>
        <Group gap={6} role="radiogroup" aria-label={t('severity')}>
          <Chip value="all" size="xs" radius="sm">
            {t('allOfThem')} {formats.number(violations.length)}
          </Chip>
          {ruleSeverities.map((severity) => (
            <Chip key={severity} value={severity} size="xs" radius="sm" disabled={counts[severity] === 0}>
              {t(`severity_${severity}`)} {formats.number(counts[severity])}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <SegmentedControl
        size="xs"
        aria-label={t('groupBy')}
        value={view.by}
        onChange={(by) => setView({ by })}
        data={lawGroupings.map((value) => ({ value, label: t(`by_${value}`) }))}
      />
      <TextInput
        size="xs"
        aria-label={desk('findAgent')}
        placeholder={desk('findAgent')}
        leftSection={<IconSearch size={14} />}
        value={view.name}
        onChange={(event) => setView({ name: event.currentTarget.value })}
      />
    </Group>
  )
}

const SHOWN_AT_ONCE = 50

interface GroupsProps extends Pick<DeskProps, 'view'> {
  readonly violations: readonly LawViolation[]
  readonly onCure: ((changes: readonly ShiftChange[]) => void) | null
  readonly onDay: (day: string) => void
}

function Groups({ violations, view, onCure, onDay }: GroupsProps) {
  const t = useText(lawText)
  const [opened, setOpened] = useState<string[]>([])
  const [most, setMost] = useState(SHOWN_AT_ONCE)
  const sought = useDeferredValue(view.name.trim().toLocaleLowerCase())
  const shown = violations.filter(
    ({ severity, agentName }) =>
      (view.severity === 'all' || severity === view.severity) && (agentName ?? '').toLocaleLowerCase().includes(sought),
  )
  const groups = lawGroups(shown, view.by)
  const nameOf = useGroupName(view.by)
  if (groups.length === 0) return <Text c="dimmed">{t('noneOfThese')}</Text>
  return (
    <>
      <Accordion multiple variant="contained" chevronPosition="left" value={opened} onChange={setOpened}>
        {groups.slice(0, most).map((group) => (
          <Accordion.Item key={group.key} value={group.key}>
            <Accordion.Control py={0}>
              <GroupHead group={group} name={nameOf(group)} by={view.by} />
            </Accordion.Control>
            <Accordion.Panel>
              {opened.includes(group.key) && (
                <LawList
                  label={nameOf(group)}
                  violations={group.violations}
                  by={view.by}
                  onCure={onCure}
                  onDay={onDay}
                />
              )}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {groups.length > most && (
        <Button variant="default" size="xs" w="fit-content" onClick={() => setMost(groups.length)}>
          {t('showAll', { count: groups.length })}
        </Button>
      )}
    </>
  )
}

interface GroupHeadProps {
  readonly group: LawGroup
  readonly name: string
  readonly by: DeskProps['view']['by']
}

function GroupHead({ group: { violations, worst, people, rules }, name, by }: GroupHeadProps) {
  const t = useText(lawText)
  const count = t('breaches', { count: violations.length })
  const about = by === 'rule' ? people > 0 && t('atPeople', { count: people }) : t('ofRules', { count: rules })
  return (
    <Group gap="xs" justify="space-between">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text fw={550}>{name}</Text>
        <Text size="xs" c="dimmed">
          {[by === 'rule' ? violations[0]?.article : false, count, about].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <SeverityBadge severity={worst} />
    </Group>
  )
}
