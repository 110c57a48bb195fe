import { ActionIcon, Button, MultiSelect, Text, TextInput } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { access, type Member } from '@pult/contract/access'
import { people, type Team } from '@pult/contract/people'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { peopleText } from './people-text.ts'

/** Teams and who supervises them. */
export function TeamsPage() {
  const t = useText(peopleText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editPeople')
  const maySeeMembers = useMay('manageAccess')
  const [opened, setOpened] = useState<Team | 'new' | null>(null)
  const reply = useReply(people.listTeams, { params: { centerId } })
  const members =
    useReply(access.listMembers, { params: { centerId } }, { when: maySeeMembers }).data?.members ?? NOBODY
  const columns: ListColumn<Team>[] = [
    { key: 'name', title: t('name'), cell: (team) => team.name },
    { key: 'agents', title: t('agentsCount'), isNumber: true, cell: (team) => formats.number(team.agents) },
  ]
  if (maySeeMembers) {
    columns.push({
      key: 'supervisors',
      title: t('supervisors'),
      cell: (team) =>
        members
          .filter((member) => team.supervisorIds.includes(member.userId))
          .map((member) => member.name)
          .join(', ') || (
          <Text span size="sm" c="dimmed">
            {t('noSupervisor')}
          </Text>
        ),
    })
  }
  if (mayEdit) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (team) => (
        <ActionIcon aria-label={t('change', { name: team.name })} onClick={() => setOpened(team)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <Page
      title={t('teams')}
      subtitle={t('teamsHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
            {t('newTeam')}
          </Button>
        )
      }
    >
      <Section>
        <Reply reply={reply}>
          {({ teams }) => (
            <ListTable
              label={t('teams')}
              columns={columns}
              rows={teams}
              rowKey={(team) => team.teamId}
              empty={<EmptyState title={t('noTeams')}>{t('noTeamsHint')}</EmptyState>}
            />
          )}
        </Reply>
      </Section>
      {opened !== null && (
        <TeamDialog team={opened === 'new' ? null : opened} members={members} onClose={() => setOpened(null)} />
      )}
    </Page>
  )
}

const NOBODY: readonly Member[] = []

interface TeamDialogProps {
  readonly team: Team | null
  readonly members: readonly Member[]
  readonly onClose: () => void
}

function TeamDialog({ team, members, onClose }: TeamDialogProps) {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const [name, setName] = useState(team?.name ?? '')
  const [supervisorIds, setSupervisorIds] = useState<string[]>([...(team?.supervisorIds ?? [])])
  const create = useAct(people.createTeam, { problem: 'self', onDone: onClose })
  const change = useAct(people.changeTeam, { problem: 'self', onDone: onClose })
  const save = (): void => {
    if (team === null) return create.mutate({ params: { centerId }, body: { name } })
    const { teamId, version } = team
    change.mutate({ params: { centerId, teamId }, body: { name, supervisorIds, version } })
  }
  return (
    <SaveDialog
      title={team?.name ?? t('newTeam')}
      saving={team === null ? create : change}
      onClose={onClose}
      onSave={save}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {team !== null && members.length > 0 && (
        <MultiSelect
          label={t('supervisors')}
          description={t('supervisorsHint')}
          searchable
          data={members.map((member) => ({ value: member.userId, label: member.name }))}
          value={supervisorIds}
          onChange={setSupervisorIds}
        />
      )}
    </SaveDialog>
  )
}
