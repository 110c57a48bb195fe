import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconUserX } from '@tabler/icons-react'
import { useState } from 'react'

import { access, type Member } from '@pult/contract/access'
import { roomWords } from '@pult/contract/permission-words'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useSession } from '../platform/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { accessText } from './access-text.ts'
import { InviteDialog, type Invited } from './InviteDialog.tsx'
import { MemberCare } from './MemberCare.tsx'
import { PolicySection } from './PolicySection.tsx'
import { RoleField } from './RoleField.tsx'
import { roomsOf } from './RoomsField.tsx'
import { SecretDialog } from '../ui/SecretDialog.tsx'

/** People with access to the centre, their roles, and invitations by one-time link. */
export function MembersPage() {
  const t = useText(accessText)
  const { centerId } = useCenter()
  const [inviting, setInviting] = useState<'new' | Member | null>(null)
  const [invited, setInvited] = useState<Invited | null>(null)
  const reply = useReply(access.listMembers, { params: { centerId } })
  return (
    <Page
      title={t('members')}
      subtitle={t('membersHint')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setInviting('new')}>
          {t('invite')}
        </Button>
      }
    >
      <Section>
        <Reply reply={reply}>{({ members }) => <MemberList members={members} onInvite={setInviting} />}</Reply>
      </Section>
      <PolicySection />
      {inviting !== null && (
        <InviteDialog
          member={inviting === 'new' ? null : inviting}
          onClose={() => setInviting(null)}
          onInvited={(made) => {
            setInviting(null)
            setInvited(made)
          }}
        />
      )}
      {invited !== null && (
        <SecretDialog
          title={t(invited.expiresAt === null ? 'hasAccount' : 'link')}
          hint={t(invited.expiresAt === null ? 'hasAccountHint' : 'linkHint')}
          secret={invited.link}
          onClose={() => setInvited(null)}
        />
      )}
    </Page>
  )
}

interface MemberListProps {
  readonly members: readonly Member[]
  readonly onInvite: (member: Member) => void
}

function MemberList({ members, onInvite }: MemberListProps) {
  const t = useText(accessText)
  const columns: ListColumn<Member>[] = [
    { key: 'name', title: t('personName'), cell: (member) => <MemberName member={member} onInvite={onInvite} /> },
    { key: 'email', title: t('email'), cell: (member) => member.email },
    { key: 'role', title: t('role'), cell: (member) => <MemberRole member={member} /> },
    { key: 'acts', title: t('remove'), acts: 'icons', cell: (member) => <MemberActs member={member} /> },
  ]
  return (
    <ListTable
      label={t('members')}
      columns={columns}
      rows={members}
      rowKey={(member) => member.userId}
      words={(member) => `${member.name} ${member.email}`}
      empty={null}
    />
  )
}

function MemberName({ member, onInvite }: { readonly member: Member; readonly onInvite: (member: Member) => void }) {
  const t = useText(accessText)
  return (
    <Stack gap={0} align="flex-start">
      {member.name}
      <Narrowed member={member} />
      {!member.hasPassword && (
        <Text span size="xs" c="dimmed">
          {t('noPasswordYet')}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => onInvite(member)}>
            {t('newLink')}
          </Button>
        </Text>
      )}
    </Stack>
  )
}

/** In which rooms and until when, of a guest. */
function Narrowed({ member: { only, lastDay } }: { readonly member: Member }) {
  const t = useText(accessText)
  const said = useSaid()
  const formats = useFormats()
  const words = [
    only === null
      ? ''
      : t('narrowed', {
          rooms: roomsOf(only)
            .map((room) => said(roomWords[room]))
            .join(', '),
        }),
    lastDay === null ? '' : t('until', { day: formats.date(lastDay) }),
  ].filter((part) => part !== '')
  if (words.length === 0) return null
  return (
    <Text span size="xs" c="dimmed">
      {words.join(' · ')}
    </Text>
  )
}

function MemberRole({ member }: { readonly member: Member }) {
  const t = useText(accessText)
  const { centerId } = useCenter()
  const change = useAct(access.changeMember, { done: t('changed') })
  return (
    <RoleField
      isQuiet
      label={`${t('role')}: ${member.name}`}
      value={member.role}
      disabled={change.isPending}
      onChange={(role) => change.mutate({ params: { centerId, userId: member.userId }, body: { role } })}
    />
  )
}

function MemberActs({ member }: { readonly member: Member }) {
  const { user } = useSession()
  if (member.userId === user?.id) return null
  return (
    <Group gap={2} wrap="nowrap" display="inline-flex">
      <MemberCare member={member} />
      <RemoveMember member={member} />
    </Group>
  )
}

function RemoveMember({ member }: { readonly member: Member }) {
  const t = useText(accessText)
  const { centerId } = useCenter()
  const remove = useAct(access.removeMember)
  return (
    <ConfirmAct
      title={t('remove')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, userId: member.userId } })}
      trigger={(open) => (
        <ActionIcon aria-label={`${t('remove')}: ${member.name}`} onClick={open}>
          <IconUserX size={17} />
        </ActionIcon>
      )}
    >
      {t('removeAsk', { name: member.name })}
    </ConfirmAct>
  )
}
