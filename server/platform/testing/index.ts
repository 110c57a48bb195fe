import { randomBytes } from 'node:crypto'

import pg from 'pg'
import { inject } from 'vitest'

import { databaseUrl } from './postgres-setup.ts'

/** A fresh, migrated database for one test file, or a copy of another that nobody is connected to; dropped by `drop`. */
export async function createTestDatabase(
  template = 'pult_template',
): Promise<{ name: string; connectionString: string; drop: () => Promise<void> }> {
  const server = inject('postgresUrl')
  const name = `pult_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${template}`)
  return {
    name,
    connectionString: databaseUrl(server, name),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  }
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
