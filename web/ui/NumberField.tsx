import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useState } from 'react'

import { useLanguage } from './language.tsx'

type Typed = string | number

const numberIn = (typed: Typed | undefined): number | null =>
  typed === undefined || typed === '' || Number.isNaN(Number(typed)) ? null : Number(typed)

/** Many a holder keeps an emptied field as nought. */
const meansSame = (typed: Typed | undefined, value: Typed | undefined): boolean =>
  numberIn(typed) === numberIn(value) || (typed === '' && numberIn(value) === 0)

/**
 * A number whose holder keeps what it means. What is typed stands as long as it means the same: the "2," on the way to 2,5 is 2, and
 * without its comma the 5 would make 25 of it.
 */
export function NumberField({ value, onChange, ...rest }: NumberInputProps) {
  const language = useLanguage()
  const [typed, setTyped] = useState<Typed | undefined>(value)
  const shown = meansSame(typed, value) ? typed : value
  return (
    <NumberInput
      {...rest}
      decimalSeparator={language === 'ru' ? ',' : '.'}
      allowedDecimalSeparators={[',', '.']}
      {...(shown === undefined ? {} : { value: shown })}
      onChange={(next) => {
        setTyped(next)
        onChange?.(numberIn(next) ?? next)
      }}
    />
  )
}
