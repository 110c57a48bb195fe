import { forecast, type Forecast, type ForecastDay } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { Cards } from '../ui/Cards.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { addDays } from '../ui/period.ts'
import { DayCurve } from './DayCurve.tsx'
import { DayTotals } from './DayTotals.tsx'
import { BorrowedNote } from './BorrowedNote.tsx'
import { forecastText } from './forecast-text.ts'
import type { Grain } from './forecast-view.ts'
import { LoadMap } from './LoadMap.tsx'

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
        {({ days: all, weeks, queues }) => {
          const isShown = (one: { readonly queueId: number }): boolean => queueId === null || one.queueId === queueId
          const shown = all.filter(isShown)
          return (
            <>
              <BorrowedNote queues={queues.filter(isShown)} />
              <Totals days={shown} />
              <DayTotals days={shown} weeks={weeks.filter(isShown)} grain={grain} onGrain={onGrain} onPick={onDay} />
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
