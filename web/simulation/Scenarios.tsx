import { ActionIcon, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import { center } from '@pult/contract/center'
import { simulation, type WhatIf } from '@pult/contract/simulation'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { asBase, formOf, scenarioOf, type ScenarioForm } from './scenario-form.ts'
import { simulationText } from './simulation-text.ts'

const MOST = 5

/** What the scenarios do differently; one button runs them all. */
export function Scenarios({ whatIf }: { readonly whatIf: WhatIf }) {
  const t = useText(simulationText)
  const { centerId } = useCenter()
  const groups = useGroups(whatIf)
  const first = groups[0]?.value ?? ''
  const [forms, setForms] = useState<readonly ScenarioForm[]>(whatIf.scenarios.map((one) => formOf(one, first)))
  const set = (place: number, change: Partial<ScenarioForm>): void =>
    setForms(forms.map((form, index) => (index === place ? { ...form, ...change } : form)))
  const run = useAct(simulation.changeWhatIf, { touches: [simulation.readWhatIf, simulation.listWhatIfs] })
  const number = (place: number, name: 'load' | 'handling' | 'patience' | 'more', least: number, most: number) => (
    <NumberInput
      label={t(name === 'more' ? 'agents' : name)}
      w={130}
      min={least}
      max={most}
      value={forms[place]?.[name] ?? 0}
      onChange={(value) => set(place, { [name]: Number(value) })}
    />
  )
  return (
    <Stack gap="sm">
      {forms.map((form, place) => (
        <Group key={place} align="flex-end" gap="xs">
          <TextInput
            label={t('scenario')}
            w={170}
            maxLength={100}
            value={form.name}
            onChange={(event) => set(place, { name: event.currentTarget.value })}
          />
          {number(place, 'load', 1, 1000)}
          {number(place, 'handling', 5, 1000)}
          {number(place, 'patience', 5, 1000)}
          {number(place, 'more', -1000, 1000)}
          <Select
            label={t('group')}
            w={220}
            allowDeselect={false}
            value={form.groupId}
            onChange={(groupId) => set(place, { groupId: groupId ?? '' })}
            data={groups}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('remove')}
            onClick={() => setForms(forms.filter((_, index) => index !== place))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="light"
          disabled={forms.length >= MOST}
          onClick={() => setForms([...forms, asBase(t('newName', { count: forms.length + 1 }), first)])}
        >
          {t('add')}
        </Button>
        <Button
          loading={run.isPending}
          disabled={forms.length === 0 || forms.some(({ name }) => name.trim() === '')}
          onClick={() =>
            run.mutate({
              params: { centerId, whatIfId: whatIf.whatIfId },
              body: { name: whatIf.name, scenarios: forms.map(scenarioOf), version: whatIf.version },
            })
          }
        >
          {t('run')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Groups of agents by the queues they take. */
function useGroups(whatIf: WhatIf): { value: string; label: string }[] {
  const t = useText(simulationText)
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const names = new Map((queues.data?.queues ?? []).map(({ queueId, name }) => [queueId, name]))
  return (whatIf.base?.groups ?? []).map(({ groupId, people, queueIds }) => ({
    value: groupId,
    label: t('groupWords', { people, queues: queueIds.map((id) => names.get(id) ?? id).join(', ') }),
  }))
}
