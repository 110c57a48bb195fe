import { useRouterState } from '@tanstack/react-router'

const inCenter = /^\/c\/(\d+)(?:\/|$)/

/** The centre of an address, or null outside of any. */
export function centerIdOf(pathname: string): number | null {
  const found = inCenter.exec(pathname)?.[1]
  return found === undefined ? null : Number(found)
}

/** The centre of the current address, or null outside of any. */
export function useCurrentCenterId(): number | null {
  return useRouterState({ select: (state) => centerIdOf(state.location.pathname) })
}
