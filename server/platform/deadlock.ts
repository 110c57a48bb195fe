import { setTimeout as pause } from 'node:timers/promises'

const MOST_TRIES = 5
/** Two transactions waited in a circle and PostgreSQL ended this one; a conflict that a serialisable one could not survive. */
const CIRCLES = new Set(['40P01', '40001'])

/**
 * Does a transaction again when PostgreSQL ended it to break a circle of waiting: nothing of it has happened, and the other one
 * is through. `work` must begin anew each time. Throws what `work` throws, and the circle itself after five tries.
 */
export async function againAfterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === MOST_TRIES || !CIRCLES.has((error as { code?: string }).code ?? '')) throw error
      await pause(20 * tries)
    }
  }
}
