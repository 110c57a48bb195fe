import { conflict, notFound, type RequestProblem } from './problem.ts'

/**
 * For updates guarded by a version: nothing changed because somebody else was first, or because there is no such thing. Each
 * needs another sentence.
 */
export function staleOrMissing(exists: boolean, what: string): RequestProblem {
  return exists
    ? conflict('stale', 'Somebody changed this meanwhile. Load it again, look, and save once more.', {
        values: { what },
      })
    : notFound(what)
}
