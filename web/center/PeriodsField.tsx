import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'

import { useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'
import { breaksOf, faultOf, tidyClock, type Period } from './week.ts'

interface PeriodsFieldProps {
  /** Whose hours: "Monday". */
  readonly label: string
  readonly periods: readonly Period[]
  readonly onChange: (periods: readonly Period[]) => void
}

const MOST = 6

/** The hours of one day; what lies between two periods is shown as a break. */
export function PeriodsField({ label, periods, onChange }: PeriodsFieldProps) {
  const t = useText(centerText)
  const set = (place: number, side: 0 | 1, text: string): void =>
    onChange(
      periods.map((period, at) => (at === place ? (side === 0 ? [text, period[1]] : [period[0], text]) : period)),
    )
  const breaks = faultOf(periods) === null ? breaksOf(periods) : []
  return (
    <Stack gap={4}>
      {periods.length === 0 && (
        <Group gap={6}>
          <Text size="sm" c="dimmed" lh="30px">
            {t('closed')}
          </Text>
          <AddPeriod label={label} periods={periods} onChange={onChange} />
        </Group>
      )}
      {periods.map((period, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a period is its place
        <Group key={place} gap={6} wrap="nowrap">
          {([0, 1] as const).map((side) => (
            <TextInput
              key={side}
              size="xs"
              w={68}
              inputMode="numeric"
              aria-label={`${label}: ${t(side === 0 ? 'from' : 'to')}`}
              value={period[side]}
              onChange={(event) => set(place, side, event.currentTarget.value)}
              onBlur={(event) => set(place, side, tidyClock(event.currentTarget.value))}
            />
          ))}
          <ActionIcon
            aria-label={`${label}: ${t('removePeriod')}`}
            onClick={() => onChange(periods.filter((_, at) => at !== place))}
          >
            <IconX size={15} />
          </ActionIcon>
          {place === periods.length - 1 && <AddPeriod label={label} periods={periods} onChange={onChange} />}
        </Group>
      ))}
      {breaks.length > 0 && (
        <Text size="xs" c="dimmed">
          {breaks.map(([from, to]) => t('breakAt', { from, to })).join(', ')}
        </Text>
      )}
    </Stack>
  )
}

function AddPeriod({ label, periods, onChange }: PeriodsFieldProps) {
  const t = useText(centerText)
  if (periods.length >= MOST) return null
  return (
    <ActionIcon
      aria-label={`${label}: ${t('addPeriod')}`}
      title={t('addPeriod')}
      onClick={() =>
        onChange(periods.length === 0 ? [['09:00', '18:00']] : [...periods, [periods.at(-1)?.[1] ?? '', '']])
      }
    >
      <IconPlus size={15} />
    </ActionIcon>
  )
}
