import { useRef, useState, type KeyboardEvent } from 'react'

import type { CalendarDay } from '@pult/contract/center'

import { useFormats, useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'
import classes from './center.module.css'

interface YearGridProps {
  readonly days: readonly CalendarDay[]
  /** The day that holds the keyboard's place at first. */
  readonly startAt: string
  readonly onChoose: ((day: CalendarDay) => void) | null
}

const stepByKey: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A year of twelve small months. One stop for the Tab key; arrows walk the days. */
export function YearGrid({ days, startAt, onChoose }: YearGridProps) {
  const formats = useFormats()
  const grid = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(days.some((one) => one.day === startAt) ? startAt : (days[0]?.day ?? ''))
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  const walk = (event: KeyboardEvent): void => {
    const step = stepByKey[event.key]
    const place = days.findIndex((one) => one.day === at)
    const next = step === undefined ? undefined : days[place + step]
    if (next === undefined) return
    event.preventDefault()
    setAt(next.day)
    grid.current?.querySelector<HTMLElement>(`[data-day="${next.day}"]`)?.focus()
  }
  return (
    <div ref={grid} className={classes['months']} onKeyDown={walk}>
      {months.map((month) => {
        const own = days.filter((one) => Number(one.day.slice(5, 7)) === month)
        return (
          <section key={month} aria-label={formats.month(month)}>
            <h3 className={classes['monthName']}>{formats.month(month)}</h3>
            <Month days={own} at={at} onChoose={onChoose} />
          </section>
        )
      })}
    </div>
  )
}

interface MonthProps {
  readonly days: readonly CalendarDay[]
  readonly at: string
  readonly onChoose: ((day: CalendarDay) => void) | null
}

function Month({ days, at, onChoose }: MonthProps) {
  const formats = useFormats()
  const first = days[0]
  const lead = first === undefined ? 0 : (new Date(first.day).getUTCDay() + 6) % 7
  return (
    <div className={classes['days']}>
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
        <span key={weekday} className={classes['weekdayHead']} aria-hidden>
          {formats.weekday(weekday)}
        </span>
      ))}
      {Array.from({ length: lead }, (_, place) => (
        <span key={`lead ${place}`} />
      ))}
      {days.map((day) => (
        <Day key={day.day} day={day} isAt={day.day === at} onChoose={onChoose} />
      ))}
    </div>
  )
}

function Day({
  day,
  isAt,
  onChoose,
}: {
  readonly day: CalendarDay
  readonly isAt: boolean
  readonly onChoose: MonthProps['onChoose']
}) {
  const t = useText(centerText)
  const formats = useFormats()
  const kind = day.own === null ? t(day.kind) : `${t('ownDay')} ${day.own.name}`
  const shared = {
    className: classes['day'] ?? '',
    title: kind,
    'data-kind': day.kind,
    'data-own': day.own !== null,
    'data-day': day.day,
  }
  const number = Number(day.day.slice(8))
  if (onChoose === null) return <span {...shared}>{number}</span>
  return (
    <button
      type="button"
      {...shared}
      tabIndex={isAt ? 0 : -1}
      aria-label={`${formats.longDate(day.day)}, ${kind}`}
      onClick={() => onChoose(day)}
    >
      {number}
    </button>
  )
}
