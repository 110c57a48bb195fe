import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

interface DayFieldProps {
  readonly label: string
  /** `YYYY-MM-DD`; null while none is chosen. */
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly description?: ReactNode
  readonly required?: boolean
  readonly error?: string | undefined
}

/** A day, typed or picked; emptied, it is none. */
export function DayField({ label, value, onChange, description, required = false, error }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      label={label}
      description={description}
      required={required}
      error={error}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}
