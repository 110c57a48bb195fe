import classes from './DayBar.module.css'

export interface DayPiece {
  /** Minutes after midnight; beyond 1440 on the next day. */
  readonly from: number
  readonly to: number
  /** How it is drawn: work is solid, what may be is hatched, breaks are cut out. */
  readonly look: 'work' | 'maybe' | 'meal' | 'rest' | 'window'
}

interface DayBarProps {
  /** What is drawn, in words. */
  readonly label: string
  readonly pieces: readonly DayPiece[]
  /** Hours shown, from midnight; 24 unless a piece goes on. */
  readonly hours?: number
}

const HOUR = 60

/** Hours of a day as a bar, with a mark every six hours. */
export function DayBar({ label, pieces, hours }: DayBarProps) {
  const last = Math.max(24, ...pieces.map(({ to }) => Math.ceil(to / HOUR / 6) * 6))
  const whole = (hours ?? last) * HOUR
  const marks = Array.from({ length: Math.floor(whole / HOUR / 6) + 1 }, (_, place) => place * 6)
  const place = (minute: number): string => `${(minute / whole) * 100}%`
  return (
    <div className={classes['frame']} role="img" aria-label={label}>
      <div className={classes['bar']}>
        {pieces.map(({ from, to, look }) => (
          <span
            key={`${look}-${from}-${to}`}
            className={classes['piece']}
            data-look={look}
            style={{ left: place(from), width: place(to - from) }}
          />
        ))}
      </div>
      <div className={classes['marks']} aria-hidden>
        {marks.map((hour) => (
          <span key={hour} style={{ left: place(hour * HOUR) }}>
            {hour % 24}
          </span>
        ))}
      </div>
    </div>
  )
}
