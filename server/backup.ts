import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { prepareSignIn } from './access/index.ts'
import {
  noteBackup,
  restoreBackup,
  writeBackup,
  type BackupReport,
  type RestoreReport,
} from './platform/backup/index.ts'
import { createLog, readSettings, type Settings } from './platform/index.ts'
import { reachEmbeddedPostgres } from './platform/postgres/index.ts'

type Where = Partial<Record<keyof Settings, unknown>>

export interface WrittenBackup extends BackupReport {
  readonly file: string
  readonly seconds: number
  /** Whether Pult knows of it, and how old its newest backup is. */
  readonly isNoted: boolean
}

/** `pult backup`: whether Pult runs meanwhile or not. */
export async function backUp(
  where: Where,
  file: string | undefined,
  pultVersion: string,
  onProgress?: (fraction: number, words: string) => void,
): Promise<WrittenBackup> {
  const settings = readSettings(where, process.env)
  const now = new Date()
  const path = resolve(file ?? `pult-${now.toISOString().slice(0, 16).replaceAll(':', '').replace('T', '-')}.tar.gz`)
  if (settings.databaseUrl === undefined && !existsSync(join(settings.dataFolder, 'postgres-password')))
    throw new Error(`There is no data of Pult in ${settings.dataFolder}. Say where it is with --data or PULT_DATA.`)
  return withDatabase(settings, async (connectionString) => {
    const began = performance.now()
    const report = await writeBackup({
      connectionString,
      dataFolder: settings.dataFolder,
      file: path,
      pultVersion,
      now,
      ...(onProgress === undefined ? {} : { onProgress }),
    })
    const seconds = Math.round((performance.now() - began) / 100) / 10
    // The file is whole whether it is noted or not.
    const isNoted = await noteBackup(connectionString, { ...report, seconds, madeAt: now }).catch(() => false)
    return { ...report, file: path, seconds, isNoted }
  })
}

/** `pult restore`: into a data folder or a database where nothing is yet. What fails leaves nothing behind. */
export async function restore(
  where: Where,
  file: string,
  onProgress?: (fraction: number, words: string) => void,
): Promise<RestoreReport> {
  const settings = readSettings(where, process.env)
  const isNew = settings.databaseUrl === undefined
  if (isNew && existsSync(join(settings.dataFolder, 'postgres-password')))
    throw new Error(
      `There is data of Pult in ${settings.dataFolder} already, and a restore overwrites nothing. Choose another folder with --data.`,
    )
  const folderWasThere = existsSync(settings.dataFolder)
  const log = createLog(settings.logLevel === 'info' ? 'warn' : settings.logLevel)
  try {
    return await withDatabase(settings, (connectionString) =>
      restoreBackup({
        connectionString,
        dataFolder: settings.dataFolder,
        file: resolve(file),
        log,
        prepare: prepareSignIn,
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    )
  } catch (error) {
    if (isNew && !folderWasThere) await rm(settings.dataFolder, { recursive: true, force: true })
    throw error
  }
}

async function withDatabase<T>(settings: Settings, work: (connectionString: string) => Promise<T>): Promise<T> {
  if (settings.databaseUrl !== undefined) return work(settings.databaseUrl)
  const postgres = await reachEmbeddedPostgres(settings.dataFolder)
  try {
    return await work(postgres.connectionString)
  } finally {
    await postgres.leave()
  }
}
