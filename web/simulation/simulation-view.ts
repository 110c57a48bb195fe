import { defineView, inAddress } from '../platform/view.ts'

/** What the address of the What-if page holds. */
export const simulationView = defineView({
  whatIf: inAddress.maybeNumber(),
  /** What is drawn through the day, and of which queue; null: of all. */
  figure: inAddress.text(),
  queue: inAddress.maybeNumber(),
})
