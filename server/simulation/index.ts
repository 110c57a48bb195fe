import { lostInTable, type Platform } from '../platform/index.ts'
import { runWhatIf } from './run-what-if.ts'
import { searchSkillNeed } from './search-skill-need.ts'
import { serveSimulation } from './simulation.routes.ts'
import { serveSkillNeeds } from './skill-need.routes.ts'

interface JobData {
  readonly centerId: number
  readonly whatIfId: number
  readonly version: number
}

/** Opens the room: days of the centre tried differently, run as jobs that survive a crash. */
export function openSimulation(platform: Platform, clock: () => number = Date.now): void {
  const patient = { concurrency: 1, retries: 3, expireSeconds: 1800 }
  platform.jobs.define<JobData>(
    'simulation',
    patient,
    ({ centerId, ...run }, signal) => runWhatIf(platform, { centerId }, run, clock(), signal),
    lostInTable(platform, {
      table: 'what_if',
      key: ['whatIfId', 'version'],
      waiting: 'waiting',
      begun: 'running',
      topic: 'simulation',
    }),
  )
  platform.jobs.define<{ centerId: number; skillNeedId: number }>(
    'skillNeed',
    patient,
    ({ centerId, skillNeedId }, signal) =>
      searchSkillNeed(platform, { centerId }, { skillNeedId, now: clock() }, signal),
    lostInTable(platform, {
      table: 'skill_need',
      key: ['skillNeedId'],
      waiting: 'waiting',
      begun: 'counting',
      topic: 'skillNeed',
    }),
  )
  serveSimulation(platform, clock)
  serveSkillNeeds(platform, clock)
}
