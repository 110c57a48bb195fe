import { forecast, type Forecast, type ForecastDay, type ForecastWeek } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { Cards } from '../ui/Cards.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { addDays } from '../ui/period.ts'
import { daysOfWeekIn } from './cut-weeks.ts'
import { DayCurve } from './DayCurve.tsx'
import { DayTotals, type Total } from './DayTotals.tsx'
import { BorrowedNote } from './BorrowedNote.tsx'
import { forecastText } from './forecast-text.ts'
import type { Grain } from './forecast-view.ts'
import { LoadMap } from './LoadMap.tsx'
import { OutagesNote } from './OutagesNote.tsx'

interface ForecastFiguresProps {
  readonly forecast: Forecast
  readonly queueId: number | null
  /** Empty: the first day. */
  readonly day: string
  readonly onDay: (day: string) => void
  readonly grain: Grain
  readonly onGrain: (grain: Grain) => void
}

/** How many days the load map is the mean of: more would be slow to fetch, and say the same. */
const MAP_DAYS = 28

/** The figures of a finished forecast, of one queue or of all. */
export function ForecastFigures({ forecast: chosen, queueId, day, onDay, grain, onGrain }: ForecastFiguresProps) {
  const { centerId } = useCenter()
  const params = { centerId, forecastId: chosen.forecastId }
  const days = useReply(forecast.readForecast, { params }, { keepFormer: true })
  const intervals = useReply(
    forecast.readForecastIntervals,
    { params, query: { ...(queueId === null ? {} : { queueId }), lastDay: addDays(chosen.firstDay, MAP_DAYS - 1) } },
    { keepFormer: true },
  )
  // A queue may be closed on the first days.
  const firstDay = days.data?.days.find((one) => one.queueId === queueId)?.day ?? chosen.firstDay
  const chosenDay = day === '' ? firstDay : day
  return (
    <>
      <Reply reply={days}>
        {({ days: all, weeks, together, queues }) => {
          const isShown = (one: { readonly queueId: number }): boolean => queueId === null || one.queueId === queueId
          const shown = all.filter(isShown)
          const isSeveral = queueId === null && queues.length > 1
          const totals = isSeveral
            ? { days: together.days, weeks: together.weeks.map(({ week, ...one }) => ({ ...one, day: week })) }
            : { days: shown, weeks: weeksOf(weeks.filter(isShown), shown) }
          const cut = totals.weeks.map((week) => ({ ...week, ...daysOfWeekIn(week.day, chosen) }))
          return (
            <>
              <BorrowedNote queues={queues.filter(isShown)} />
              <OutagesNote queues={queues.filter(isShown)} />
              <Totals days={shown} />
              <DayTotals
                days={totals.days}
                weeks={cut}
                together={isSeveral ? together : null}
                grain={grain}
                onGrain={onGrain}
                onPick={onDay}
              />
            </>
          )
        }}
      </Reply>
      {queueId !== null && chosenDay <= addDays(chosen.firstDay, chosen.intervalDays - 1) && (
        <DayCurve
          forecastId={chosen.forecastId}
          queueId={queueId}
          day={chosenDay}
          intervalMinutes={chosen.intervalMinutes === 15 ? 15 : chosen.intervalMinutes === 60 ? 60 : 30}
        />
      )}
      <Reply reply={intervals}>{({ intervals: all }) => (all.length === 0 ? null : <LoadMap intervals={all} />)}</Reply>
    </>
  )
}

/** Weeks of one queue as days that begin on their Mondays, each with what it would be without layers. */
function weeksOf(weeks: readonly ForecastWeek[], days: readonly ForecastDay[]): Total[] {
  const base = new Map<string, number>()
  for (const { day, baseOffered } of days) base.set(mondayOf(day), (base.get(mondayOf(day)) ?? 0) + baseOffered)
  return weeks.map(({ week, queueId: _queue, ...one }) => ({
    ...one,
    day: week,
    // Sums of the same numbers in another order may differ in the last digit.
    baseOffered: nearOr(one.offered, base.get(week)),
  }))
}

const nearOr = (offered: number, base = offered): number => (Math.abs(base - offered) < 1e-6 ? offered : base)

const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7))

function Totals({ days }: { readonly days: readonly ForecastDay[] }) {
  const t = useText(forecastText)
  const formats = useFormats()
  const offered = days.reduce((sum, day) => sum + day.offered, 0)
  const workSeconds = days.reduce((sum, day) => sum + day.workSeconds, 0)
  const dates = new Set(days.map(({ day }) => day)).size
  return (
    <Cards>
      <NumberCard label={t('contacts')} value={formats.number(offered, 0)} />
      <NumberCard label={t('perDay')} value={formats.number(dates === 0 ? null : offered / dates, 0)} />
      <NumberCard label={t('work')} value={formats.number(workSeconds / 3600, 0)} />
      <NumberCard label={t('aht')} value={formats.duration(offered > 0 ? workSeconds / offered : null)} />
    </Cards>
  )
}
