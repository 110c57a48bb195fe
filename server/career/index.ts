import { createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Platform } from '../platform/index.ts'
import { serveDocuments } from './documents.routes.ts'
import { serveResults, type ClockOf } from './results.routes.ts'
import { serveResumes } from './resumes.routes.ts'
import { openSeal } from './seal.ts'

/** Opens the room: what a person writes about herself, and what the centre's data prove of it. */
export function openCareer(platform: Platform, clock: () => number = Date.now): void {
  const seal = openSeal(platform.settings.dataFolder)
  const clockOf: ClockOf = async (tx, centerId) => {
    const now = clock()
    return { now, today: createZone((await readCenter(tx, centerId)).timeZone).localDate(now) }
  }
  serveResumes(platform, clockOf)
  serveDocuments(platform)
  serveResults(platform, seal, clockOf)
}
