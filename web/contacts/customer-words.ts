import { ERASED } from '@pult/contract/privacy-words'

import { EMPTY } from '../ui/formats.ts'
import type { Translate } from '../ui/text.ts'

const SHOWN = 4

/** A customer as she is shown: who was erased by the beginning of her pseudonym, so that her contacts can still be told from another's. */
export function customerWords(t: Translate<'erasedCustomer'>, customer: string | null): string {
  if (customer === null) return EMPTY
  if (!customer.startsWith(ERASED)) return customer
  return t('erasedCustomer', { sign: customer.slice(ERASED.length, ERASED.length + SHOWN) })
}
