import { Group, NumberInput, PasswordInput, Select, Text, Textarea, TextInput } from '@mantine/core'

import { useText } from '../ui/language.tsx'
import type { ChannelFields } from './channel-fields.ts'
import { connectorsText } from './connectors-text.ts'
import { MachineField, type FieldsProps } from './MachineField.tsx'

/** What a channel asks for that picks up files: where, with what it signs in, when, and what becomes of a file. */
export function SftpFields({ fields, hasSecret, onChange }: FieldsProps) {
  const t = useText(connectorsText)
  const text = (name: 'user' | 'path' | 'pattern') => ({
    value: fields[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <MachineField fields={fields} onChange={onChange} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {fields.hostKey === null ? t('hostKeyNone') : t('hostKey', { key: fields.hostKey })}
      </Text>
      <Group grow align="flex-start">
        <TextInput label={t('user')} required autoComplete="off" {...text('user')} />
        <Select
          label={t('signIn')}
          allowDeselect={false}
          data={(['password', 'key'] as const).map((value) => ({ value, label: t(`signIn_${value}`) }))}
          value={fields.signIn}
          onChange={(value) => onChange({ signIn: value === 'key' ? 'key' : 'password' })}
        />
      </Group>
      <SecretFields fields={fields} hasSecret={hasSecret} onChange={onChange} />
      <Group grow align="flex-start">
        <TextInput
          label={t('farFolder')}
          description={t('farFolderHint')}
          placeholder="/var/spool/cdr"
          {...text('path')}
        />
        <TextInput label={t('pattern')} description={t('patternHint')} required {...text('pattern')} />
      </Group>
      <TimesFields fields={fields} onChange={onChange} />
      <AfterFields fields={fields} onChange={onChange} />
    </>
  )
}

function SecretFields({ fields, hasSecret, onChange }: FieldsProps) {
  const t = useText(connectorsText)
  if (fields.signIn === 'password')
    return (
      <PasswordInput
        label={t('password')}
        description={hasSecret ? t('passwordKept') : undefined}
        autoComplete="new-password"
        value={fields.password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
    )
  return (
    <>
      <Textarea
        label={t('privateKey')}
        description={hasSecret ? t('passwordKept') : t('privateKeyHint')}
        placeholder="-----BEGIN OPENSSH PRIVATE KEY-----"
        autoComplete="off"
        spellCheck={false}
        autosize
        minRows={2}
        maxRows={5}
        value={fields.privateKey}
        onChange={(event) => onChange({ privateKey: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('passphrase')}
        description={t('passphraseHint')}
        autoComplete="new-password"
        value={fields.passphrase}
        onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
      />
    </>
  )
}

type PartProps = Omit<FieldsProps, 'hasSecret'>

function TimesFields({ fields, onChange }: PartProps) {
  const t = useText(connectorsText)
  return (
    <Group grow align="flex-end">
      <Select
        label={t('rhythm')}
        allowDeselect={false}
        data={(['every', 'at'] as const).map((value) => ({ value, label: t(`rhythm_${value}`) }))}
        value={fields.rhythm}
        onChange={(value) => onChange({ rhythm: value === 'at' ? 'at' : 'every' })}
      />
      {fields.rhythm === 'every' ? (
        <NumberInput
          label={t('everyMinutes')}
          min={1}
          max={1440}
          value={fields.everyMinutes}
          onChange={(value) => onChange({ everyMinutes: Number(value) })}
        />
      ) : (
        <TextInput
          label={t('times')}
          description={t('timesHint')}
          placeholder="06:00, 18:30"
          required
          value={fields.times}
          onChange={(event) => onChange({ times: event.currentTarget.value })}
        />
      )}
    </Group>
  )
}

const afters: readonly ChannelFields['after'][] = ['leave', 'move', 'delete']

function AfterFields({ fields, onChange }: PartProps) {
  const t = useText(connectorsText)
  return (
    <Group grow align="flex-end">
      <Select
        label={t('after')}
        allowDeselect={false}
        data={afters.map((value) => ({ value, label: t(`after_${value}`) }))}
        value={fields.after}
        onChange={(value) => onChange({ after: afters.find((one) => one === value) ?? 'leave' })}
      />
      {fields.after === 'move' && (
        <TextInput
          label={t('moveTo')}
          description={t('moveToHint')}
          placeholder="done"
          required
          value={fields.moveTo}
          onChange={(event) => onChange({ moveTo: event.currentTarget.value })}
        />
      )}
    </Group>
  )
}
