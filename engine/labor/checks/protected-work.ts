import type { ConsentKind, Span } from '../labor-facts.ts'
import type { PersonFacts, ShiftFacts } from '../person-facts.ts'
import type { WorkKind } from '../rule.ts'
import { lengthOf } from '../spans.ts'
import type { Cure, Finding } from '../violation.ts'
import { lessWork, outOf, spanOf, takeAway, type Check } from './check.ts'

// Nights, overtime, days off and holidays: who may not work then at all, and who has to agree in writing.

export const forbiddenWork: Check<'forbiddenWork'> = (facts, { parameters }, found) => {
  for (const shift of facts.shifts) {
    const group = facts.groupsOn(shift.day).find((one) => parameters.groups.includes(one))
    if (group === undefined) continue
    for (const work of parameters.work) {
      const { minutes, cures } = minutesOf(facts, shift, work)
      if (minutes > 0)
        found({ ...finding(shift, minutes, work, cures), code: 'workForbidden', details: { work, group } })
    }
  }
}

export const groupConsent: Check<'groupConsent'> = (facts, { parameters }, found) => {
  for (const shift of facts.shifts) {
    const group = facts.groupsOn(shift.day).find((one) => parameters.groups.includes(one))
    if (group === undefined) continue
    for (const work of parameters.work) {
      const missing = consentFinding(facts, shift, work)
      if (missing !== null) found({ ...missing, details: { work, group } })
    }
  }
}

export const overtimeConsent: Check<'overtimeConsent'> = (facts, { parameters }, found) => {
  if (!parameters.isRequired) return
  for (const shift of facts.shifts) {
    const missing = consentFinding(facts, shift, 'overtime')
    if (missing !== null) found(missing)
  }
}

export const holidayConsent: Check<'holidayConsent'> = (facts, { parameters }, found) => {
  if (parameters.isFreeInContinuousOperation && facts.work.person.agreement.isContinuousOperation) return
  for (const shift of facts.shifts)
    for (const work of ['holiday', 'dayOff'] as const) {
      const missing = consentFinding(facts, shift, work)
      if (missing !== null) found(missing)
    }
}

function consentFinding(facts: PersonFacts, shift: ShiftFacts, work: WorkKind): Finding | null {
  if (work === 'trip') return null
  const { minutes, cures } = minutesOf(facts, shift, work)
  if (minutes === 0 || facts.hasConsent(work, shift.day)) return null
  return finding(shift, minutes, work, [consentFor(work, facts.calendar.dateOf(shift.day)), ...cures])
}

const consentFor = (consent: ConsentKind, date: string): Cure => [{ act: 'getConsent', consent, from: date, to: date }]

const finding = (shift: ShiftFacts, minutes: number, work: WorkKind, cures: readonly Cure[]): Finding => ({
  code: 'consentMissing',
  span: spanOf(shift),
  shiftStarts: [shift.start],
  measured: minutes,
  limit: 0,
  details: { work },
  cures,
})

/** Minutes of a kind of work in a shift, and how to be rid of them. */
function minutesOf(
  facts: PersonFacts,
  shift: ShiftFacts,
  work: WorkKind,
): { readonly minutes: number; readonly cures: readonly Cure[] } {
  if (work === 'trip') return { minutes: 0, cures: [] }
  if (work === 'overtime') {
    const minutes = facts.overtimeOf(shift)
    return { minutes, cures: minutes > 0 ? [...lessWork(shift, minutes), takeAway(shift)] : [] }
  }
  const pieces = piecesOf(facts, shift, work)
  const minutes = lengthOf(pieces)
  return { minutes, cures: minutes > 0 ? outOf(shift, pieces) : [] }
}

function piecesOf(facts: PersonFacts, shift: ShiftFacts, work: 'night' | 'dayOff' | 'holiday'): readonly Span[] {
  if (work === 'night') return facts.nightPieces(shift)
  if (work === 'dayOff') return facts.piecesOn(shift, facts.isDayOff)
  return facts.piecesOn(shift, (day) => facts.calendar.kindOf(day) === 'holiday')
}
