import { defineView, inAddress } from '../platform/view.ts'

export const scheduleTabs = ['grid', 'day', 'coverage', 'law', 'report', 'compare', 'changes'] as const

/** What the address of the Schedule page holds. */
export const scheduleView = defineView({
  roster: inAddress.maybeNumber(),
  tab: inAddress.oneOf(scheduleTabs, 'grid'),
  team: inAddress.maybeNumber(),
  name: inAddress.text(),
  /** The day looked at closely. */
  day: inAddress.text(),
  queue: inAddress.maybeNumber(),
  /** The roster that this one is compared with. */
  other: inAddress.maybeNumber(),
  /** A requirement from which a roster is about to be made. */
  from: inAddress.maybeNumber(),
})
