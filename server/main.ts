import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { createApp, type App } from './app.ts'
import { createLog, migrate, readSettings, type Log, type Settings } from './platform/index.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres, type PostgresProgress } from './platform/postgres/index.ts'
import { openWaitingRoom, type WaitingRoom } from './platform/waiting-room.ts'
import { serveWebFiles } from './platform/web-files.ts'

/** What `pult serve` may be told on the command line; everything else is in the environment (see settings). */
export type ServeOptions = Partial<Record<keyof Settings, unknown>>

/** A running Pult. */
export interface Served {
  readonly address: string
  /** Signs its opener in as administrator, once; only while no administrator has a password. */
  readonly oneTimeLink: string | null
  readonly stop: () => Promise<void>
}

export interface ServeHooks {
  /** Where the built web app lies; built beforehand by whoever starts the server. */
  readonly webFolder: string
  /** Tells a person at the terminal what is being done. */
  readonly say: (words: string) => void
}

/**
 * Starts everything: port, database, schema, rooms, web. Throws an Error with a sentence that says what to do when the
 * port is taken, a setting is wrong or the database cannot be had.
 */
export async function serve(options: ServeOptions, hooks: ServeHooks): Promise<Served> {
  const settings = readSettings(options, process.env)
  const log = createLog(settings.logLevel)
  const waitingRoom = await takePort(settings)
  let postgres: EmbeddedPostgres | undefined
  let app: App | undefined
  try {
    postgres = settings.databaseUrl === undefined ? await startPostgres(settings, log, waitingRoom, hooks) : undefined
    const connectionString = settings.databaseUrl ?? postgres?.connectionString ?? ''
    waitingRoom.say({ ru: 'Пульт приводит базу данных в порядок…', en: 'Pult is bringing its database up to date…' })
    await migrate(connectionString, log)
    app = await createApp({ settings, log, connectionString })
    await serveWebFiles(app.http.app, hooks.webFolder)
    await waitingRoom.close()
    const { address } = await app.start()
    const oneTimeLink = await app.firstAdministratorLink(settings.publicUrl ?? address)
    return { address: settings.publicUrl ?? address, oneTimeLink, stop: stopper(app, postgres, log) }
  } catch (error) {
    await waitingRoom.close().catch(() => undefined)
    await app?.stop().catch(() => undefined)
    await postgres?.stop().catch(() => undefined)
    throw error
  }
}

async function takePort(settings: Settings): Promise<WaitingRoom> {
  try {
    return await openWaitingRoom(settings.host, settings.port)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE') {
      throw new Error(
        `Port ${settings.port} on ${settings.host} is taken, perhaps by another Pult. ` +
          `Choose another with "npm start -- --port ${settings.port + 1}" or PULT_PORT=${settings.port + 1}.`,
        { cause: error },
      )
    }
    if (code === 'EACCES') {
      throw new Error(`Port ${settings.port} may not be opened by this user. Choose one above 1024 with --port.`, {
        cause: error,
      })
    }
    throw error
  }
}

async function startPostgres(
  settings: Settings,
  log: Log,
  waitingRoom: WaitingRoom,
  hooks: ServeHooks,
): Promise<EmbeddedPostgres> {
  const folder = join(settings.dataFolder, 'postgres')
  if (!existsSync(folder)) hooks.say(`Making the database in ${settings.dataFolder}`)
  let told = false
  return startEmbeddedPostgres({
    dataFolder: settings.dataFolder,
    onProgress: (progress) => {
      const words = progressWords(progress)
      waitingRoom.say(words)
      if (progress.stage === 'recovering' && !told) hooks.say(words.en)
      told ||= progress.stage === 'recovering'
    },
    onLost: (words) => log.error({ words }, 'the database ended by itself; it is being started again'),
    onBack: (seconds) => log.warn({ seconds: Math.round(seconds) }, 'the database is back'),
  })
}

function progressWords(progress: PostgresProgress): { ru: string; en: string } {
  if (progress.stage === 'recovering') {
    return {
      ru: 'База данных восстанавливается после внезапной остановки. Ничего из подтверждённого не потеряно.',
      en: 'The database is recovering from a sudden stop. Nothing that was acknowledged is lost.',
    }
  }
  return { ru: 'База данных запускается…', en: 'The database is starting…' }
}

function stopper(app: App, postgres: EmbeddedPostgres | undefined, log: Log): () => Promise<void> {
  let stopped: Promise<void> | undefined
  return () => {
    stopped ??= (async () => {
      await app.stop().catch((error: Error) => log.warn({ error: error.message }, 'stopping'))
      await postgres?.stop()
    })()
    return stopped
  }
}
