import { rightsMay, type Permission } from '@pult/contract/permissions'

import { useCurrentCenterId } from './center-address.ts'
import { useSession, type Membership } from './session.ts'

/** For pages that may stand outside a centre. */
export function useMaybeCenter(): Membership | null {
  const centerId = useCurrentCenterId()
  const { memberships } = useSession()
  return memberships.find((membership) => membership.centerId === centerId) ?? null
}

/** The centre of the address with the reader's role in it. Only for pages below `/c/:centerId`. */
export function useCenter(): Membership {
  const center = useMaybeCenter()
  if (center === null) throw new Error('this page stands outside a centre: it must not ask for the current one')
  return center
}

/** Whether the reader's role in the current centre allows it. */
export function useMay(permission: Permission): boolean {
  const center = useMaybeCenter()
  return center !== null && rightsMay(center, permission)
}
