import { defineView, inAddress } from '../platform/view.ts'

/** What the address of the Forecast page holds. */
export const forecastView = defineView({
  forecast: inAddress.maybeNumber(),
  queue: inAddress.maybeNumber(),
  /** The day looked at closely. */
  day: inAddress.text(),
})
