/**
 * Remembers the last few things that were made, by what they were made from, for a short while: who looks at the pages of a résumé takes its file
 * next. Several askers at once wait for one making; what failed is made again.
 */
export function remembering<Value>({
  most,
  forMs,
}: {
  readonly most: number
  readonly forMs: number
}): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const keptByKey = new Map<string, Promise<Value>>()
  return (key, make) => {
    const known = keptByKey.get(key)
    if (known !== undefined) return known
    const made = make()
    const forget = (): void => {
      if (keptByKey.get(key) === made) keptByKey.delete(key)
    }
    keptByKey.set(key, made)
    setTimeout(forget, forMs).unref()
    made.catch(forget)
    const [oldest] = keptByKey.keys()
    if (keptByKey.size > most && oldest !== undefined) keptByKey.delete(oldest)
    return made
  }
}
