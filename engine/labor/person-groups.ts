import { dayNumber, type LocalDate } from '../time/index.ts'
import type { ConsentKind, LaborPerson, ProtectedGroup } from './labor-facts.ts'

// Groups that follow from age, studies and the agreement, beside those that somebody wrote down.

export const derivedGroups = [
  'age14',
  'age15',
  'under16',
  'age16to17',
  'under18',
  'studying14to15',
  'studying16to17',
  'harmful36HourWeek',
  'harmful30HourWeek',
] as const
export type DerivedGroup = (typeof derivedGroups)[number]

/** Whom a rule may name. */
export type LaborGroup = ProtectedGroup | DerivedGroup

const none: readonly LaborGroup[] = []

/** The groups a person belongs to on a day. */
export function groupsOn(person: LaborPerson, date: LocalDate): readonly LaborGroup[] {
  const written = person.groups.filter(({ from, to }) => from <= date && (to === null || date <= to))
  const age = person.bornOn === null ? null : ageOn(person.bornOn, date)
  if (written.length === 0 && (age === null || age >= 18)) return none
  const groups: LaborGroup[] = written.map(({ group }) => group)
  if (age !== null && age < 18) groups.push(...groupsOfAge(age, groups.includes('studying')))
  if (groups.includes('harmful'))
    groups.push(person.agreement.weekHours <= 30 ? 'harmful30HourWeek' : 'harmful36HourWeek')
  return groups
}

/** Whether a person can never be in a group, so that nobody need look day by day. */
export const isUnprotected = (person: LaborPerson, from: LocalDate): boolean =>
  person.groups.length === 0 && (person.bornOn === null || ageOn(person.bornOn, from) >= 18)

export const hasConsent = (person: LaborPerson, kind: ConsentKind, date: LocalDate): boolean =>
  person.consents.some((one) => one.kind === kind && one.from <= date && (one.to === null || date <= one.to))

/** Whole years. Who was born on 29 February is a year older on 1 March of a common year. */
export function ageOn(bornOn: LocalDate, date: LocalDate): number {
  dayNumber(bornOn)
  const years = Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years
}

function groupsOfAge(age: number, isStudying: boolean): LaborGroup[] {
  if (age >= 16) return ['age16to17', 'under18', ...(isStudying ? (['studying16to17'] as const) : [])]
  return [age >= 15 ? 'age15' : 'age14', 'under16', 'under18', ...(isStudying ? (['studying14to15'] as const) : [])]
}
