import { Chip, Group, Input } from '@mantine/core'

import { useFormats } from './language.tsx'

interface WeekdaysFieldProps {
  readonly label: string
  /** ISO weekdays, 1 is Monday. */
  readonly value: readonly number[]
  readonly onChange: (weekdays: number[]) => void
}

const week = [1, 2, 3, 4, 5, 6, 7] as const

/** Days of the week, each on or off. */
export function WeekdaysField({ label, value, onChange }: WeekdaysFieldProps) {
  const formats = useFormats()
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Chip.Group multiple value={value.map(String)} onChange={(days) => onChange(days.map(Number).toSorted())}>
        <Group gap={6} role="group" aria-label={label}>
          {week.map((day) => (
            <Chip key={day} value={String(day)} size="xs" radius="sm">
              {formats.weekday(day)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  )
}
