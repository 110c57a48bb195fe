import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { access, type Member } from '@pult/contract/access'
import { people } from '@pult/contract/people'
import type { PermissionRoom } from '@pult/contract/permission-words'
import type { Role } from '@pult/contract/permissions'
import type { ReplyOf } from '@pult/contract/route'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useText } from '../ui/language.tsx'
import { accessText } from './access-text.ts'
import { RoleField } from './RoleField.tsx'
import { actsIn, roomsOf, RoomsField } from './RoomsField.tsx'

/** A link to hand over; without an expiry it is only the address of sign-in. */
export type Invited = ReplyOf<typeof access.invite>

interface InviteDialogProps {
  /** Who was invited before and needs a new link; null for a new person. */
  readonly member: Member | null
  readonly onClose: () => void
  readonly onInvited: (invited: Invited) => void
}

/** Whom to invite and as what; the reply is a link to hand over. */
export function InviteDialog({ member, onClose, onInvited }: InviteDialogProps) {
  const t = useText(accessText)
  const { centerId } = useCenter()
  const [name, setName] = useState(member?.name ?? '')
  const [email, setEmail] = useState(member?.email ?? '')
  const [role, setRole] = useState<Role>(member?.role ?? 'supervisor')
  const [agentId, setAgentId] = useState<number | null>(member?.agentId ?? null)
  const [rooms, setRooms] = useState<PermissionRoom[]>(member?.only === undefined ? [] : roomsOf(member.only))
  const [lastDay, setLastDay] = useState<string | null>(member?.lastDay ?? null)
  const isAgent = role === 'agent'
  const agents = useReply(people.listAgents, { params: { centerId } }, { when: isAgent }).data?.agents ?? []
  const invite = useAct(access.invite, { problem: 'self', onDone: onInvited })
  return (
    <SaveDialog
      title={t('inviteTitle')}
      act={t('makeLink')}
      saving={invite}
      onClose={onClose}
      onSave={() =>
        invite.mutate({
          params: { centerId },
          body: { name, email, role, agentId: isAgent ? agentId : null, only: actsIn(role, rooms), lastDay },
        })
      }
    >
      <TextInput
        label={t('personName')}
        required
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('email')}
        type="email"
        required
        maxLength={200}
        disabled={member !== null}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RoleField label={t('role')} value={role} onChange={setRole} />
      {isAgent && (
        <Select
          label={t('agent')}
          required
          searchable
          limit={100}
          data={agents.map((agent) => ({ value: String(agent.agentId), label: agent.name }))}
          value={agentId === null ? null : String(agentId)}
          onChange={(id) => setAgentId(id === null ? null : Number(id))}
        />
      )}
      <RoomsField
        label={t('onlyRooms')}
        description={t('onlyRoomsHint')}
        role={role}
        value={rooms}
        onChange={setRooms}
      />
      <DayField label={t('lastDay')} description={t('lastDayHint')} value={lastDay} onChange={setLastDay} />
    </SaveDialog>
  )
}
