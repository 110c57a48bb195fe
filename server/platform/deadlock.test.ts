import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openDatabase, type Database } from './database.ts'
import { againAfterDeadlock } from './deadlock.ts'
import { createLog } from './log.ts'
import { createTestDatabase } from './testing/index.ts'

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const made = await createTestDatabase()
  drop = made.drop
  database = openDatabase({ connectionString: made.connectionString, log: createLog('silent') })
})
afterAll(async () => {
  await database.close()
  await drop()
})

describe('transactions that wait for each other in a circle', () => {
  it('both come through: the one that was ended begins anew', async () => {
    let runs = 0
    const bothHoldOne = Promise.withResolvers<undefined>()
    const lock = (first: number, second: number): Promise<number> =>
      database.withBulkConnection({ centerId: 1 }, async (client) => {
        await client.query('select pg_advisory_xact_lock(77, $1)', [first])
        if (++runs === 2) bothHoldOne.resolve(undefined)
        await bothHoldOne.promise
        await client.query('select pg_advisory_xact_lock(77, $1)', [second])
        return first
      })
    expect(await Promise.all([lock(1, 2), lock(2, 1)])).toEqual([1, 2])
    expect(runs).toBe(3)
  })

  it('give up on what is no circle at once, and on one that never ends', async () => {
    const failing = (code: string): { tries: number; done: Promise<unknown> } => {
      const told = { tries: 0, done: Promise.resolve() as Promise<unknown> }
      told.done = againAfterDeadlock(async () => {
        told.tries++
        throw Object.assign(new Error(code), { code })
      }).catch((error: Error) => error.message)
      return told
    }
    const [other, circle] = [failing('23505'), failing('40P01')]
    expect(await Promise.all([other.done, circle.done])).toEqual(['23505', '40P01'])
    expect([other.tries, circle.tries]).toEqual([1, 5])
  })
})
