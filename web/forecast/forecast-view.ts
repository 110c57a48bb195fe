import { defineView, inAddress } from '../platform/view.ts'

/** What a point of the totals is. */
export const grains = ['day', 'week'] as const
export type Grain = (typeof grains)[number]

/** What the address of the Forecast page holds. */
export const forecastView = defineView({
  forecast: inAddress.maybeNumber(),
  queue: inAddress.maybeNumber(),
  /** The day looked at closely. */
  day: inAddress.text(),
  grain: inAddress.oneOf(grains, 'day'),
})

/** How many days the accuracy page may look back. */
export const accuracyPeriods = ['28', '90', '365'] as const

/** What the address of the accuracy page holds. */
export const accuracyView = defineView({
  days: inAddress.oneOf(accuracyPeriods, '90'),
  queue: inAddress.maybeNumber(),
})
