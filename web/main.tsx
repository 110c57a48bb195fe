import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './ui/base.css'

import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

import { access } from './access/index.ts'
import { alerts } from './alerts/index.ts'
import { career } from './career/index.ts'
import { center } from './center/index.ts'
import { connectors } from './connectors/index.ts'
import { contacts } from './contacts/index.ts'
import { demo } from './demo/index.ts'
import { forecast } from './forecast/index.ts'
import { installation } from './installation/index.ts'
import { intraday } from './intraday/index.ts'
import { market } from './market/index.ts'
import { measures } from './measures/index.ts'
import { messages } from './messages/index.ts'
import { people } from './people/index.ts'
import { privacy } from './privacy/index.ts'
import { reports } from './reports/index.ts'
import { schedule } from './schedule/index.ts'
import { simulation } from './simulation/index.ts'
import { staffing } from './staffing/index.ts'
import { wallboards } from './wallboards/index.ts'
import { fetchAhead } from './platform/ahead.ts'
import { centerIdOf } from './platform/center-address.ts'
import { addProblemWords } from './platform/problem-words.ts'
import { useChosenLanguage } from './platform/preferences.ts'
import { createReplies } from './platform/replies.ts'
import type { Room } from './platform/room.ts'
import { createAppRouter } from './platform/router.tsx'
import { useSession } from './platform/session.ts'
import { Speak } from './ui/language.tsx'
import { printInLight } from './ui/printing.ts'
import { cssVariables, theme } from './ui/theme.ts'

// Where the rooms meet, and the only place that knows them all.
const rooms: readonly Room[] = [
  demo,
  measures,
  alerts,
  reports,
  wallboards,
  contacts,
  forecast,
  staffing,
  intraday,
  simulation,
  schedule,
  market,
  career,
  center,
  installation,
  people,
  messages,
  connectors,
  access,
  privacy,
]

for (const room of rooms) if (room.problemWords !== undefined) addProblemWords(room.problemWords)
const replies = createReplies()
fetchAhead(rooms, replies, window.location)
const router = createAppRouter(rooms)

const onChangeOfPage = (listener: () => void): (() => void) => router.subscribe('onResolved', listener)

/** The language of the person, the time zone of the centre that is open. */
function Speaking({ children }: { readonly children: ReactNode }) {
  const language = useChosenLanguage()
  const { memberships } = useSession()
  const centerId = useSyncExternalStore(onChangeOfPage, () => centerIdOf(router.state.location.pathname))
  const timeZone = (memberships.find((one) => one.centerId === centerId) ?? memberships[0])?.timeZone
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <Speak language={language} timeZone={timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}>
      {children}
    </Speak>
  )
}

const RELOADED_KEY = 'pult.reloadedAt'
const AT_MOST_EVERY_MS = 30_000

// After an upgrade the pages of the former version are gone from the server: the page loads itself again, once, and goes on.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0)
  if (Date.now() - last < AT_MOST_EVERY_MS) return
  event.preventDefault()
  sessionStorage.setItem(RELOADED_KEY, String(Date.now()))
  window.location.reload()
})

printInLight()

// The number of this visit: styles that carry it are let in by the page's content security policy. The library that keeps the page behind a dialog
// from scrolling looks for it under webpack's name.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
Object.assign(globalThis, { __webpack_nonce__: nonce })

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={replies}>
          <Speaking>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </Speaking>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
