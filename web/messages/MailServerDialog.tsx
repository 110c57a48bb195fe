import { Group, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { mailSecurities, messages, type MailSecurity, type MessageSettings } from '@pult/contract/messages'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { messagesText } from './messages-text.ts'

interface MailServerProps {
  readonly mail: MessageSettings['mail']
  readonly onClose: () => void
}

const usualPorts: Readonly<Record<MailSecurity, number>> = { tls: 465, startTls: 587, open: 25 }

/** Says by which server mail goes out. */
export function MailServerDialog({ mail, onClose }: MailServerProps) {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const [security, setSecurity] = useState<MailSecurity>(mail?.security ?? 'tls')
  const [port, setPort] = useState<number | string>(mail?.port ?? usualPorts.tls)
  const [given, setGiven] = useState({
    host: mail?.host ?? '',
    user: mail?.user ?? '',
    password: '',
    fromAddress: mail?.fromAddress ?? '',
    fromName: mail?.fromName ?? '',
  })
  const save = useAct(messages.setMailServer, {
    problem: 'self',
    touches: [messages.readMessageSettings],
    onDone: onClose,
  })
  const { host, user, password, fromAddress, fromName } = given
  const field = (name: keyof typeof given) => ({
    value: given[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setGiven({ ...given, [name]: event.currentTarget.value }),
  })
  const choose = (value: string | null): void => {
    const next = mailSecurities.find((one) => one === value) ?? security
    // A port that nobody chose follows the kind of line.
    if (port === usualPorts[security]) setPort(usualPorts[next])
    setSecurity(next)
  }
  const body = {
    host,
    port: Number(port),
    security,
    user: user.trim() === '' ? null : user,
    ...(password === '' ? {} : { password }),
    fromAddress: fromAddress.trim(),
    fromName,
  }
  return (
    <SaveDialog
      title={t('mailTitle')}
      saving={save}
      onClose={onClose}
      onSave={() => save.mutate({ params: { centerId }, body })}
    >
      <TextInput label={t('host')} placeholder="smtp.example.com" required data-autofocus {...field('host')} />
      <Group grow align="flex-start">
        <Select
          label={t('security')}
          description={t('securityHint')}
          allowDeselect={false}
          data={mailSecurities.map((value) => ({ value, label: t(value) }))}
          value={security}
          onChange={choose}
          inputWrapperOrder={['label', 'input', 'description']}
        />
        <NumberInput label={t('port')} required min={1} max={65_535} value={port} onChange={setPort} />
      </Group>
      <TextInput label={t('user')} description={t('userHint')} autoComplete="off" {...field('user')} />
      <PasswordInput
        label={t('password')}
        description={mail?.hasPassword === true ? t('passwordKept') : undefined}
        autoComplete="new-password"
        disabled={user.trim() === ''}
        {...field('password')}
      />
      <TextInput
        label={t('fromAddress')}
        type="email"
        placeholder="pult@example.com"
        required
        {...field('fromAddress')}
      />
      <TextInput label={t('fromName')} maxLength={100} {...field('fromName')} />
    </SaveDialog>
  )
}
