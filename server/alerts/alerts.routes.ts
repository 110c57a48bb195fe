import { alerts } from '@pult/contract/alerts'

import type { Platform } from '../platform/index.ts'
import { alertFile } from './alert-file.ts'
import { answerAlert, findAlerts, knownOf, readAlert, readBell } from './alert-list.ts'
import { noteSeen, readQuiet, setQuiet } from './reader-store.ts'
import { zoneFor } from './zone-for.ts'

const done = { done: true } as const
const AT_ONCE = 50
const MOST_IN_FILE = 20_000

/** Serves alerts, open and past, and the bell. */
export function serveAlerts({ http, live }: Pick<Platform, 'http' | 'live'>, clock: () => number): void {
  http.serve(alerts.listAlerts, ({ caller, query, readCenter }) =>
    readCenter(async (tx) => {
      const { before, ...filter } = query
      const found = await findAlerts(tx, caller, filter, { before: before ?? null, most: AT_ONCE + 1 })
      const shown = found.slice(0, AT_ONCE)
      const next = found.length > AT_ONCE ? (shown.at(-1)?.alertId ?? null) : null
      return { alerts: shown, next, ...(await knownOf(tx, caller.centerId)) }
    }),
  )
  http.serve(alerts.exportAlerts, ({ caller, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { format, language, ...filter } = query
      const found = await findAlerts(tx, caller, filter, { before: null, most: MOST_IN_FILE })
      const { timeZone } = await zoneFor(tx, caller.centerId)
      await audit(tx, { act: 'alerts.alerts.export', subject: 'alerts', detail: { ...query, rows: found.length } })
      return alertFile(found, { format, language, timeZone })
    }),
  )
  http.serve(alerts.readAlert, ({ caller, params, readCenter }) =>
    readCenter((tx) => readAlert(tx, caller, params.alertId)),
  )
  http.serve(alerts.answerAlert, ({ caller, params: { alertId }, body: { words }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await answerAlert(tx, caller, alertId, { words, now: clock() })
      await audit(tx, { act: 'alerts.alert.answer', subject: `alert ${alertId}` })
      await live.announce(tx, { centerId: caller.centerId, topic: 'alerts', id: alertId })
      return done
    }),
  )
  http.serve(alerts.readBell, ({ caller, readCenter }) => readCenter((tx) => readBell(tx, caller)))
  http.serve(alerts.seeBell, ({ caller: { centerId, userId }, body, inCenter }) =>
    inCenter(async (tx) => {
      await noteSeen(tx, centerId, userId, body.alertId)
      return done
    }),
  )
  http.serve(alerts.readOwnQuiet, ({ caller: { centerId, userId }, readCenter }) =>
    readCenter(async (tx) => ({ quiet: await readQuiet(tx, centerId, userId) })),
  )
  http.serve(alerts.setOwnQuiet, ({ caller: { centerId, userId }, body: { quiet }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await setQuiet(tx, centerId, userId, quiet)
      await audit(tx, { act: 'alerts.quiet.set', subject: 'own quiet hours', detail: { ...quiet } })
      return done
    }),
  )
}
