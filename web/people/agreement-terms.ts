import type { Agreement, AgreementDraft, AgreementTemplateDraft } from '@pult/contract/people-agreements'

/** What an agreement and a template have in common. */
export type Terms = Omit<AgreementTemplateDraft, 'name'>

/** A full-time week of forty hours: where most agreements begin. */
export const usualTerms: Terms = {
  jurisdiction: 'RU',
  weekHours: 40,
  rate: 1,
  weekPattern: 'shifts',
  accountingMonths: 1,
  isNightWorkEqualised: false,
  isContinuousOperation: false,
  isSideJob: false,
  minShiftHours: null,
  maxShiftHours: null,
  minWeekHours: null,
  maxWeekHours: null,
  costPerHour: null,
}

/** The terms alone, without what an agreement or a template has of its own. */
export function termsOf(given: Terms): Terms {
  const entries = Object.keys(usualTerms).map((name) => [name, given[name as keyof Terms]] as const)
  return Object.fromEntries(entries) as unknown as Terms
}

/** Where an agreement stands on a day. */
export function standing({ from, to }: Pick<AgreementDraft, 'from' | 'to'>, today: string): 'now' | 'later' | 'past' {
  if (from > today) return 'later'
  return to !== null && to < today ? 'past' : 'now'
}

export const holdsOn = (agreements: readonly Agreement[], agentId: number, day: string): Agreement | undefined =>
  agreements.find((one) => one.agentId === agentId && standing(one, day) === 'now')
