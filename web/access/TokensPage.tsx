import { Button, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { access, type Token } from '@pult/contract/access'
import { permissionRooms, permissionsOf, permissionWords, roomWords } from '@pult/contract/permission-words'
import { permissions, roleMay, type Permission, type Role } from '@pult/contract/permissions'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { roleKeys, shellText } from '../platform/shell-text.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { accessText } from './access-text.ts'
import { RoleField } from './RoleField.tsx'
import { SecretDialog } from '../ui/SecretDialog.tsx'

/** Tokens for scripts: made, shown once, revoked. */
export function TokensPage() {
  const t = useText(accessText)
  const { centerId } = useCenter()
  const [isOpen, setOpen] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const reply = useReply(access.listTokens, { params: { centerId } })
  return (
    <Page
      title={t('tokens')}
      subtitle={t('tokensHint')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen(true)}>
          {t('newToken')}
        </Button>
      }
    >
      <Section>
        <Reply reply={reply}>{({ tokens }) => <TokenList tokens={tokens} />}</Reply>
      </Section>
      {isOpen && (
        <NewTokenDialog
          onClose={() => setOpen(false)}
          onMade={(made) => {
            setOpen(false)
            setSecret(made)
          }}
        />
      )}
      {secret !== null && (
        <SecretDialog title={t('token')} hint={t('tokenHint')} secret={secret} onClose={() => setSecret(null)} />
      )}
    </Page>
  )
}

function TokenList({ tokens }: { readonly tokens: readonly Token[] }) {
  const t = useText(accessText)
  const formats = useFormats()
  const columns: ListColumn<Token>[] = [
    { key: 'name', title: t('tokenName'), cell: (token) => token.name },
    { key: 'role', title: t('role'), cell: (token) => <TokenScope token={token} /> },
    { key: 'used', title: t('lastUsed'), cell: (token) => formats.dateTime(token.lastUsedAt) },
    {
      key: 'validTo',
      title: t('validTo'),
      cell: (token) =>
        token.revokedAt === null ? (
          token.expiresAt === null ? (
            t('forever')
          ) : (
            formats.date(token.expiresAt)
          )
        ) : (
          <Text span size="sm" c="dimmed">
            {t('revoked')}
          </Text>
        ),
    },
    { key: 'acts', title: t('revoke'), acts: 'icons', cell: (token) => <RevokeToken token={token} /> },
  ]
  return (
    <ListTable
      label={t('tokens')}
      columns={columns}
      rows={tokens}
      rowKey={(token) => token.tokenId}
      words={(token) => token.name}
      empty={<EmptyState title={t('noTokens')}>{t('tokensHint')}</EmptyState>}
    />
  )
}

function TokenScope({ token }: { readonly token: Token }) {
  const t = useText(accessText)
  const role = useText(shellText)
  const said = useSaid()
  return (
    <Stack gap={0}>
      {role(roleKeys[token.role])}
      {token.only !== null && (
        <Text span size="xs" c="dimmed">
          {t('narrowed', { rooms: token.only.map((act) => said(permissionWords[act])).join('; ') })}
        </Text>
      )}
    </Stack>
  )
}

function RevokeToken({ token }: { readonly token: Token }) {
  const t = useText(accessText)
  const { centerId } = useCenter()
  const revoke = useAct(access.revokeToken)
  if (token.revokedAt !== null) return null
  return (
    <ConfirmAct
      title={`${t('revoke')}: ${token.name}`}
      act={t('revoke')}
      onAct={() => revoke.mutateAsync({ params: { centerId, tokenId: token.tokenId } })}
      trigger={(open) => (
        <Button size="compact-sm" variant="subtle" color="brick" onClick={open}>
          {t('revoke')}
        </Button>
      )}
    >
      {t('revokeAsk')}
    </ConfirmAct>
  )
}

interface NewTokenDialogProps {
  readonly onClose: () => void
  readonly onMade: (token: string) => void
}

const FOREVER = 'forever'

function NewTokenDialog({ onClose, onMade }: NewTokenDialogProps) {
  const t = useText(accessText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('planner')
  const said = useSaid()
  const [acts, setActs] = useState<Permission[]>([])
  const [days, setDays] = useState('365')
  // What the role may not, its token may not either: acts chosen for another role are left out.
  const chosen = acts.filter((act) => roleMay(role, act))
  const create = useAct(access.createToken, { problem: 'self', onDone: ({ token }) => onMade(token) })
  return (
    <SaveDialog
      title={t('newToken')}
      saving={create}
      onClose={onClose}
      onSave={() =>
        create.mutate({
          params: { centerId },
          body: { name, role, only: chosen.length === 0 ? null : chosen, days: days === FOREVER ? null : Number(days) },
        })
      }
    >
      <TextInput
        label={t('tokenName')}
        required
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleField label={t('role')} value={role} onChange={setRole} />
      <MultiSelect
        label={t('onlyActs')}
        description={t('onlyActsHint')}
        searchable
        clearable
        data={permissionRooms.flatMap((room) => {
          const items = permissionsOf(room)
            .filter((act) => roleMay(role, act))
            .map((act) => ({ value: act, label: said(permissionWords[act]) }))
          return items.length === 0 ? [] : [{ group: said(roomWords[room]), items }]
        })}
        value={chosen}
        onChange={(values) => setActs(permissions.filter((act) => values.includes(act)))}
      />
      <Select
        label={t('days')}
        allowDeselect={false}
        data={[
          ...['30', '90', '365'].map((value) => ({ value, label: formats.number(Number(value)) })),
          { value: FOREVER, label: t('forever') },
        ]}
        value={days}
        onChange={(value) => setDays(value ?? days)}
      />
    </SaveDialog>
  )
}
