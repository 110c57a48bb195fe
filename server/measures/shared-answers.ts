/** One question that many ask at the same moment, computed once. */
export type SharedAnswers<Reply> = (key: string, work: () => Promise<Reply>) => Promise<Reply>

/**
 * Two hundred screens hear of one change and ask the same. Whoever asks while an answer is being computed may want to see what came in since
 * it was begun: all of those share the next one. So nobody is given an answer that was begun before she asked, and never more than one
 * is computed for a key at a time.
 */
export function shareAnswers<Reply>(): SharedAnswers<Reply> {
  const running = new Map<string, Promise<Reply>>()
  const next = new Map<string, Promise<Reply>>()

  function begin(key: string, work: () => Promise<Reply>): Promise<Reply> {
    const answer = work().finally(() => running.delete(key))
    running.set(key, answer)
    return answer
  }

  return (key, work) => {
    const current = running.get(key)
    if (current === undefined) return begin(key, work)
    const awaited = next.get(key)
    if (awaited !== undefined) return awaited
    const then = (): Promise<Reply> => {
      next.delete(key)
      return begin(key, work)
    }
    const answer = current.then(then, then)
    next.set(key, answer)
    return answer
  }
}
