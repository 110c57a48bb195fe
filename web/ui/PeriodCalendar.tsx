import { DatePicker, DatesProvider } from '@mantine/dates'
import { useState } from 'react'

import 'dayjs/locale/ru'

import { useLanguage } from './language.tsx'
import type { Days } from './period.ts'

interface PeriodCalendarProps {
  readonly days: Days
  readonly today: string
  readonly onPick: (days: Days) => void
}

/** The calendar of the period picker; apart, because it is loaded only when opened. */
export function PeriodCalendar({ days, today, onPick }: PeriodCalendarProps) {
  const language = useLanguage()
  const [range, setRange] = useState<[string | null, string | null]>([days.from, days.to])
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <DatePicker
        type="range"
        allowSingleDateInRange
        value={range}
        defaultDate={days.from}
        maxDate={today}
        onChange={(next) => {
          setRange(next)
          const [from, to] = next
          if (from !== null && to !== null) onPick({ from, to })
        }}
      />
    </DatesProvider>
  )
}
