import { seasonalNaive, weeklyAverage, weeklyMedian } from './averages.ts'
import { factorMember } from './factor-member.ts'
import type { Member } from './history.ts'
import { levelMember } from './level-member.ts'
import { profileMember } from './profile-member.ts'

/**
 * What is blended, by default. Windows and memories differ on purpose: which of them a queue needs is not known beforehand, and the
 * rolling back-test finds it. A library's model can be added: anything with a name and a forecast.
 */
export const defaultMembers = (): Member[] => [
  factorMember('factors', { factors: 4, windowDays: 200, halfLifeDays: 40, carryOver: 'decaying' }),
  factorMember('factorsShort', {
    factors: 2,
    windowDays: 100,
    halfLifeDays: Number.POSITIVE_INFINITY,
    carryOver: 'decaying',
  }),
  factorMember('factorsLong', {
    factors: 4,
    windowDays: 400,
    halfLifeDays: Number.POSITIVE_INFINITY,
    carryOver: 'smoothed',
  }),
  profileMember('profiles', { factors: 2, windowDays: 200, halfLifeDays: 60 }),
  profileMember('profilesLong', { factors: 1, windowDays: 300, halfLifeDays: 90 }),
  levelMember('levels'),
  weeklyMedian('median9w', 9),
  weeklyAverage('average4w', 4),
  weeklyAverage('average8w', 8),
  seasonalNaive('seasonalNaive'),
]

/** What the blend has to beat: plain methods, on the history as it was given. */
export const baselineMembers = (): Member[] => [
  seasonalNaive('seasonalNaive'),
  weeklyAverage('average4w', 4),
  weeklyAverage('average8w', 8),
  weeklyMedian('median6w', 6),
  levelMember('exponentialSmoothing'),
]
