import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { security, type Passkey } from '@pult/contract/access-security'

import { call } from '../platform/client.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { addPasskey, canUsePasskeys } from './passkey.ts'
import { PasswordAsk } from './PasswordAsk.tsx'
import { securityText } from './security-text.ts'

/** Passkeys: added on this device, removed; each change asks for the password. */
export function PasskeySection({ passkeys }: { readonly passkeys: readonly Passkey[] }) {
  const t = useText(securityText)
  const formats = useFormats()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState<'add' | Passkey | null>(null)
  const [name, setName] = useState('')
  const finish = (): void => {
    void queryClient.invalidateQueries()
    setOpen(null)
    setName('')
  }
  const columns: ListColumn<Passkey>[] = [
    {
      key: 'name',
      title: t('passkeyName'),
      cell: (key) =>
        key.host === window.location.hostname ? key.name : `${key.name} (${t('forHost', { host: key.host })})`,
    },
    { key: 'added', title: t('added'), cell: (key) => formats.date(key.createdAt) },
    {
      key: 'used',
      title: t('lastUsed'),
      cell: (key) => (key.lastUsedAt === null ? t('never') : formats.dateTime(key.lastUsedAt)),
    },
    {
      key: 'acts',
      title: t('removePasskey'),
      acts: 'icons',
      cell: (key) => (
        <Button
          size="compact-sm"
          variant="subtle"
          color="brick"
          aria-label={`${t('removePasskey')}: ${key.name}`}
          onClick={() => setOpen(key)}
        >
          {t('removePasskey')}
        </Button>
      ),
    },
  ]
  return (
    <Section
      title={t('passkeys')}
      actions={
        canUsePasskeys() && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setOpen('add')}>
            {t('addPasskey')}
          </Button>
        )
      }
    >
      <Group gap={0} mb="xs">
        <Text size="sm">{t(canUsePasskeys() ? 'passkeysHint' : 'passkeyUnable')}</Text>
      </Group>
      <ListTable
        label={t('passkeys')}
        columns={columns}
        rows={passkeys}
        rowKey={(key) => key.passkeyId}
        empty={
          <Text size="sm" c="dimmed">
            {t('noPasskeys')}
          </Text>
        }
      />
      {open === 'add' && (
        <PasswordAsk
          title={t('addPasskey')}
          act={t('next')}
          onClose={() => setOpen(null)}
          onAct={(password) => addPasskey(name, password).then(finish)}
        >
          <TextInput
            label={t('passkeyName')}
            placeholder={t('passkeyNameHint')}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </PasswordAsk>
      )}
      {open !== null && open !== 'add' && (
        <PasswordAsk
          title={`${t('removePasskey')}: ${open.name}`}
          act={t('removePasskey')}
          onClose={() => setOpen(null)}
          onAct={(password) =>
            call(security.removePasskey, { params: { passkeyId: open.passkeyId }, body: { password } }).then(finish)
          }
        />
      )}
    </Section>
  )
}
