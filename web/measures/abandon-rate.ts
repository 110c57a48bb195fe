import type { TodayFigures } from '@pult/contract/measures'

/** Abandon rate so far, as the registry defines it: of the contacts whose end is known; null where there is none yet. */
export function abandonRateOf({ answered, abandoned, flowedOut }: TodayFigures): number | null {
  const settled = answered + abandoned + flowedOut
  return settled === 0 ? null : abandoned / settled
}
