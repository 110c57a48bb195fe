import type { Database } from '../platform/index.ts'
import type { Runs } from './progress.ts'
import type { TakenLines } from './take-lines.ts'
import type { Trouble } from './trouble.ts'

/** What somebody who runs a channel has at hand. */
export interface Running {
  readonly database: Database
  readonly runs: Runs
  readonly takeLines: (taken: TakenLines) => Promise<void>
  /** The line stands. */
  readonly connected: () => Promise<void>
  /** It does not, and whoever runs the channel tries again by itself. */
  readonly troubled: (trouble: Trouble) => Promise<void>
  /** Keeps roll-ups from running after every piece, until the returned function is called. */
  readonly holdOff: () => () => void
}
