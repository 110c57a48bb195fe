import { createAccess } from './access/index.ts'
import { openAlerts, type Alerts } from './alerts/index.ts'
import { openCareer } from './career/index.ts'
import { serveCenter } from './center/index.ts'
import { openConnectors, type Connectors } from './connectors/index.ts'
import { openContacts, type Contacts } from './contacts/index.ts'
import { openDemo } from './demo/index.ts'
import { openForecast } from './forecast/index.ts'
import { openInstallation } from './installation/index.ts'
import { openIntraday } from './intraday/index.ts'
import { openMarket, type Market } from './market/index.ts'
import { openMessages } from './messages/index.ts'
import { openMeasures, type Measures } from './measures/index.ts'
import { servePeople } from './people/index.ts'
import { openPrivacy } from './privacy/index.ts'
import { openReports, type Reports } from './reports/index.ts'
import { openSchedule } from './schedule/index.ts'
import { openSimulation } from './simulation/index.ts'
import { openStaffing } from './staffing/index.ts'
import { openWallboards } from './wallboards/index.ts'
import {
  createHttp,
  createJobs,
  createLive,
  openDatabase,
  serveHealth,
  serveMetrics,
  serveOpenApi,
  type Log,
  type Platform,
  type Settings,
} from './platform/index.ts'

/** Pult, wired: every room on one platform. The one place besides main that knows them all. */
export interface App extends Platform {
  readonly contacts: Contacts
  readonly connectors: Connectors
  readonly measures: Measures
  readonly market: Market
  readonly alerts: Alerts
  readonly reports: Reports
  /** Signs its opener in as administrator, once; null when an administrator has a password. */
  readonly firstAdministratorLink: (address: string) => Promise<string | null>
  readonly start: () => Promise<{ readonly address: string }>
  readonly stop: () => Promise<void>
}

export interface AppOptions {
  readonly settings: Settings
  readonly log: Log
  /** Of a migrated database. */
  readonly connectionString: string
}

/** Builds the server without starting it. Tests use it as it is; `main` adds database, web files and signals. */
export async function createApp(options: AppOptions): Promise<App> {
  const { settings, log, connectionString } = options
  const database = openDatabase({ connectionString, log, slowQueryMs: settings.slowQuery })
  const jobs = createJobs(connectionString, log)
  const live = createLive(connectionString, log)
  const access = await createAccess(database, settings, log)
  const http = await createHttp({
    database,
    gatekeeper: access.gatekeeper,
    log,
    clientPatienceSeconds: settings.clientPatience,
    proxies: settings.proxies,
    isSecure: settings.publicUrl?.startsWith('https:') === true,
  })
  const platform: Platform = { settings, log, database, http, jobs, live }
  // Before the rooms: requests of theirs are measured too.
  await serveMetrics(http.app, database, settings.metricsToken)
  serveHealth(http.app, database)
  serveOpenApi(http.app)
  // Rooms, in the order of who knows whom:
  access.open(http)
  serveCenter(http, database)
  servePeople(http)
  const messages = openMessages(platform)
  access.sendBy(messages)
  const measures = openMeasures(platform)
  openWallboards(platform, { today: measures.today, audit: access.gatekeeper.audit })
  const contacts = openContacts(platform, measures)
  const connectors = openConnectors(platform, { contacts, holdOff: measures.holdOff })
  openForecast(platform)
  openStaffing(platform)
  const schedule = openSchedule(platform)
  openIntraday(platform)
  openSimulation(platform)
  const market = openMarket(platform, { messages, members: access.members })
  const career = openCareer(platform)
  const alerts = openAlerts(platform, { messages, mailsOf: (userIds) => access.auth.usersById(userIds) })
  const installation = openInstallation(platform, { signInPlace: access.signInPlace })
  alerts.watch((tx, centerId) => connectors.conditions(tx, centerId))
  alerts.watch(installation.conditions)
  const reports = openReports(platform, { messages, members: access.members })
  const privacy = openPrivacy(platform, { ...access.accounts, veil: contacts.veil })
  alerts.watch(privacy.conditions)
  const demo = openDemo(platform, {
    intake: contacts.intake,
    keepMadeUpMarket: market.keepMadeUp,
    keepMadeUpResume: career.keepMadeUp,
  })
  return {
    ...platform,
    contacts,
    connectors,
    measures,
    market,
    alerts,
    reports,
    async firstAdministratorLink(address) {
      const link = await access.firstAdministratorLink(address)
      // Before she comes in: what is hers in the demonstration waits for her.
      if (link !== null) await demo.furnishAdministrators()
      return link
    },
    async start() {
      await live.start()
      await jobs.start()
      await contacts.resume()
      access.start()
      messages.start()
      measures.start()
      connectors.start()
      market.start()
      alerts.start()
      reports.start()
      privacy.start()
      await demo.start()
      const address = await http.app.listen({ host: settings.host, port: settings.port })
      return { address }
    },
    async stop() {
      await demo.stop()
      privacy.stop()
      reports.stop()
      alerts.stop()
      await connectors.stop()
      market.stop()
      messages.stop()
      access.stop()
      await jobs.stop()
      await measures.stop()
      await live.stop()
      await http.app.close()
      await schedule.stop()
      await access.auth.close()
      await database.close()
    },
  }
}
