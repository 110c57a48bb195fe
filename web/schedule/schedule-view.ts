import { defineView, inAddress } from '../platform/view.ts'

export const scheduleTabs = ['grid', 'day', 'coverage', 'law', 'report', 'changes'] as const

/** What the address of the Schedule page holds. */
export const scheduleView = defineView({
  roster: inAddress.maybeNumber(),
  tab: inAddress.oneOf(scheduleTabs, 'grid'),
  team: inAddress.maybeNumber(),
  skill: inAddress.maybeNumber(),
  name: inAddress.text(),
  /** The day looked at closely. */
  day: inAddress.text(),
  queue: inAddress.maybeNumber(),
  /** A requirement from which a roster is about to be made. */
  from: inAddress.maybeNumber(),
})
