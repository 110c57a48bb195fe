import { ActionIcon, Button, Group, Menu, Paper, Stack, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import { simulation, type WhatIf, type WhatIfChange, type WhatIfScenario } from '@pult/contract/simulation'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { changeKinds, emptyChange, type Place } from './change-kinds.ts'
import { ChangeRow, type Option } from './ChangeRow.tsx'
import { simulationText } from './simulation-text.ts'
import { useQueueNames } from './queue-names.ts'

const MOST = 5
const MOST_CHANGES = 30

/** A form of a scenario; its key keeps what was typed with it when another is taken away. */
interface Form extends WhatIfScenario {
  readonly key: number
  readonly changeKeys: readonly number[]
}

/** What the scenarios do differently; one button runs them all. */
export function Scenarios({ whatIf }: { readonly whatIf: WhatIf }) {
  const t = useText(simulationText)
  const { centerId } = useCenter()
  const nameOf = useQueueNames()
  const [nextKey, setNextKey] = useState(10_000)
  const [forms, setForms] = useState<readonly Form[]>(() =>
    whatIf.scenarios.map((scenario, key) => ({
      ...scenario,
      key,
      changeKeys: scenario.changes.map((_, place) => key * 100 + place),
    })),
  )
  const takeKeys = (count: number): number[] => {
    setNextKey(nextKey + count)
    return Array.from({ length: count }, (_, index) => nextKey + index)
  }
  const run = useAct(simulation.changeWhatIf, { touches: [simulation.readWhatIf, simulation.listWhatIfs] })
  const queues: Option[] = (whatIf.base?.queues ?? []).map(({ queueId }) => ({
    value: String(queueId),
    label: nameOf(queueId),
  }))
  const groups: Option[] = (whatIf.base?.groups ?? []).map(({ groupId, people, queueIds }) => ({
    value: groupId,
    label: t('groupWords', { people, queues: queueIds.map(nameOf).join(', ') }),
  }))
  const place: Place = {
    groupId: whatIf.base?.groups[0]?.groupId ?? '',
    queueId: whatIf.base?.queues[0]?.queueId ?? 0,
  }
  const set = (key: number, change: Partial<Form>): void =>
    setForms(forms.map((form) => (form.key === key ? { ...form, ...change } : form)))
  const add = (form: Form, kind: (typeof changeKinds)[number]): void =>
    set(form.key, {
      changes: [...form.changes, emptyChange(kind, place)],
      changeKeys: [...form.changeKeys, ...takeKeys(1)],
    })
  const addScenario = (): void => {
    const [key = 0, ...changeKeys] = takeKeys(3)
    const changes = [emptyChange('load', place), emptyChange('agents', place)]
    setForms([...forms, { key, name: t('newName', { count: forms.length + 1 }), changes, changeKeys }])
  }
  return (
    <Stack gap="sm">
      {forms.map((form) => (
        <Paper key={form.key} withBorder p="sm">
          <Stack gap="xs">
            <Group align="flex-end" gap="xs">
              <TextInput
                label={t('scenario')}
                style={{ flex: '1 1 200px' }}
                maw={340}
                maxLength={100}
                value={form.name}
                onChange={(event) => set(form.key, { name: event.currentTarget.value })}
              />
              <Menu>
                <Menu.Target>
                  <Button variant="default" disabled={form.changes.length >= MOST_CHANGES}>
                    {t('addChange')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {changeKinds.map((kind) => (
                    <Menu.Item key={kind} onClick={() => add(form, kind)}>
                      {t(`kind_${kind}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('remove')}
                mb={4}
                onClick={() => setForms(forms.filter(({ key }) => key !== form.key))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
            {form.changes.map((change, index) => (
              <ChangeRow
                key={form.changeKeys[index]}
                change={change}
                queues={queues}
                groups={groups}
                onChange={(next) => set(form.key, { changes: form.changes.with(index, next) })}
                onRemove={() =>
                  set(form.key, {
                    changes: form.changes.filter((_, other) => other !== index),
                    changeKeys: form.changeKeys.filter((_, other) => other !== index),
                  })
                }
              />
            ))}
          </Stack>
        </Paper>
      ))}
      <Group>
        <Button variant="light" disabled={forms.length >= MOST} onClick={addScenario}>
          {t('add')}
        </Button>
        <Button
          loading={run.isPending}
          disabled={forms.length === 0 || forms.some(({ name }) => name.trim() === '')}
          onClick={() =>
            run.mutate({
              params: { centerId, whatIfId: whatIf.whatIfId },
              body: {
                name: whatIf.name,
                scenarios: forms.map(({ name, changes }) => ({ name, changes: changes.filter(changesAnything) })),
                version: whatIf.version,
              },
            })
          }
        >
          {t('run')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Fields that were left as they began. */
function changesAnything(change: WhatIfChange): boolean {
  if (change.kind === 'load' || change.kind === 'handling' || change.kind === 'patience') return change.factor !== 1
  if (change.kind === 'leaveAtOnce') return change.share !== 0
  return change.kind !== 'agents' || change.more !== 0
}
