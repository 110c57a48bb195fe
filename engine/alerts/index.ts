export { stepAlert, type AlertEvent, type AlertPace, type AlertState, type AlertStep } from './alert-state.ts'
export { isQuiet, type QuietHours } from './quiet-hours.ts'
export { readingOf, type AlertReading, type AlertThreshold, type WatchedFigure } from './reading.ts'
export { planTelling, type TellingLine, type TellingPlan, type WaitingNotice } from './telling.ts'
