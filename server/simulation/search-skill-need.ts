import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { SkillNeedDraft } from '@pult/contract/staffing-skills'

import type { Platform, Scope } from '../platform/index.ts'
import { readBase, type ReadBase } from './read-base.ts'
import { changeSkillNeed, readSkillNeed, type SearchResult, type SkillNeedChange } from './skill-need-store.ts'
import type { FoundSkillNeed, SkillNeedTask, SkillNeedWord } from './skill-need-worker.ts'

/** Thrown away while it was searched. */
class Superseded extends Error {}

const TELL_EVERY_MS = 500

/** Searches the agents by skill group that were asked for; begun again after a crash it comes out the same. */
export async function searchSkillNeed(
  platform: Platform,
  scope: Scope,
  { skillNeedId, now }: { readonly skillNeedId: number; readonly now: number },
  signal: AbortSignal,
): Promise<void> {
  const { database, live, log } = platform
  const { centerId } = scope
  const change = (next: SkillNeedChange): Promise<void> =>
    database.inCenter(scope, async (tx) => {
      if (!(await changeSkillNeed(tx, centerId, skillNeedId, next))) throw new Superseded()
      await live.announce(tx, { centerId, topic: 'skillNeed', id: skillNeedId })
    })
  try {
    await change({ status: 'counting', progress: 0 })
    const { draft } = await database.inCenter(scope, (tx) => readSkillNeed(tx, centerId, skillNeedId))
    const read = await database.readCenter(scope, (tx) => readBase(tx, centerId, asDay(draft), now))
    if (typeof read === 'string') return await change({ status: 'failed', problem: read })
    const found = await searchInThread(taskOf(read, draft), async (progress) => {
      signal.throwIfAborted()
      await change({ progress })
    })
    await change({ status: 'done', progress: 1, result: present(read, found) })
  } catch (error) {
    if (error instanceof Superseded) return
    // Stopping the server is no failure: the job comes back.
    if (signal.aborted) throw error
    log.error({ err: error, skillNeedId }, 'agents by skill group could not be found')
    await change({ status: 'failed', problem: 'broken' }).catch(() => undefined)
  }
}

/** The day as What-if models it: its load, the groups that the log shows, their routing. */
const asDay = ({ name, day, forecastId, rule, shortSeconds }: SkillNeedDraft): Parameters<typeof readBase>[2] => ({
  name,
  day,
  forecastId,
  rule,
  shortSeconds,
  agentsDay: null,
  requirementId: null,
  queueIds: [],
  routing: 'longestWaiting',
  agentChoice: 'groupOrder',
  replications: 20,
  seed: 1,
})

function taskOf({ base, model }: ReadBase, draft: SkillNeedDraft): SkillNeedTask {
  const contactTypes = model.contactTypes.map((type) => {
    const { withinSeconds = 0 } = base.queues.find(({ queueId }) => String(queueId) === type.id) ?? {}
    // The model's threshold is shorter than the queue's by the ring.
    const ringSeconds = withinSeconds - type.withinSeconds
    return { ...type, withinSeconds: Math.max(0, draft.withinSeconds - ringSeconds) }
  })
  return {
    model: { ...model, contactTypes },
    target: { fraction: draft.targetLevel, rule: draft.rule },
    most: draft.isBounded ? base.groups.map(({ people }) => people) : null,
    seed: 1,
  }
}

/** Looks now and then whether the search is still wanted, and ends its thread when `onProgress` throws. */
async function searchInThread(
  task: SkillNeedTask,
  onProgress: (fraction: number) => Promise<void>,
): Promise<FoundSkillNeed> {
  const thread = new Worker(join(import.meta.dirname, 'skill-need-worker.ts'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 },
  })
  let progress = 0
  let found: FoundSkillNeed | null = null
  const ended = new Promise<void>((resolve, reject) => {
    thread.on('message', (word: SkillNeedWord) => {
      if ('progress' in word) progress = word.progress
      else found = word.found
    })
    thread.once('error', reject)
    thread.once('exit', () => resolve())
  })
  try {
    while (found === null) {
      const isOver = await Promise.race([ended.then(() => true), sleep(TELL_EVERY_MS, false)])
      if (isOver) break
      await onProgress(progress)
    }
  } finally {
    await thread.terminate()
  }
  if (found === null) throw new Error('the searching thread ended')
  return found
}

function present({ base, model }: ReadBase, found: FoundSkillNeed): SearchResult {
  const hours = model.periods.map(({ lengthSeconds }) => lengthSeconds / 3600)
  return {
    intervals: base.intervals,
    groups: base.groups.map(({ groupId, queueIds, people }, place) => ({
      groupId,
      queueIds,
      people,
      agents: [...(found.agents[place] ?? [])],
      occupancy: found.occupancy[place] ?? null,
    })),
    queues: model.contactTypes.map(({ id, arrivalsPerHour }, place) => ({
      queueId: Number(id),
      cells: (found.levels[place] ?? []).map(({ level, halfWidth }, period) => {
        const offered = (arrivalsPerHour[period] ?? 0) * (hours[period] ?? 0)
        return offered > 0 ? { offered, level, halfWidth } : { offered, level: null, halfWidth: null }
      }),
    })),
    agentHours: found.agents.reduce(
      (sum, own) => sum + own.reduce((total, number, period) => total + number * (hours[period] ?? 0), 0),
      0,
    ),
    verifiedDays: found.verifiedDays,
    leftOut: base.leftOut,
  }
}
