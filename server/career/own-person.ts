import { forbidden, type Caller } from '../platform/index.ts'

/**
 * Who a résumé belongs to: the person who is signed in. A token acts for a script, and its maker did not mean to open her own papers to it.
 */
export function personOf(caller: Caller): { readonly centerId: number; readonly userId: string } {
  if (caller.kind !== 'user') throw forbidden('a résumé is read by the person it belongs to, not with a token')
  return { centerId: caller.centerId, userId: caller.userId }
}

export type Person = ReturnType<typeof personOf>
