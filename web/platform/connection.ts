import { useSyncExternalStore } from 'react'

import { isPassing, type ApiProblem } from './problem.ts'

/** How the server answers: well, not at all, while starting, or it no longer knows who we are. */
export type Connection = 'fine' | 'offline' | 'starting' | 'signedOut'

let state: Connection = 'fine'
const listeners = new Set<() => void>()

/** Every reply passes here, so that one banner tells the person instead of every panel. */
export function heard(problem: ApiProblem | undefined): void {
  const next = stateAfter(problem)
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

function stateAfter(problem: ApiProblem | undefined): Connection {
  if (problem === undefined) return 'fine'
  if (isPassing(problem)) return problem.code === 'offline' ? 'offline' : 'starting'
  return problem.code === 'signInNeeded' ? 'signedOut' : 'fine'
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}
