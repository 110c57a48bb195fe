import { tells } from './leg-sql.ts'
import type { Veil } from './veil.ts'

/** A leg as far as it may tell of its customer. */
export interface TellingLeg {
  readonly sourceKey: string
  readonly contactRef: string
  readonly customer: string | null
  readonly customerKey: string | null
  readonly transferredTo: string | null
  readonly topic: string | null
}

/** So many digits may be a telephone number. */
export const A_NUMBER: RegExp = /\d{5}/
const SOMEWHERE = '•••'

/** The same leg without its customer. `number` is the customer's key; `pseudonym` stands in its place. */
export function veilLeg(
  veil: Veil,
  centerId: number,
  leg: TellingLeg,
  { number, pseudonym }: { readonly number: string; readonly pseudonym: string },
): TellingLeg {
  const names = (text: string): boolean => tells(text, leg.customer ?? number) || tells(text, number)
  const unreadable = (text: string): string => (names(text) ? veil.textOf(centerId, text) : text)
  const isHers = leg.customerKey === number
  return {
    sourceKey: unreadable(leg.sourceKey),
    contactRef: unreadable(leg.contactRef),
    customer: isHers ? pseudonym : leg.customer,
    customerKey: isHers ? pseudonym : leg.customerKey,
    // That she was put through, and for what, is counted; to which number is not.
    transferredTo: leg.transferredTo !== null && A_NUMBER.test(leg.transferredTo) ? SOMEWHERE : leg.transferredTo,
    topic: leg.topic !== null && names(leg.topic) ? SOMEWHERE : leg.topic,
  }
}
