import { counters, type CounterId } from './counters.ts'
import type { MeasureDefinition, Term } from './definition.ts'

/** `numerator`: the contacts a measure counts · `rest`: those it is a share of and does not count · `all`: those it stands on. */
export type ContactPart = 'numerator' | 'rest' | 'all'

/** Counted under another stamp than the one they were offered at, or several times a contact: no list of contacts adds up to them. */
const notByContact: ReadonlySet<CounterId> = new Set(['answeredInInterval', 'handledInInterval', 'agentNoAnswers'])

const areContacts = (terms: readonly Term[]): boolean =>
  terms.length > 0 && terms.every(({ counter }) => counters[counter].unit === 'contacts' && !notByContact.has(counter))

/** The parts of a measure that are contacts, so that a list of contacts can be exactly them. The first is what a reader wants to see. */
export function contactPartsOf({ kind, numerator, denominator, better }: MeasureDefinition): readonly ContactPart[] {
  if (kind === 'count') return areContacts(numerator) ? ['numerator'] : []
  if (!areContacts(denominator)) return []
  if (kind !== 'share' || !areContacts(numerator)) return ['all']
  // Of what should be much one looks for what is missing, of what should be little for what is there.
  return better === 'high' ? ['rest', 'numerator', 'all'] : ['numerator', 'rest', 'all']
}

/** The terms whose sum over a contact is above zero where the contact belongs to the part. */
export function termsOfPart({ numerator, denominator }: MeasureDefinition, part: ContactPart): readonly Term[] {
  if (part === 'numerator') return numerator
  if (part === 'all') return denominator
  return [...denominator, ...numerator.map((term) => ({ ...term, times: -(term.times ?? 1) }))]
}
