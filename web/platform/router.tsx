import { createRootRoute, createRoute, createRouter, Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useState, type FunctionComponent } from 'react'

import { rightsMay } from '@pult/contract/permissions'

import { useMaybeCenter } from './center.tsx'
import { paths } from './paths.ts'
import { lastCenterId } from './preferences.ts'
import type { CenterPage, OpenPage, Room } from './room.ts'
import { Boundary, NoPage, NoRight, NothingHere, Waiting } from './Screens.tsx'
import { useSession, useSessionReply, type Membership } from './session.ts'
import { SettingsFrame } from './SettingsFrame.tsx'
import { pagesOf, Shell } from './Shell.tsx'

/** The addresses of every room, behind the shell and its locks. */
export function createAppRouter(rooms: readonly Room[]) {
  const root = createRootRoute({ component: Root, notFoundComponent: NothingHere })
  const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })
  const open = rooms
    .flatMap((room) => [...(room.openPages ?? [])])
    .map((page) => createRoute({ getParentRoute: () => root, path: page.path, component: openPage(page) }))
  const center = createRoute({
    getParentRoute: () => root,
    path: '/c/$centerId',
    component: () => <InCenter rooms={rooms} />,
    notFoundComponent: NoPage,
  })
  const start = createRoute({ getParentRoute: () => center, path: '/', component: () => <CenterHome rooms={rooms} /> })
  const settings = createRoute({ getParentRoute: () => center, path: '/settings', component: () => <SettingsHome /> })
  const pages = pagesOf(rooms).map((page) =>
    createRoute({ getParentRoute: () => center, path: page.path, component: centerPage(page, rooms) }),
  )
  return createRouter({
    routeTree: root.addChildren([home, ...open, center.addChildren([start, settings, ...pages])]),
    // The search part belongs to the pages' views, which read and write it themselves: texts in, the same texts out.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString()
      return text === '' ? '' : `?${text.replaceAll('%2C', ',').replaceAll('%3A', ':')}`
    },
  })
}

/** Nothing of a centre is drawn before it is known who asks. */
function Root() {
  const session = useSessionReply()
  if (session.data === undefined) return <Waiting />
  return <Outlet />
}

function useIsSignedIn(): boolean {
  return useSession().user !== null
}

function ToSignIn() {
  const now = useRouterState({ select: (state) => state.location.pathname + state.location.searchStr })
  // Where she wanted to go is where this was first drawn: while it leads away the address changes under it.
  const [href] = useState(now)
  return <Navigate to={paths.signIn()} search={{}} state={{ back: href } as object} replace />
}

const homeOf = (center: Membership): string =>
  rightsMay(center, 'readMeasures') ? paths.today(center.centerId) : paths.center(center.centerId)

function Home() {
  const { user, memberships, needsPassword } = useSession()
  if (user === null) return <ToSignIn />
  if (needsPassword) return <Navigate to={paths.welcome()} replace />
  const last = lastCenterId()
  const center = memberships.find((one) => one.centerId === last) ?? memberships[0]
  return <Navigate to={center === undefined ? paths.newCenter() : homeOf(center)} replace />
}

function openPage({ page, signedIn }: OpenPage): FunctionComponent {
  const Content = lazy(() => page().then((component) => ({ default: component })))
  return function OpenScreen() {
    const isSignedIn = useIsSignedIn()
    if (signedIn && !isSignedIn) return <ToSignIn />
    return (
      <Suspense fallback={<Waiting />}>
        <Content />
      </Suspense>
    )
  }
}

function InCenter({ rooms }: { readonly rooms: readonly Room[] }) {
  const { user, needsPassword } = useSession()
  const center = useMaybeCenter()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  if (user === null) return <ToSignIn />
  if (needsPassword) return <Navigate to={paths.welcome()} replace />
  if (center === null) return <NothingHere />
  if (center.needsSecondFactor) return <Navigate to={paths.security()} replace />
  return (
    <Shell rooms={rooms}>
      <Boundary page={pathname}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </Boundary>
    </Shell>
  )
}

/** Today, or the first page of the menu that a guest may open. */
function CenterHome({ rooms }: { readonly rooms: readonly Room[] }) {
  const center = useMaybeCenter()
  if (center === null) return <NoPage />
  const first = pagesOf(rooms)
    .filter((page) => page.menu !== undefined && rightsMay(center, page.may))
    .toSorted((left, right) => (left.menu?.order ?? 0) - (right.menu?.order ?? 0))[0]
  return first === undefined ? <NoRight /> : <Navigate to={`/c/${center.centerId}${first.path}`} replace />
}

function SettingsHome() {
  const center = useMaybeCenter()
  return center === null ? <NoPage /> : <Navigate to={paths.settingsOf(center.centerId, 'queues')} replace />
}

function centerPage({ page, path, may }: CenterPage, rooms: readonly Room[]): FunctionComponent {
  const Content = lazy(() => page().then((component) => ({ default: component })))
  return function CenterScreen() {
    const center = useMaybeCenter()
    if (center === null || !rightsMay(center, may)) return <NoRight />
    return path.startsWith('/settings/') ? (
      <SettingsFrame rooms={rooms}>
        <Content />
      </SettingsFrame>
    ) : (
      <Content />
    )
  }
}
