import { defineView, inAddress } from '../platform/view.ts'

/** What the address of the What-if page holds. */
export const simulationView = defineView({ whatIf: inAddress.maybeNumber() })
