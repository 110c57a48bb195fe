import { ActionIcon, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'

import { people, type Agent, type Skill, type Team } from '@pult/contract/people'

import { useCenter, useMay } from '../platform/center.tsx'
import { useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { ConfirmNames, NameToConfirm, usePickedNames } from '../ui/ConfirmNames.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { uiText } from '../ui/ui-text.ts'
import { AgentDialog, MergeAgentDialog, NewAgentDialog } from './AgentDialog.tsx'
import { peopleText } from './people-text.ts'

const shows = ['everyone', 'working', 'toConfirm', 'archived'] as const
const agentsView = defineView({ show: inAddress.oneOf(shows, 'everyone') })

/** Agents: names met in files to be confirmed, teams, skills. One agent's address opens her dialog. */
export function AgentsPage() {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editPeople')
  const go = useGo()
  const openedId = useRouterState({ select: (state) => /\/agents\/(\d+)$/.exec(state.location.pathname)?.[1] })
  const [dialog, setDialog] = useState<'new' | Agent | null>(null)
  const params = { centerId }
  const reply = useReply(people.listAgents, { params }, { live: ['settings', 'import'] })
  const teams = useReply(people.listTeams, { params }).data?.teams ?? []
  const skills = useReply(people.listSkills, { params }).data?.skills ?? []
  const agents = reply.data?.agents ?? []
  const opened = agents.find((agent) => String(agent.agentId) === openedId)
  const close = (): void => go(`${paths.settingsOf(centerId, 'agents')}${window.location.search}`)
  return (
    <Page
      title={t('agents')}
      subtitle={t('agentsHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setDialog('new')}>
            {t('newAgent')}
          </Button>
        )
      }
    >
      <Section>
        <Reply reply={reply}>{(found) => <AgentList agents={found.agents} teams={teams} skills={skills} />}</Reply>
      </Section>
      {dialog === 'new' && <NewAgentDialog teams={teams} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'new' && (
        <MergeAgentDialog agent={dialog} agents={agents} onClose={() => setDialog(null)} />
      )}
      {opened !== undefined && (
        <AgentDialog
          key={opened.agentId}
          agent={opened}
          teams={teams}
          skills={skills}
          onClose={close}
          onMerge={() => {
            setDialog(opened)
            close()
          }}
        />
      )}
    </Page>
  )
}

interface AgentListProps {
  readonly agents: readonly Agent[]
  readonly teams: readonly Team[]
  readonly skills: readonly Skill[]
}

function AgentList({ agents, teams, skills }: AgentListProps) {
  const t = useText(peopleText)
  const ui = useText(uiText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editPeople')
  const [view, setView] = useView(agentsView)
  const picked = usePickedNames(agents.filter(({ status }) => status === 'toConfirm').map(({ agentId }) => agentId))
  const confirm = useAct(people.confirmAgents, {
    onDone: ({ confirmed }) => tell({ kind: 'good', words: ui('namesConfirmed', { count: confirmed }) }),
  })
  const nameOfTeam = new Map(teams.map((team) => [team.teamId, team.name]))
  const nameOfSkill = new Map(skills.map((skill) => [skill.skillId, skill.name]))
  const shown = agents.filter((agent) => isShown(agent, view.show))
  const columns: ListColumn<Agent>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ agentId, name, status }) => (
        <NameToConfirm id={agentId} name={name} status={status} picked={mayEdit ? picked : undefined} />
      ),
    },
    {
      key: 'team',
      title: t('team'),
      cell: (agent) => (agent.teamId === null ? <Quiet>{t('noTeam')}</Quiet> : (nameOfTeam.get(agent.teamId) ?? '–')),
    },
    {
      key: 'skills',
      title: t('skills'),
      cell: (agent) => agent.skillIds.map((id) => nameOfSkill.get(id) ?? '').join(', ') || <Quiet>–</Quiet>,
    },
    { key: 'names', title: t('names'), cell: (agent) => <Quiet>{agent.names.join(', ') || '–'}</Quiet> },
    { key: 'acts', title: t('actions'), acts: 'icons', cell: (agent) => <AgentActs agent={agent} /> },
  ]
  return (
    <>
      {mayEdit && (
        <ConfirmNames
          picked={picked}
          isPending={confirm.isPending}
          onConfirm={(ids) => confirm.mutate({ params: { centerId }, body: { ids: [...ids] } })}
        />
      )}
      <ListTable
        label={t('agents')}
        columns={columns}
        rows={shown}
        rowKey={(agent) => agent.agentId}
        words={(agent) => `${agent.name} ${agent.names.join(' ')} ${nameOfTeam.get(agent.teamId ?? 0) ?? ''}`}
        {...(agents.length === 0
          ? {}
          : {
              filters: (
                <SegmentedControl
                  size="xs"
                  aria-label={t('show')}
                  value={view.show}
                  onChange={(show) => setView({ show })}
                  data={shows.map((value) => ({ value, label: t(value) }))}
                />
              ),
            })}
        empty={
          agents.length === 0 ? (
            <EmptyState title={t('noAgents')}>{t('noAgentsHint')}</EmptyState>
          ) : (
            <EmptyState title={t('noAgentsHere')} />
          )
        }
      />
    </>
  )
}

const isShown = (agent: Agent, show: (typeof shows)[number]): boolean =>
  show === 'everyone' || (show === 'working' ? agent.status === 'confirmed' : agent.status === show)

function Quiet({ children }: { readonly children: string }) {
  return (
    <Text span size="sm" c="dimmed">
      {children}
    </Text>
  )
}

function AgentActs({ agent }: { readonly agent: Agent }) {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const go = useGo()
  const mayEdit = useMay('editPeople')
  const change = useAct(people.changeAgent)
  const { agentId, names: _names, ...body } = agent
  if (!mayEdit) return null
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap" display="inline-flex">
      {agent.status === 'toConfirm' && (
        <Button
          size="compact-sm"
          variant="light"
          loading={change.isPending}
          onClick={() => change.mutate({ params: { centerId, agentId }, body: { ...body, status: 'confirmed' } })}
        >
          {t('confirm')}
        </Button>
      )}
      <ActionIcon
        aria-label={t('change', { name: agent.name })}
        onClick={() => go(paths.agent(centerId, agentId) + window.location.search)}
      >
        <IconPencil size={16} />
      </ActionIcon>
    </Group>
  )
}
