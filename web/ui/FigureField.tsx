import { NumberInput } from '@mantine/core'

import { useLanguage } from './language.tsx'

interface FigureFieldProps {
  readonly label: string
  readonly value: number | null
  /** Null where it is emptied. */
  readonly onChange: (value: number | null) => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly digits?: number
  readonly suffix?: string
  readonly placeholder?: string
  readonly description?: string
  readonly required?: boolean
}

/** A number that may be left empty. */
export function FigureField({ value, onChange, digits = 2, ...rest }: FigureFieldProps) {
  const language = useLanguage()
  return (
    <NumberInput
      {...rest}
      decimalScale={digits}
      decimalSeparator={language === 'ru' ? ',' : '.'}
      allowedDecimalSeparators={[',', '.']}
      thousandSeparator={language === 'ru' ? ' ' : ','}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' || Number.isNaN(Number(typed)) ? null : Number(typed))}
    />
  )
}
