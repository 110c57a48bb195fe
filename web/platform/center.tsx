import { useRouterState } from '@tanstack/react-router'

import { roleMay, rightsByRole, type Permission, type Reach } from '@pult/contract/permissions'

import { useSession, type Membership } from './session.ts'

const inCenter = /^\/c\/(\d+)(?:\/|$)/

/** The centre of an address, or null outside of any. */
export function centerIdOf(pathname: string): number | null {
  const found = inCenter.exec(pathname)?.[1]
  return found === undefined ? null : Number(found)
}

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

export function useCurrentCenterId(): number | null {
  return useRouterState({ select: (state) => centerIdOf(state.location.pathname) })
}

/** Whether the reader's role in the current centre allows it. */
export function useMay(permission: Permission): boolean {
  const center = useMaybeCenter()
  return center !== null && roleMay(center.role, permission)
}

/** How far the reader sees: the whole centre, own teams, only herself. */
export function useReach(): Reach {
  const center = useMaybeCenter()
  return center === null ? 'self' : rightsByRole[center.role].reach
}
