import type { AgreementTemplateDraft } from '@pult/contract/people-agreements'

import { invalid } from '../platform/index.ts'

/** What is agreed about working time: an agreement or a template without its name, days and pay. */
export type Terms = Omit<AgreementTemplateDraft, 'name' | 'costPerHour'>

export function termsOf(given: Terms): Terms {
  const { jurisdiction, weekHours, rate, weekPattern, accountingMonths } = given
  const { isNightWorkEqualised, isContinuousOperation, isSideJob } = given
  const { minShiftHours, maxShiftHours, minWeekHours, maxWeekHours } = given
  return {
    jurisdiction,
    weekHours,
    rate,
    weekPattern,
    accountingMonths,
    isNightWorkEqualised,
    isContinuousOperation,
    isSideJob,
    minShiftHours,
    maxShiftHours,
    minWeekHours,
    maxWeekHours,
  }
}

/** Throws a 400 problem that says which two terms cannot both be kept. */
export function refuseContradiction(terms: Terms): void {
  const { weekHours, rate, minShiftHours, maxShiftHours, minWeekHours, maxWeekHours } = terms
  const refuse = (at: string, sentence: string, least: number, most: number): never => {
    throw invalid('agreementContradicts', `body.${at}: ${sentence}`, { at: `body.${at}`, values: { least, most } })
  }
  const own = weekHours * rate
  if (minShiftHours !== null && maxShiftHours !== null && minShiftHours > maxShiftHours)
    refuse(
      'maxShiftHours',
      `the longest shift (${maxShiftHours} h) is shorter than the shortest (${minShiftHours} h).`,
      minShiftHours,
      maxShiftHours,
    )
  if (minWeekHours !== null && maxWeekHours !== null && minWeekHours > maxWeekHours)
    refuse(
      'maxWeekHours',
      `a week of at most ${maxWeekHours} h cannot hold the ${minWeekHours} h that are promised.`,
      minWeekHours,
      maxWeekHours,
    )
  if (maxWeekHours !== null && maxWeekHours < own)
    refuse(
      'maxWeekHours',
      `a week of at most ${maxWeekHours} h is less than the ${own} h of the rate (${weekHours} h × ${rate}).`,
      own,
      maxWeekHours,
    )
  if (maxWeekHours !== null && minShiftHours !== null && maxWeekHours < minShiftHours)
    refuse(
      'minShiftHours',
      `a shift of at least ${minShiftHours} h does not fit into a week of at most ${maxWeekHours} h.`,
      minShiftHours,
      maxWeekHours,
    )
}
