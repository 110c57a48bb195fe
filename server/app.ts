import { createHttp, createJobs, createLive, openDatabase, type Gatekeeper, type Log, type Platform, type Settings } from './platform/index.ts'

/** Pult, wired: every room on one platform. The one place besides main that knows them all. */
export interface App extends Platform {
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
  const database = openDatabase({ connectionString, log })
  const jobs = createJobs(connectionString, log)
  const live = createLive(connectionString, log)
  // The access room's gatekeeper takes this place when the room opens.
  const gatekeeper: Gatekeeper = {
    identify: async () => null,
    admit: async () => null,
    audit: async () => undefined,
  }
  const http = await createHttp({ database, gatekeeper, log })
  const platform: Platform = { settings, log, database, http, jobs, live }
  // Rooms, in the order of who knows whom:
  return {
    ...platform,
    async start() {
      await live.start()
      await jobs.start()
      const address = await http.app.listen({ host: settings.host, port: settings.port })
      return { address }
    },
    async stop() {
      await jobs.stop()
      await live.stop()
      await http.app.close()
      await database.close()
    },
  }
}
