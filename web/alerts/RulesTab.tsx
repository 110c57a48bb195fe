import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'

import { alertRules, type AlertRule, type AlertRules } from '@pult/contract/alert-rules'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { roleKeys, shellText } from '../platform/shell-text.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { LIVE } from './live-alerts.ts'
import { ReadyRules } from './ReadyRules.tsx'
import { ruleSentence } from './rule-sentence.ts'
import { RuleDialog } from './RuleDialog.tsx'
import { rulesText } from './rules-text.ts'

/** What is watched, and who is told. */
export function RulesTab() {
  const { centerId } = useCenter()
  const reply = useReply(alertRules.listAlertRules, { params: { centerId } }, { live: LIVE })
  return <Reply reply={reply}>{(known) => <Rules known={known} />}</Reply>
}

function Rules({ known }: { readonly known: AlertRules }) {
  const t = useText(rulesText)
  const formats = useFormats()
  const [opened, setOpened] = useState<AlertRule | 'new' | null>(null)
  const { rules, lookedAt } = known
  return (
    <>
      <Section title={t('rules')} actions={<Button onClick={() => setOpened('new')}>{t('make')}</Button>}>
        <Text size="sm" c="dimmed" mb="sm" maw={880}>
          {t('rulesHint')} {lookedAt === null ? t('neverLooked') : t('lookedAt', { when: formats.dateTime(lookedAt) })}
        </Text>
        <RuleTable known={known} onChange={setOpened} />
      </Section>
      <ReadyRules known={known} isFirst={rules.length === 0} />
      {opened !== null && (
        <RuleDialog known={known} rule={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </>
  )
}

interface RuleTableProps {
  readonly known: AlertRules
  readonly onChange: (rule: AlertRule) => void
}

function RuleTable({ known, onChange }: RuleTableProps) {
  const t = useText(rulesText)
  const formats = useFormats()
  const language = useLanguage()
  const sentence = (rule: AlertRule): string => ruleSentence(rule, known.watchables, { t, language, formats })
  const columns: ListColumn<AlertRule>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    { key: 'watches', title: t('watches'), cell: sentence },
    { key: 'told', title: t('toldTo'), cell: (rule) => <ToldTo rule={rule} known={known} /> },
    { key: 'state', title: t('state'), cell: (rule) => <RuleState rule={rule} /> },
    { key: 'acts', title: t('change'), acts: 'words', cell: (rule) => <Acts rule={rule} onChange={onChange} /> },
  ]
  return (
    <ListTable
      label={t('rules')}
      columns={columns}
      rows={known.rules}
      rowKey={({ alertRuleId }) => alertRuleId}
      words={(rule) => `${rule.name} ${sentence(rule)}`}
      empty={<EmptyState title={t('none')} />}
    />
  )
}

function ToldTo({ rule: { told }, known: { people } }: { readonly rule: AlertRule; readonly known: AlertRules }) {
  const t = useText(rulesText)
  const shell = useText(shellText)
  const { roles, userIds, byMail, mails, chats, webhookIds } = told
  const names = [
    ...roles.map((role) => shell(roleKeys[role])),
    ...people.filter(({ userId }) => userIds.includes(userId)).map(({ name }) => name),
  ]
  const addresses = mails.length + chats.length + webhookIds.length
  const parts = [
    ...(names.length === 0 ? [] : [`${names.join(', ')}${byMail ? ` (${t('byMailToo')})` : ''}`]),
    ...(addresses === 0 ? [] : [t('addresses', { count: addresses })]),
  ]
  return <>{parts.length === 0 ? t('nobody') : parts.join('; ')}</>
}

function RuleState({ rule: { isOn, open, lastRaisedAt } }: { readonly rule: AlertRule }) {
  const t = useText(rulesText)
  const formats = useFormats()
  return (
    <>
      <Badge variant="light" tt="none" miw="max-content" color={isOn ? (open > 0 ? 'brick' : 'pine') : 'gray'}>
        {isOn ? (open > 0 ? t('openNow', { count: open }) : t('calm')) : t('off')}
      </Badge>
      <Text size="xs" c="dimmed">
        {lastRaisedAt === null ? t('never') : t('lastRaised', { when: formats.dateTime(lastRaisedAt) })}
      </Text>
    </>
  )
}

function Acts({ rule, onChange }: { readonly rule: AlertRule } & Pick<RuleTableProps, 'onChange'>) {
  const t = useText(rulesText)
  const { centerId } = useCenter()
  const remove = useAct(alertRules.deleteAlertRule)
  return (
    <Group gap={4} justify="flex-end">
      <Button variant="subtle" size="compact-sm" onClick={() => onChange(rule)}>
        {t('change')}
      </Button>
      <ConfirmAct
        title={t('removeTitle')}
        act={t('remove')}
        onAct={() => remove.mutateAsync({ params: { centerId, alertRuleId: rule.alertRuleId } })}
        size="compact-sm"
      >
        {t('removeHint')}
      </ConfirmAct>
    </Group>
  )
}
