import { createZone } from '@pult/engine/time'

import { createApp } from '../server/app.ts'
import { createLog, type Settings } from '../server/platform/index.ts'
import { createTestDatabase } from '../server/platform/testing/index.ts'
import { furnishCenter, ZONE, type Furnished } from './furnish-center.ts'

interface Template {
  /** Of the database. */
  readonly name: string
  readonly furnished: Furnished
}

/** By the running day. */
const known = new Map<string, Promise<Template>>()

/** A database with a furnished centre. It is made once in a run and copied by each file of tests: to fill it anew costs seconds. */
export function furnishedTemplate(settings: Settings): Promise<Template> {
  const today = createZone(ZONE).localDate(Date.now())
  const template = known.get(today) ?? makeTemplate(today, settings)
  known.set(today, template)
  return template
}

async function makeTemplate(today: string, settings: Settings): Promise<Template> {
  const { name, connectionString } = await createTestDatabase()
  const app = await createApp({ settings, log: createLog('silent'), connectionString })
  const furnished = await furnishCenter(app, today)
  await app.stop()
  return { name, furnished }
}
