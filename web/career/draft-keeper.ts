/**
 * - `saved`: the server has what is on the page · `waiting`, `saving`: it soon will
 * - `stale`: another window saved first · `failed`: the server was not reached; it is tried again
 */
export type DraftState = 'saved' | 'waiting' | 'saving' | 'stale' | 'failed'

/** A draft that is saved while it is typed. */
export interface DraftKeeper<Draft> {
  readonly draft: () => Draft
  readonly state: () => DraftState
  readonly change: (draft: Draft) => void
  /** Saves what is not saved yet, now; resolves when the server has it or has refused. */
  readonly flush: () => Promise<void>
  /** Saves over what another window has saved. `version` is the newest there is. */
  readonly overwrite: (version: number) => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
}

interface KeeperOptions<Draft> {
  readonly draft: Draft
  readonly version: number
  /** Resolves to the new version. */
  readonly save: (draft: Draft, version: number) => Promise<number>
  readonly isStale: (error: unknown) => boolean
  readonly waitMs?: number
  readonly againMs?: number
}

/** One save at a time, each with the version that the former one made: two of one's own never take each other for another window. */
export function createDraftKeeper<Draft>({
  draft: start,
  version: startVersion,
  save,
  isStale,
  waitMs = 700,
  againMs = 5000,
}: KeeperOptions<Draft>): DraftKeeper<Draft> {
  let draft = start
  let saved = start
  let version = startVersion
  let state: DraftState = 'saved'
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const become = (next: DraftState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const saveAll = async (): Promise<void> => {
    while (draft !== saved) {
      const sent = draft
      become('saving')
      version = await save(sent, version)
      saved = sent
    }
    become('saved')
  }
  const run = (): Promise<void> => {
    clearTimeout(timer)
    running ??= saveAll()
      .catch((error: unknown) => {
        if (isStale(error)) return become('stale')
        become('failed')
        timer = setTimeout(() => void run(), againMs)
      })
      .finally(() => {
        running = null
      })
    return running
  }
  return {
    draft: () => draft,
    state: () => state,
    change(next) {
      draft = next
      // Over what another window has saved nothing is written by itself.
      if (state === 'stale') return become('stale')
      become('waiting')
      clearTimeout(timer)
      timer = setTimeout(() => void run(), waitMs)
    },
    flush: () => (state === 'stale' || draft === saved ? Promise.resolve() : run()),
    overwrite(newest) {
      version = newest
      become('waiting')
      return run()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
