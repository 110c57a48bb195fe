import { Alert, Group, MultiSelect, Select, Switch, TagsInput } from '@mantine/core'

import { roleMay, roles } from '@pult/contract/permissions'

import { roleKeys, shellText } from '../platform/shell-text.ts'
import { ClockField } from '../ui/ClockField.tsx'
import { useText } from '../ui/language.tsx'
import { NIGHT } from './QuietDialog.tsx'
import type { FieldsProps } from './fields-props.ts'
import { rulesText } from './rules-text.ts'

const languages = ['ru', 'en'] as const

/** Who is told, by what, and when not. */
export function ToldFields({ known, draft, change }: FieldsProps) {
  const t = useText(rulesText)
  const shell = useText(shellText)
  const { told } = draft
  const part = (more: Partial<typeof told>): void => change({ told: { ...told, ...more } })
  const { ways, people, webhooks } = known
  return (
    <>
      <MultiSelect
        label={t('roles')}
        description={t('whoHint')}
        data={roles
          .filter((role) => roleMay(role, 'readAlerts'))
          .map((role) => ({ value: role, label: shell(roleKeys[role]) }))}
        value={told.roles}
        onChange={(chosen) => part({ roles: roles.filter((role) => chosen.includes(role)) })}
      />
      <MultiSelect
        label={t('people')}
        searchable
        data={people.map(({ userId, name, role }) => ({ value: userId, label: `${name}, ${shell(roleKeys[role])}` }))}
        value={told.userIds}
        onChange={(userIds) => part({ userIds })}
      />
      {!ways.mail && !ways.telegram && <Alert color="brass">{t('noWays')}</Alert>}
      <Switch
        label={t('byMail')}
        checked={told.byMail}
        onChange={(event) => part({ byMail: event.currentTarget.checked })}
      />
      <Group grow align="flex-start">
        <TagsInput
          label={t('mails')}
          description={t('tagsHint')}
          acceptValueOnBlur
          value={told.mails}
          onChange={(mails) => part({ mails })}
        />
        <TagsInput
          label={t('chats')}
          description={t('tagsHint')}
          acceptValueOnBlur
          value={told.chats}
          onChange={(chats) => part({ chats })}
        />
      </Group>
      {webhooks.length > 0 && (
        <MultiSelect
          label={t('webhooks')}
          data={webhooks.map(({ webhookId, name }) => ({ value: String(webhookId), label: name }))}
          value={told.webhookIds.map(String)}
          onChange={(ids) => part({ webhookIds: ids.map(Number) })}
        />
      )}
      <QuietFields draft={draft} change={change} />
      <Select
        label={t('language')}
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: t(value) }))}
        value={draft.language}
        onChange={(value) => change({ language: value === 'en' ? 'en' : 'ru' })}
      />
    </>
  )
}

function QuietFields({ draft: { quiet, isUrgent }, change }: Omit<FieldsProps, 'known'>) {
  const t = useText(rulesText)
  return (
    <>
      <Switch
        label={t('quiet')}
        checked={quiet !== null}
        onChange={(event) => change({ quiet: event.currentTarget.checked ? NIGHT : null })}
      />
      {quiet !== null && (
        <Group grow>
          <ClockField
            label={t('quietFrom')}
            value={quiet.from}
            onChange={(from) => change({ quiet: { ...quiet, from } })}
          />
          <ClockField label={t('quietTo')} value={quiet.to} onChange={(to) => change({ quiet: { ...quiet, to } })} />
        </Group>
      )}
      <Switch
        label={t('urgent')}
        checked={isUrgent}
        onChange={(event) => change({ isUrgent: event.currentTarget.checked })}
      />
    </>
  )
}
