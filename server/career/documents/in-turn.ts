/** Each document takes a thread, a core and up to 430 MB: more at once would only make all of them late. */
const AT_ONCE = 2

let working = 0
const waiting: (() => void)[] = []

/** Does a piece of work when fewer than two others are being done, in the order of asking. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (working < AT_ONCE) working++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) working--
    else next()
  }
}
