import pg from 'pg'
import type { TestProject } from 'vitest/node'

import { createJobs } from '../jobs.ts'
import { createLog } from '../log.ts'
import { migrate } from '../migrate.ts'
import { startTestPostgres } from '../postgres/testing.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A cluster with the database `pult_template`, migrated; tests copy it. */
    readonly postgresUrl: string
  }
}

/**
 * One real PostgreSQL for the whole run, migrated once, with the schema of the job queue; each test file copies the migrated database
 * (about 50 ms). With `PULT_TEST_DATABASE_URL` the run uses that server instead of the embedded one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['PULT_TEST_DATABASE_URL']
  const postgres =
    given === undefined ? await startTestPostgres() : { connectionString: given, stop: async () => undefined }
  const client = new pg.Client({ connectionString: postgres.connectionString })
  await client.connect()
  await client.query('drop database if exists pult_template with (force)')
  await client.query('create database pult_template')
  await client.end()
  const template = databaseUrl(postgres.connectionString, 'pult_template')
  await migrate(template, createLog('silent'))
  const jobs = createJobs(template, createLog('silent'))
  await jobs.start()
  await jobs.stop()
  project.provide('postgresUrl', postgres.connectionString)
  return postgres.stop
}

/** The same server, another database. */
export function databaseUrl(connectionString: string, database: string): string {
  const url = new URL(connectionString)
  url.pathname = `/${database}`
  return url.href
}
