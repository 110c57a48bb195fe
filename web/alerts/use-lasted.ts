import { useText } from '../ui/language.tsx'
import { alertsText } from './alerts-text.ts'

interface Lasting {
  readonly raisedAt: string
  readonly clearedAt: string | null
}

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60

/** For how long an alert has lasted: minutes, and hours where there are many. */
export function useLasted(): (alert: Lasting) => string {
  const t = useText(alertsText)
  return ({ raisedAt, clearedAt }) => {
    const end = clearedAt === null ? Date.now() : Date.parse(clearedAt)
    const minutes = Math.max(0, Math.round((end - Date.parse(raisedAt)) / MINUTE_MS))
    const time =
      minutes < HOUR_MINUTES
        ? t('minutes', { count: minutes })
        : `${Math.floor(minutes / HOUR_MINUTES)}:${String(minutes % HOUR_MINUTES).padStart(2, '0')}`
    return clearedAt === null ? t('stillOpen', { time }) : time
  }
}
