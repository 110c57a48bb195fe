import type { AskPult } from './ask-pult.ts'
import { quantile } from './open-pult.ts'

export interface Changes {
  /** Ends; resolves to how it went. */
  stop(): Promise<{
    readonly changesAMinute: number
    readonly batchP50: number
    readonly batchP95: number
    readonly refused: number
  }>
}

const BATCH = 10

/** Agents go on a pause and come back, in turn, sent in by the JSON interface as a phone system does: ten changes a request, at an even pace. */
export function changeStates(
  servers: readonly AskPult[],
  centerId: number,
  agents: readonly string[],
  changesAMinute: number,
): Changes {
  const began = performance.now()
  const paused = new Map<number, { readonly sourceKey: string; readonly startedAt: string }>()
  const onTheWay = new Set<Promise<void>>()
  const times: number[] = []
  let [turn, sent, refused] = [0, 0, 0]

  /** The next agent's change: the beginning of a pause, or the same pause with its end. */
  function next(): object {
    const place = turn++ % agents.length
    const now = new Date().toISOString()
    const open = paused.get(place)
    const state = { agent: agents[place] ?? '', state: 'pause', reason: 'Break' }
    if (open !== undefined) {
      paused.delete(place)
      return { ...state, ...open, endedAt: now }
    }
    const begun = { sourceKey: `pause ${turn}`, startedAt: now }
    paused.set(place, begun)
    return { ...state, ...begun }
  }

  async function send(states: object[]): Promise<void> {
    const at = performance.now()
    const server = servers[(turn / BATCH) % servers.length] as AskPult
    try {
      const reply = await server.post<{ accepted: number; completed: number }>(`/centers/${centerId}/contacts/batch`, {
        source: 'Phone system',
        states,
      })
      sent += reply.accepted + reply.completed
    } catch {
      refused += 1
    }
    times.push(performance.now() - at)
  }

  const timer = setInterval(
    () => {
      const sending = send(Array.from({ length: BATCH }, next)).finally(() => onTheWay.delete(sending))
      onTheWay.add(sending)
    },
    (BATCH * 60_000) / changesAMinute,
  )
  return {
    async stop() {
      clearInterval(timer)
      const minutes = (performance.now() - began) / 60_000
      await Promise.all(onTheWay)
      return {
        changesAMinute: Math.round(sent / minutes),
        batchP50: Math.round(quantile(times, 0.5)),
        batchP95: Math.round(quantile(times, 0.95)),
        refused,
      }
    },
  }
}
