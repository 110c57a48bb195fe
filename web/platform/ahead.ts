import type { QueryClient } from '@tanstack/react-query'

import { access } from '@pult/contract/access'

import { centerIdOf } from './center-address.ts'
import { lastCenterId } from './preferences.ts'
import { replyQuery } from './replies.ts'
import type { Arrival, CenterPage, OpenPage, Room } from './room.ts'

const START = '/today'

/**
 * Asks at once for what the address will need, before anything is drawn: who is signed in, the page's script, and the replies that
 * the page names. Otherwise each would wait for the one before. What fails here is asked again, and said, by whoever needs it.
 */
export function fetchAhead(rooms: readonly Room[], replies: QueryClient, { pathname, search }: Location): void {
  const session = replies.fetchQuery(replyQuery(access.readSession, {}))
  const open = rooms.flatMap((room) => [...(room.openPages ?? [])]).find((page) => page.path === pathname)
  session.catch(() => undefined)
  if (open !== undefined) return fetchScript(open)
  const centerId = centerIdOf(pathname) ?? (pathname === '/' ? lastCenterId() : undefined)
  if (centerId === undefined) return
  const path = pathname.replace(/^\/c\/\d+/, '')
  const found = findPage(rooms, path === '' || path === '/' ? START : path)
  if (found === null) return
  fetchScript(found.page)
  const arrival: Arrival = { centerId, params: found.params, search }
  const warm = found.page.warm?.(arrival) ?? []
  session
    .then(({ user }) => {
      if (user !== null) for (const query of warm) void replies.prefetchQuery(query)
    })
    .catch(() => undefined)
}

function fetchScript(page: CenterPage | OpenPage): void {
  page.page().catch(() => undefined)
}

/** The page of an address below a centre; a path without parameters goes before one with. */
export function findPage(
  rooms: readonly Room[],
  path: string,
): { readonly page: CenterPage; readonly params: Readonly<Record<string, string>> } | null {
  const pages = rooms
    .flatMap((room) => [...(room.centerPages ?? [])])
    .toSorted((left, right) => Number(left.path.includes('$')) - Number(right.path.includes('$')))
  for (const page of pages) {
    const params = paramsOf(page.path, path)
    if (params !== null) return { page, params }
  }
  return null
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [place, part] of wanted.entries()) {
    const text = given[place] ?? ''
    if (part.startsWith('$')) params[part.slice(1)] = decodeURIComponent(text)
    else if (part !== text) return null
  }
  return params
}
