import { NumberInput, Select, SimpleGrid } from '@mantine/core'

import type { Rhythm, Timed } from '@pult/engine/time'

import { ClockField } from './ClockField.tsx'
import { useFormats, useText } from './language.tsx'
import { sendingText } from './sending-text.ts'

interface RhythmFieldsProps<Own extends Rhythm> {
  /** How often it may come, each with its words. */
  readonly rhythms: readonly { readonly value: Own; readonly label: string }[]
  readonly value: Timed & { readonly rhythm: Own }
  readonly onChange: (part: { readonly rhythm?: Own; readonly day?: number; readonly minute?: number }) => void
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
/** The last that every month has. */
const LAST_MONTH_DAY = 28

/** How often something comes, on which day, and at what time. */
export function RhythmFields<Own extends Rhythm>({ rhythms, value, onChange }: RhythmFieldsProps<Own>) {
  const t = useText(sendingText)
  const formats = useFormats()
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <Select
        label={t('rhythm')}
        allowDeselect={false}
        data={rhythms}
        value={value.rhythm}
        onChange={(picked) => {
          const rhythm = rhythms.find((one) => one.value === picked)?.value
          if (rhythm !== undefined) onChange({ rhythm, day: 1 })
        }}
      />
      {value.rhythm === 'weekly' && (
        <Select
          label={t('weekday')}
          allowDeselect={false}
          data={WEEKDAYS.map((day) => ({ value: String(day), label: formats.weekday(day, 'long') }))}
          value={String(value.day)}
          onChange={(day) => onChange({ day: Number(day) })}
        />
      )}
      {value.rhythm === 'monthly' && (
        <NumberInput
          label={t('monthDay')}
          min={1}
          max={LAST_MONTH_DAY}
          value={value.day}
          onChange={(day) => onChange({ day: Number(day) })}
        />
      )}
      <ClockField label={t('at')} value={value.minute} onChange={(minute) => onChange({ minute })} />
    </SimpleGrid>
  )
}

/** When something comes, in a few words. */
export function useRhythmWords(): (timed: Timed) => string {
  const t = useText(sendingText)
  const formats = useFormats()
  return ({ rhythm, day, minute }) =>
    t(rhythm, { day: rhythm === 'weekly' ? formats.weekday(day, 'long') : day, time: formats.clock(minute) })
}
