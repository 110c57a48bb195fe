import { ActionIcon, Badge, Box, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'

import { jurisdictions } from '@pult/contract/people-agreements'
import { scheduleSettings, type LaborRuleView } from '@pult/contract/schedule-settings'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { laborText } from './labor-text.ts'
import { OverrideDialog } from './OverrideDialog.tsx'
import { OverridesOfRule } from './OverridesOfRule.tsx'
import { ProductionCalendar } from './ProductionCalendar.tsx'
import { ruleOn, useSayParameters } from './rule-words.ts'

const laborView = defineView({
  law: inAddress.oneOf(jurisdictions, 'RU'),
  show: inAddress.oneOf(['whole', 'changedOnly'], 'whole'),
  year: inAddress.maybeNumber(),
  week: inAddress.number(40),
})

const colors = { block: 'brick', warn: 'brass', pay: 'pine', info: 'gray', off: 'gray' } as const

/** The law as data: rules by jurisdiction, what the centre set over them, and the norm of working time by month. */
export function LaborRulesPage() {
  const t = useText(laborText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editLaborRules')
  const [view, setView] = useView(laborView)
  const [opened, setOpened] = useState<LaborRuleView | null>(null)
  const reply = useReply(scheduleSettings.listLaborRules, { params: { centerId } })
  return (
    <Page
      title={t('rules')}
      subtitle={t('rulesHint')}
      toolbar={
        <Group gap="sm" data-wide>
          <Select
            aria-label={t('law')}
            allowDeselect={false}
            w={190}
            data={jurisdictions.map((value) => ({ value, label: t(value) }))}
            value={view.law}
            onChange={(law) => setView({ law: law ?? view.law })}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('show')}
            value={view.show}
            onChange={(show) => setView({ show })}
            data={(['whole', 'changedOnly'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </Group>
      }
    >
      <Section>
        <Reply reply={reply}>
          {({ rules }) => (
            <RuleList
              rules={rules.filter(
                ({ jurisdiction, overrides }) =>
                  (jurisdiction === view.law || jurisdiction === 'any') &&
                  (view.show === 'whole' || overrides.length > 0),
              )}
              onOpen={mayEdit ? setOpened : null}
            />
          )}
        </Reply>
      </Section>
      <ProductionCalendar
        year={view.year}
        weekHours={view.week}
        onYear={(year) => setView({ year })}
        onWeekHours={(week) => setView({ week })}
      />
      {opened !== null && <OverrideDialog rule={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

interface RuleListProps {
  readonly rules: readonly LaborRuleView[]
  readonly onOpen: ((rule: LaborRuleView) => void) | null
}

function RuleList({ rules, onOpen }: RuleListProps) {
  const t = useText(laborText)
  const said = useSaid()
  const formats = useFormats()
  const sayParameters = useSayParameters()
  const today = formats.today(Date.now())
  const columns: ListColumn<LaborRuleView>[] = [
    {
      key: 'rule',
      title: t('rule'),
      cell: (rule) => (
        <Box miw={210}>
          {said(rule.title)}
          <RuleMarks rule={rule} isChanged={ruleOn(rule, today).isChanged} />
        </Box>
      ),
    },
    { key: 'article', title: t('article'), cell: ({ article }) => article },
    {
      key: 'value',
      title: t('value'),
      cell: (rule) => (
        <>
          {sayParameters(ruleOn(rule, today).parameters)}
          <OverridesOfRule rule={rule} today={today} mayReset={onOpen !== null} />
        </>
      ),
    },
    {
      key: 'severity',
      title: t('severity'),
      cell: (rule) => {
        const { severity } = ruleOn(rule, today)
        return (
          <Badge size="sm" radius="sm" tt="none" variant="light" miw="max-content" color={colors[severity]}>
            {t(severity)}
          </Badge>
        )
      },
    },
  ]
  if (onOpen !== null) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (rule) => (
        <ActionIcon aria-label={t('change', { name: said(rule.title) })} onClick={() => onOpen(rule)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <ListTable
      label={t('rules')}
      columns={columns}
      rows={rules}
      rowKey={({ ruleId }) => ruleId}
      words={({ ruleId, title, article }) => `${ruleId} ${said(title)} ${article}`}
      empty={<EmptyState title={t('noRules')}>{t('noRulesHint')}</EmptyState>}
    />
  )
}

function RuleMarks({ rule, isChanged }: { readonly rule: LaborRuleView; readonly isChanged: boolean }) {
  const t = useText(laborText)
  const formats = useFormats()
  const words = [
    rule.ruleId,
    ...(rule.validFrom === null ? [] : [t('holdsFrom', { from: formats.date(rule.validFrom) })]),
    ...(rule.validTo === null ? [] : [t('holdsTo', { to: formats.date(rule.validTo) })]),
  ]
  return (
    <Group gap={8} mt={2}>
      <Text size="xs" c="dimmed">
        {words.join(' · ')}
      </Text>
      {!rule.isVerified && (
        <Text size="xs" c="var(--mantine-color-brass-text)">
          {t('toCheck')}
        </Text>
      )}
      {isChanged && (
        <Badge size="xs" radius="sm" tt="none" color="pine" variant="outline">
          {t('changedHere')}
        </Badge>
      )}
    </Group>
  )
}
