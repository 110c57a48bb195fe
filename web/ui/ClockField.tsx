import { TextInput } from '@mantine/core'

interface ClockFieldProps {
  readonly label: string
  /** Minutes after midnight; 1440 is the end of the day and is shown as 00:00. */
  readonly value: number
  readonly onChange: (minute: number) => void
  /** Midnight means the end of the day, not its beginning. */
  readonly isEnd?: boolean
  /** In minutes; a quarter of an hour unless said. */
  readonly step?: number
}

const DAY_MINUTES = 1440
const SECONDS = 60
const two = (value: number): string => String(value).padStart(2, '0')

/** A time of the wall clock. */
export function ClockField({ label, value, onChange, isEnd = false, step = 15 }: ClockFieldProps) {
  const shown = value % DAY_MINUTES
  return (
    <TextInput
      type="time"
      label={label}
      required
      step={step * SECONDS}
      value={`${two(Math.floor(shown / 60))}:${two(shown % 60)}`}
      onChange={(event) => {
        const [hours, minutes] = event.currentTarget.value.split(':').map(Number)
        if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return
        const minute = hours * 60 + minutes
        onChange(isEnd && minute === 0 ? DAY_MINUTES : minute)
      }}
    />
  )
}
