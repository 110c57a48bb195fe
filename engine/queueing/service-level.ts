/**
 * The ways a service level is counted. Nobody may say "80/20" without one of these names.
 * - `strict`: answered in time ÷ offered (features D1 SL-3)
 * - `answered`: answered in time ÷ answered (SL-2)
 * - `neutral`: answered in time ÷ (offered − abandoned in time) (SL-4)
 * - `positive`: (answered + abandoned) in time ÷ offered (SL-1)
 * - `shortCredit`: (answered in time + short abandons) ÷ offered (SL-5)
 * - `shortExcluded`: answered in time ÷ (offered − short abandons) (SL-6)
 */
export const serviceLevelRules = ['strict', 'answered', 'neutral', 'positive', 'shortCredit', 'shortExcluded'] as const
export type ServiceLevelRule = (typeof serviceLevelRules)[number]

/** A service level by rule, as fractions. The two short rules are there when a length of "short" was given. */
export interface ServiceLevels {
  readonly strict: number
  readonly answered: number
  readonly neutral: number
  readonly positive: number
  readonly shortCredit?: number
  readonly shortExcluded?: number
}

/** What became of the offered contacts, as fractions of them; of several rates together, as counts. */
export interface WaitOutcomes {
  readonly offered: number
  readonly answered: number
  readonly answeredWithin: number
  readonly abandonedWithin: number
  readonly abandonedShort?: number
}

/** All rules from the same outcomes. Where a denominator is empty nobody was kept waiting: 1. */
export function serviceLevelsOf(outcomes: WaitOutcomes): ServiceLevels {
  const { offered, answered, answeredWithin, abandonedWithin, abandonedShort } = outcomes
  const four = {
    strict: share(answeredWithin, offered),
    answered: share(answeredWithin, answered),
    neutral: share(answeredWithin, offered - abandonedWithin),
    positive: share(answeredWithin + abandonedWithin, offered),
  }
  if (abandonedShort === undefined) return four
  return {
    ...four,
    shortCredit: share(answeredWithin + abandonedShort, offered),
    shortExcluded: share(answeredWithin, offered - abandonedShort),
  }
}

// Rounding may carry a share a hair over 1.
const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 1)
