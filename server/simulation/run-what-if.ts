import { summarizeScenarios } from '@pult/engine/simulation'

import { passingTrouble, type Platform, type Scope } from '../platform/index.ts'
import { changedCenter } from './center-changes.ts'
import { presentResult } from './present-results.ts'
import { readBase, type ReadBase } from './read-base.ts'
import { simulateInThreads } from './simulation-threads.ts'
import { changeRun, readModel, readWhatIf, type RunChange } from './what-if-store.ts'

/** Cancelled, changed or thrown away while it ran. */
class Superseded extends Error {}

const PROGRESS_EVERY_MS = 400

/** Reads the day where that is still to be done, and runs the base and its scenarios; begun again after a crash it comes out the same. */
export async function runWhatIf(
  platform: Platform,
  scope: Scope,
  { whatIfId, version }: { readonly whatIfId: number; readonly version: number },
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const { database, live, log } = platform
  const { centerId } = scope
  const change = async (next: RunChange): Promise<void> => {
    const isOurs = await database.inCenter(scope, async (tx) => {
      const changed = await changeRun(tx, { centerId, whatIfId, version }, next)
      if (changed) await live.announce(tx, { centerId, topic: 'simulation', id: whatIfId })
      return changed
    })
    if (!isOurs) throw new Superseded()
  }
  try {
    await change({ status: 'running', progress: 0 })
    const whatIf = await database.inCenter(scope, (tx) => readWhatIf(tx, centerId, whatIfId))
    const { draft, scenarios } = whatIf
    const kept = await database.inCenter(scope, (tx) => readModel(tx, centerId, whatIfId))
    const read: ReadBase | string =
      whatIf.base !== null && kept !== null
        ? { base: whatIf.base, model: kept }
        : await database.readCenter(scope, (tx) => readBase(tx, centerId, draft, now))
    if (typeof read === 'string') return await change({ status: 'failed', problem: read })
    await change(read)
    const models = [read.model, ...scenarios.map(({ changes }) => changedCenter(read.model, changes))]
    let told = performance.now()
    const pieces = await simulateInThreads(models, draft, async (progress) => {
      signal.throwIfAborted()
      if (performance.now() - told < PROGRESS_EVERY_MS) return
      told = performance.now()
      await change({ progress })
    })
    const rings = ringsOf(read)
    const results = summarizeScenarios(models, draft, pieces).map((result, scenario) =>
      presentResult(result, models[scenario] ?? read.model, draft.rule, rings),
    )
    await change({ status: 'done', progress: 1, results })
  } catch (error) {
    if (error instanceof Superseded) return
    // Stopping the server is no failure, nor is a database that is away: the job comes back.
    if (signal.aborted || passingTrouble(error) !== null) throw error
    log.error({ err: error, whatIfId }, 'a what-if could not be run')
    await change({ status: 'failed', problem: 'broken' }).catch(() => undefined)
  }
}

/** The model's thresholds are shorter by the ring. */
function ringsOf({ base, model }: ReadBase): ReadonlyMap<string, number> {
  return new Map(
    base.queues.map(({ queueId, withinSeconds }) => {
      const type = model.contactTypes.find(({ id }) => id === String(queueId))
      return [String(queueId), withinSeconds - (type?.withinSeconds ?? withinSeconds)]
    }),
  )
}
