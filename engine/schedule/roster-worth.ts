import type { FairShare } from './roster-problem.ts'

// What the parts of the objective are worth beside each other, and where unpleasant work begins: figures, no code.

/** What being one off one’s fair share is worth, in hours of work: the cost grows with its square. */
export const hoursPerSquare: Readonly<Record<keyof FairShare, number>> = {
  nights: 0.2,
  weekends: 0.2,
  holidays: 0.5,
  shortRests: 0.2,
  lateChanges: 0.2,
  refusedWishes: 0.1,
}

/** A shift is a night one when at least so many minutes of it lie in the night. */
export const NIGHT_SHIFT_MINUTES = 120
/** A rest of fewer minutes between two shifts is a short one. */
export const SHORT_REST_MINUTES = 840
/** A day changed against the earlier roster is worth at most so many hours, a shift moved as many as it is moved. */
export const HOURS_PER_CHANGED_DAY = 2
/** Hours that an activity not placed is worth, for every hour it lasts. */
export const HOURS_PER_MISSED_HOUR = 4
