import type { Roster } from '@pult/contract/schedule-roster'

export const isBeingMade = ({ status }: Pick<Roster, 'status'>): boolean => status === 'waiting' || status === 'making'

/** Whether there is a roster to look at: made, or the best so far. */
export const hasShifts = (one: Pick<Roster, 'status' | 'progress'>): boolean =>
  one.status !== 'failed' && (!isBeingMade(one) || one.progress.objective !== null)
