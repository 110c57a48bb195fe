import type { TodayReply } from '@pult/contract/measures-today'

/** The half-hours that are over. The one that is running has only begun, and its line would fall for no reason. */
export const fullHalfHours = (curve: TodayReply['curve']): TodayReply['curve'] =>
  curve.filter((slot) => slot.offered !== null).slice(0, -1)
