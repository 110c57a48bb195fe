import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { skillParts, type SkillNeedDraft, type SkillNeedQueue, type SkillTarget } from '@pult/contract/staffing-skills'

import { passingTrouble, type Platform, type Scope } from '../platform/index.ts'
import { readBase, type ReadBase } from './read-base.ts'
import { changeSkillNeed, readSkillNeed, type SearchResult, type SkillNeedChange } from './skill-need-store.ts'
import type { FoundSkillNeed, SkillNeedTask, SkillNeedWord } from './skill-need-worker.ts'
import { inSimulation, readSkillTargets } from './skill-targets.ts'

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
    const { read, targetOf } = await database.readCenter(scope, async (tx) => ({
      read: await readBase(tx, centerId, asDay(draft), now),
      targetOf: await readSkillTargets(tx, centerId, draft),
    }))
    if (typeof read === 'string') return await change({ status: 'failed', problem: read })
    const asked = queuesAsked(read, targetOf)
    const found = await searchInThread(taskOf(read, draft, asked), async (progress) => {
      signal.throwIfAborted()
      await change({ progress })
    })
    await change({ status: 'done', progress: 1, result: present(read, asked, found) })
  } catch (error) {
    if (error instanceof Superseded) return
    // Stopping the server is no failure, nor is a database that is away: the job comes back.
    if (signal.aborted || passingTrouble(error) !== null) throw error
    log.error({ err: error, skillNeedId }, 'agents by skill group could not be found')
    await change({ status: 'failed', problem: 'broken' }).catch(() => undefined)
  }
}

/** The day as What-if models it: its load, the groups that the log shows, the routing that was asked for. */
const asDay = (draft: SkillNeedDraft): Parameters<typeof readBase>[2] => ({
  name: draft.name,
  day: draft.day,
  forecastId: draft.forecastId,
  rule: draft.rule,
  shortSeconds: draft.shortSeconds,
  agentsDay: null,
  requirementId: null,
  lines: null,
  daySpread: 0,
  queueIds: [],
  routing: draft.routing,
  agentChoice: draft.agentChoice,
  replications: 20,
  seed: 1,
})

interface AskedQueue {
  readonly queueId: number
  readonly target: SkillTarget
  /** How long the phone rings once an agent is found: a part of every wait. */
  readonly ringSeconds: number
}

/** In the order of the model's types. */
function queuesAsked({ base, model }: ReadBase, targetOf: (queueId: number) => SkillTarget): readonly AskedQueue[] {
  return model.contactTypes.map(({ id, withinSeconds }) => {
    const queueId = Number(id)
    const queue = base.queues.find((one) => one.queueId === queueId)
    return { queueId, target: targetOf(queueId), ringSeconds: (queue?.withinSeconds ?? 0) - withinSeconds }
  })
}

function taskOf({ base, model }: ReadBase, draft: SkillNeedDraft, asked: readonly AskedQueue[]): SkillNeedTask {
  return {
    model,
    targets: asked.map(({ target, ringSeconds }) => inSimulation(target, ringSeconds)),
    costs: model.groups.map(({ types }) => 1 + draft.dearerPerSkill * (types.length - 1)),
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

function present({ base, model }: ReadBase, asked: readonly AskedQueue[], found: FoundSkillNeed): SearchResult {
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
    queues: asked.map((queue, place) =>
      presentQueue(queue, found, hours, model.contactTypes[place]?.arrivalsPerHour ?? []),
    ),
    agentHours: found.agents.reduce(
      (sum, own) => sum + own.reduce((total, number, period) => total + number * (hours[period] ?? 0), 0),
      0,
    ),
    verifiedDays: found.verifiedDays,
    leftOut: base.leftOut,
  }
}

/** Waits are told as customers count them, with the ring. */
function presentQueue(
  { queueId, target, ringSeconds }: AskedQueue,
  found: FoundSkillNeed,
  hours: readonly number[],
  arrivalsPerHour: readonly number[],
): SkillNeedQueue {
  const offered = hours.map((length, period) => (arrivalsPerHour[period] ?? 0) * length)
  const wanted = {
    serviceLevel: target.targetLevel,
    asa: target.maxAsaSeconds,
    abandonRate: target.maxAbandonment,
    occupancy: target.maxOccupancy,
  }
  const own = found.parts.filter(({ type }) => type === String(queueId))
  return {
    queueId,
    offered,
    target,
    parts: skillParts.flatMap((part) => {
      const asks = wanted[part]
      if (asks === null) return []
      const levels = own.find((one) => one.part === part)?.levels ?? []
      const ring = part === 'asa' ? ringSeconds : 0
      const cells = levels.map(({ mean, halfWidth }, period) =>
        (offered[period] ?? 0) > 0 ? { level: mean + ring, halfWidth } : { level: null, halfWidth: null },
      )
      return [{ part, wanted: asks, cells }]
    }),
  }
}
