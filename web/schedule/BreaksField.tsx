import { ActionIcon, Button, Checkbox, Group, Input, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'

import type { TemplateBreak } from '@pult/contract/schedule-settings'

import { FigureField } from '../ui/FigureField.tsx'
import { useText } from '../ui/language.tsx'
import { templateText } from './template-text.ts'

interface BreaksFieldProps {
  readonly breaks: readonly TemplateBreak[]
  readonly onChange: (breaks: TemplateBreak[]) => void
}

const starts = {
  meal: { minutes: 60, isPaid: false, earliestMinute: 180, latestMinute: 300 },
  rest: { minutes: 15, isPaid: true, earliestMinute: 90, latestMinute: 150 },
} as const
const QUARTER = 15
const quarters = (hours: number | null): number => Math.round(((hours ?? 0) * 60) / QUARTER) * QUARTER

/** Breaks of a template in the order in which they are taken, each with the span in which it may begin. */
export function BreaksField({ breaks, onChange }: BreaksFieldProps) {
  const t = useText(templateText)
  const put = (place: number, change: Partial<TemplateBreak>): void =>
    onChange(breaks.map((one, at) => (at === place ? { ...one, ...change } : one)))
  return (
    <Input.Wrapper label={t('breaks')} labelElement="div">
      <Stack gap="xs">
        {breaks.map((one, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a break is its place in the order
          <Paper key={place} withBorder p="xs">
            <Group justify="space-between" wrap="nowrap" mb={4}>
              <Group gap="md">
                <Text size="sm" fw={600}>
                  {t(one.kind)}
                </Text>
                <Checkbox
                  size="xs"
                  label={t('paid')}
                  checked={one.isPaid}
                  onChange={(event) => put(place, { isPaid: event.currentTarget.checked })}
                />
              </Group>
              <ActionIcon
                aria-label={t('removeBreak', { number: place + 1 })}
                onClick={() => onChange(breaks.filter((_, at) => at !== place))}
              >
                <IconX size={15} />
              </ActionIcon>
            </Group>
            <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
              <FigureField
                label={t('minutes')}
                min={QUARTER}
                max={240}
                step={QUARTER}
                digits={0}
                value={one.minutes}
                onChange={(minutes) => put(place, { minutes: quarters((minutes ?? QUARTER) / 60) })}
              />
              <FigureField
                label={t('earliest')}
                min={0}
                max={24}
                step={0.25}
                value={one.earliestMinute / 60}
                onChange={(hours) => put(place, { earliestMinute: quarters(hours) })}
              />
              <FigureField
                label={t('latest')}
                min={0}
                max={24}
                step={0.25}
                value={one.latestMinute / 60}
                onChange={(hours) => put(place, { latestMinute: quarters(hours) })}
              />
            </SimpleGrid>
          </Paper>
        ))}
        <Group gap="xs">
          {(['meal', 'rest'] as const).map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              disabled={breaks.length >= 12}
              onClick={() => onChange([...breaks, { kind, ...starts[kind] }])}
            >
              {t(kind === 'meal' ? 'addMeal' : 'addRest')}
            </Button>
          ))}
        </Group>
      </Stack>
    </Input.Wrapper>
  )
}
