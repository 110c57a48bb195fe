/** How a figure stands to its target, as a screen colours it: `none` where there is no figure or no target. */
export type TargetLevel = 'good' | 'near' | 'bad' | 'none'

export interface Judged {
  readonly value: number | null
  readonly target: number | null
  readonly better: 'high' | 'low'
  /** By which part of the target a figure may miss it and still be near: 0.1 of 80 % is down to 72 %. */
  readonly margin: number
  /** So few contacts that chance may be all there is to a miss: then it is near at worst. */
  readonly isUncertain: boolean
}

/** Reaching the target is good; missing it by no more than the margin is near; by more, bad. */
export function targetLevel({ value, target, better, margin, isUncertain }: Judged): TargetLevel {
  if (value === null || target === null) return 'none'
  const missedBy = better === 'high' ? target - value : value - target
  if (missedBy <= 0) return 'good'
  return isUncertain || missedBy <= margin * Math.abs(target) ? 'near' : 'bad'
}
