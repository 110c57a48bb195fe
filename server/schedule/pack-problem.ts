import { promisify } from 'node:util'
import { gunzip, gunzipSync, gzip } from 'node:zlib'

import type { QueueDemand, RosterProblem } from '@pult/engine/schedule'

/** A queue's demand with each table of costs once: slots of one interval share theirs. */
interface PackedQueue {
  readonly queueId: string
  readonly needed: readonly number[]
  readonly isOpen: readonly number[] | null
  readonly tables: readonly (readonly number[])[]
  readonly tableOf: readonly number[]
}

const zip = promisify(gzip)
const unzip = promisify(gunzip)

export async function packProblem(problem: RosterProblem): Promise<Buffer> {
  return zip(JSON.stringify({ ...problem, queues: problem.queues.map(packQueue) }), { level: 1 })
}

export const unpackProblem = async (packed: Buffer): Promise<RosterProblem> => problemOf(await unzip(packed))

/** The same, standing still meanwhile: for a thread that has nothing else to do. */
export const unpackProblemNow = (packed: Uint8Array): RosterProblem => problemOf(gunzipSync(packed))

function problemOf(unpacked: Buffer): RosterProblem {
  const text = unpacked.toString('utf8')
  const problem = JSON.parse(text) as Omit<RosterProblem, 'queues'> & { readonly queues: readonly PackedQueue[] }
  return { ...problem, queues: problem.queues.map(unpackQueue) }
}

function packQueue({ queueId, needed, isOpen, cost }: QueueDemand): PackedQueue {
  const places = new Map<Float64Array, number>()
  const tableOf = cost.map((table) => {
    const place = places.get(table) ?? places.size
    places.set(table, place)
    return place
  })
  const tables = [...places.keys()].map((table) => Array.from(table, (money) => Math.round(money * 1e6) / 1e6))
  return { queueId, needed: [...needed], isOpen: isOpen === undefined ? null : [...isOpen], tables, tableOf }
}

function unpackQueue({ queueId, needed, isOpen, tables, tableOf }: PackedQueue): QueueDemand {
  const unpacked = tables.map((table) => Float64Array.from(table))
  return {
    queueId,
    needed: Float64Array.from(needed),
    cost: tableOf.map((place) => unpacked[place] as Float64Array),
    ...(isOpen === null ? {} : { isOpen: Uint8Array.from(isOpen) }),
  }
}
