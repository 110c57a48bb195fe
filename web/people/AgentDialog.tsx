import { Button, Group, MultiSelect, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { people, type Agent, type Skill, type Team } from '@pult/contract/people'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useText } from '../ui/language.tsx'
import { peopleText } from './people-text.ts'

interface Closing {
  readonly onClose: () => void
}

export function NewAgentDialog({ teams, onClose }: Closing & { readonly teams: readonly Team[] }) {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const [name, setName] = useState('')
  const [teamId, setTeamId] = useState<number | null>(null)
  const create = useAct(people.createAgent, { problem: 'self', onDone: onClose })
  return (
    <SaveDialog
      title={t('newAgent')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: { name, teamId } })}
    >
      <NameField value={name} onChange={setName} />
      <TeamField teams={teams} value={teamId} onChange={setTeamId} />
    </SaveDialog>
  )
}

interface AgentDialogProps extends Closing {
  readonly agent: Agent
  readonly teams: readonly Team[]
  readonly skills: readonly Skill[]
  readonly onMerge: () => void
}

/** Name, team, skills, days of work; confirming, putting away, uniting. */
export function AgentDialog({ agent, teams, skills, onClose, onMerge }: AgentDialogProps) {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const { agentId, names, ...start } = agent
  const [draft, setDraft] = useState(start)
  const put = (change: Partial<typeof draft>): void => setDraft((former) => ({ ...former, ...change }))
  const change = useAct(people.changeAgent, { problem: 'self', onDone: onClose })
  const save = (status: Agent['status']): void =>
    change.mutate({ params: { centerId, agentId }, body: { ...draft, status } })
  return (
    <SaveDialog
      title={agent.name}
      saving={change}
      onClose={onClose}
      // Whoever looks at a person and saves has confirmed her.
      onSave={() => save(agent.status === 'toConfirm' ? 'confirmed' : agent.status)}
      act={t(agent.status === 'toConfirm' ? 'confirm' : 'save')}
      more={
        <Button
          variant="subtle"
          color="gray"
          onClick={() => save(agent.status === 'archived' ? 'confirmed' : 'archived')}
        >
          {t(agent.status === 'archived' ? 'restore' : 'archive')}
        </Button>
      }
    >
      <NameField value={draft.name} onChange={(name) => put({ name })} />
      <TeamField teams={teams} value={draft.teamId} onChange={(teamId) => put({ teamId })} />
      <MultiSelect
        label={t('skills')}
        searchable
        data={skills.map((skill) => ({ value: String(skill.skillId), label: skill.name }))}
        value={draft.skillIds.map(String)}
        onChange={(ids) => put({ skillIds: ids.map(Number) })}
      />
      <Group grow>
        <DayField label={t('hiredOn')} value={draft.hiredOn} onChange={(hiredOn) => put({ hiredOn })} />
        <DayField label={t('leftOn')} value={draft.leftOn} onChange={(leftOn) => put({ leftOn })} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('names')}: {names.length === 0 ? '–' : names.join(', ')}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={onMerge} style={{ alignSelf: 'flex-start' }}>
        {t('merge')}
      </Button>
    </SaveDialog>
  )
}

interface MergeAgentDialogProps extends Closing {
  readonly agent: Agent
  readonly agents: readonly Agent[]
}

/** Two names of phone systems for one person. */
export function MergeAgentDialog({ agent, agents, onClose }: MergeAgentDialogProps) {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const [into, setInto] = useState<string | null>(null)
  const merge = useAct(people.mergeAgent, { problem: 'self', onDone: onClose })
  return (
    <SaveDialog
      title={t('mergeTitle')}
      saving={merge}
      act={t('unite')}
      onClose={onClose}
      onSave={() => {
        if (into !== null) merge.mutate({ params: { centerId, agentId: agent.agentId }, body: { into: Number(into) } })
      }}
    >
      <Text size="sm">{t('mergeHint', { name: agent.name })}</Text>
      <Select
        label={t('mergeInto')}
        required
        searchable
        limit={100}
        data={agents
          .filter((one) => one.agentId !== agent.agentId)
          .map((one) => ({ value: String(one.agentId), label: one.name }))}
        value={into}
        onChange={setInto}
      />
    </SaveDialog>
  )
}

function NameField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useText(peopleText)
  return (
    <TextInput
      label={t('name')}
      required
      maxLength={200}
      data-autofocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface TeamFieldProps {
  readonly teams: readonly Team[]
  readonly value: number | null
  readonly onChange: (teamId: number | null) => void
}

function TeamField({ teams, value, onChange }: TeamFieldProps) {
  const t = useText(peopleText)
  return (
    <Select
      label={t('team')}
      placeholder={t('noTeam')}
      clearable
      searchable
      data={teams.map((team) => ({ value: String(team.teamId), label: team.name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
    />
  )
}
