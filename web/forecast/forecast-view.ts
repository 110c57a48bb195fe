import { defineView, inAddress } from '../platform/view.ts'

/** What the address of the Forecast page holds. */
export const forecastView = defineView({
  forecast: inAddress.maybeNumber(),
  queue: inAddress.maybeNumber(),
  /** The day looked at closely. */
  day: inAddress.text(),
})

/** How many days the accuracy page may look back. */
export const accuracyPeriods = ['28', '90', '365'] as const

/** What the address of the accuracy page holds. */
export const accuracyView = defineView({
  days: inAddress.oneOf(accuracyPeriods, '90'),
  queue: inAddress.maybeNumber(),
})
