import { defineView, inAddress } from '../platform/view.ts'

/** What the address of the Staffing page holds; sliders at their start are not in it. */
export const staffingView = defineView({
  requirement: inAddress.maybeNumber(),
  /** A forecast from which a requirement is about to be counted. */
  from: inAddress.maybeNumber(),
  queue: inAddress.maybeNumber(),
  /** The day looked at closely. */
  day: inAddress.text(),
  /** Null: as the requirement assumes. Percent, seconds, hours, chats at once. */
  target: inAddress.maybeNumber(),
  /** The other parts of the target: lost at most, mean wait at most, occupancy at most. */
  lost: inAddress.maybeNumber(),
  wait: inAddress.maybeNumber(),
  busy: inAddress.maybeNumber(),
  aht: inAddress.number(100),
  volume: inAddress.number(100),
  patience: inAddress.maybeNumber(),
  shrinkage: inAddress.maybeNumber(),
  deadline: inAddress.maybeNumber(),
  chats: inAddress.maybeNumber(),
})

/** What the address of the page of skill groups holds. */
export const skillsView = defineView({ search: inAddress.maybeNumber() })
