import { defineView, inAddress } from '../platform/view.ts'

/** What the address of the Intraday page holds. */
export const intradayView = defineView({
  /** Today when empty. */
  day: inAddress.text(),
  /** As it looked at this time; now when empty. */
  at: inAddress.text(),
  queue: inAddress.maybeNumber(),
})
