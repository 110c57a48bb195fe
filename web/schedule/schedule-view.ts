import { ruleSeverities } from '@pult/contract/schedule-settings'

import { defineView, inAddress } from '../platform/view.ts'
import { lawGroupings } from './law-groups.ts'

export const scheduleTabs = ['grid', 'day', 'coverage', 'law', 'report', 'compare', 'changes', 'readers'] as const

const severities = ['all', ...ruleSeverities] as const

/** A severity that is asked for; all where it is none. */
export const anySeverity = (asked: string | readonly string[]): (typeof severities)[number] =>
  severities.find((one) => one === asked) ?? 'all'

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
  /** Which breaches of the law are shown, and by what they are grouped. */
  severity: inAddress.oneOf(severities, 'all'),
  by: inAddress.oneOf(lawGroupings, 'rule'),
  /** A requirement from which a roster is about to be made. */
  from: inAddress.maybeNumber(),
})
