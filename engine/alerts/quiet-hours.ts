/** Minutes after midnight in the centre; an end before the start is past midnight. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

/** Whether a minute of the day lies in them. Hours that end where they begin are none. */
export function isQuiet(quiet: QuietHours | null, minuteOfDay: number): boolean {
  if (quiet === null || quiet.from === quiet.to) return false
  return quiet.from < quiet.to
    ? quiet.from <= minuteOfDay && minuteOfDay < quiet.to
    : minuteOfDay >= quiet.from || minuteOfDay < quiet.to
}
