import { createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Platform } from '../platform/index.ts'
import { serveDocuments } from './documents.routes.ts'
import { keepMadeUpResume } from './keep-made-up.ts'
import type { Person } from './own-person.ts'
import { serveResults, type ClockOf } from './results.routes.ts'
import { serveResumes } from './resumes.routes.ts'
import { openSeal } from './seal.ts'

/** What a person writes about herself, and what the centre's data prove of it. */
export interface Career {
  /** Gives a person of the demonstration a résumé begun with made-up facts, where she has none. */
  readonly keepMadeUp: (person: Person) => Promise<void>
}

/** Opens the room. */
export function openCareer(platform: Platform, clock: () => number = Date.now): Career {
  const seal = openSeal(platform.settings.dataFolder)
  const clockOf: ClockOf = async (tx, centerId) => {
    const now = clock()
    return { now, today: createZone((await readCenter(tx, centerId)).timeZone).localDate(now) }
  }
  serveResumes(platform, clockOf)
  serveDocuments(platform)
  serveResults(platform, seal, clockOf)
  return {
    keepMadeUp: (person) =>
      platform.database.inCenter(person, async (tx) => {
        const { today } = await clockOf(tx, person.centerId)
        await keepMadeUpResume(tx, person, today)
      }),
  }
}
