/** What goes on beside the requests while a server runs. */
export interface Round {
  start(): void
  stop(): void
}

/**
 * Looks at once when started and then every so often, without keeping the process alive for it. A look that fails (the database may be away)
 * is told and does not end the rounds.
 */
export function lookEvery(everyMs: number, look: () => Promise<unknown>, failed: (error: unknown) => void): Round {
  let timer: NodeJS.Timeout | undefined
  const lookOnce = (): void => void look().catch(failed)
  return {
    start() {
      timer = setInterval(lookOnce, everyMs)
      timer.unref()
      lookOnce()
    },
    stop: () => clearInterval(timer),
  }
}
