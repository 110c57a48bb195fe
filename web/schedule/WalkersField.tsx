import { ActionIcon, Group, Input, MultiSelect, Paper, SimpleGrid, Stack, Switch, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

import type { Agent } from '@pult/contract/people'
import type { RotationAgent } from '@pult/contract/schedule-settings'

import { DayField } from '../ui/DayField.tsx'
import { FigureField } from '../ui/FigureField.tsx'
import { useText } from '../ui/language.tsx'
import { templateText } from './template-text.ts'

interface WalkersFieldProps {
  readonly agents: readonly Agent[]
  readonly walkers: readonly RotationAgent[]
  readonly weeks: number
  readonly today: string
  readonly onChange: (walkers: RotationAgent[]) => void
}

/** Who walks through a pattern: from when, how many weeks ahead, and whether the shifts are set or wished. */
export function WalkersField({ agents, walkers, weeks, today, onChange }: WalkersFieldProps) {
  const t = useText(templateText)
  const put = (place: number, change: Partial<RotationAgent>): void =>
    onChange(walkers.map((one, at) => (at === place ? { ...one, ...change } : one)))
  const add = (ids: readonly string[]): void => {
    const added = ids.map(Number).filter((id) => !walkers.some(({ agentId }) => agentId === id))
    const first = walkers.at(-1)
    onChange([
      ...walkers,
      ...added.map((agentId, place) => ({
        agentId,
        from: first?.from ?? today,
        to: null,
        offsetWeeks: (walkers.length + place) % Math.max(1, weeks),
        isFixed: first?.isFixed ?? true,
      })),
    ])
  }
  return (
    <Input.Wrapper label={t('walkers')} description={t('isFixedHint')} labelElement="div">
      <Stack gap="xs" mt={6}>
        {walkers.map((walker, place) => {
          const name = agents.find(({ agentId }) => agentId === walker.agentId)?.name ?? '–'
          return (
            // oxlint-disable-next-line react/no-array-index-key -- somebody may walk through twice, on other days
            <Paper key={place} withBorder p="xs">
              <Group justify="space-between" wrap="nowrap" mb={4}>
                <Text size="sm" fw={600}>
                  {name}
                </Text>
                <Group gap="sm" wrap="nowrap">
                  <Switch
                    size="xs"
                    label={t(walker.isFixed ? 'fixedShifts' : 'wished')}
                    aria-label={`${name}: ${t('isFixed')}`}
                    checked={walker.isFixed}
                    onChange={(event) => put(place, { isFixed: event.currentTarget.checked })}
                  />
                  <ActionIcon
                    aria-label={t('take', { name })}
                    onClick={() => onChange(walkers.filter((_, at) => at !== place))}
                  >
                    <IconX size={15} />
                  </ActionIcon>
                </Group>
              </Group>
              <SimpleGrid cols={3} spacing="xs">
                <DayField
                  label={t('from')}
                  required
                  value={walker.from}
                  onChange={(from) => put(place, { from: from ?? '' })}
                />
                <DayField label={t('to')} value={walker.to} onChange={(to) => put(place, { to })} />
                <FigureField
                  label={t('offset')}
                  min={0}
                  max={11}
                  digits={0}
                  value={walker.offsetWeeks}
                  onChange={(offset) => put(place, { offsetWeeks: offset ?? 0 })}
                />
              </SimpleGrid>
            </Paper>
          )
        })}
        <MultiSelect
          placeholder={t('addAgents')}
          aria-label={t('addAgents')}
          description={t('addAgentsHint')}
          searchable
          limit={100}
          data={agents
            .filter(({ agentId }) => !walkers.some((one) => one.agentId === agentId))
            .map(({ agentId, name }) => ({ value: String(agentId), label: name }))}
          value={[]}
          onChange={add}
        />
      </Stack>
    </Input.Wrapper>
  )
}
