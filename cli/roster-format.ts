import { BadInput } from './failure.ts'

/** One kind of instance that `pult roster` reads: how its file is opened, solved and checked. */
export interface RosterFormat {
  readonly id: string
  readonly words: string
  /** @throws BadInput that names the place in the file. */
  open(path: string): OpenedInstance
}

export interface OpenedInstance {
  solve(order: RosterOrder): Promise<RosterOutcome>
  /** By code of its own, shared with no solver. @throws BadInput when the text is no roster of this instance. */
  check(roster: RosterFile): RosterCheck
}

export interface RosterFile {
  /** Named in refusals. */
  readonly path: string
  readonly text: string
}

export interface RosterOrder {
  /** From the start of the command. */
  readonly seconds: number
  readonly workers: number
  readonly seed: number
  /** Ends the search; the best so far counts. */
  readonly signal: AbortSignal
  onProgress(progress: RosterProgress): void
}

export interface RosterProgress {
  readonly second: number
  readonly objective: number | null
  readonly lowerBound: number | null
}

export interface RosterOutcome {
  /** The best roster as a file; null where none was found. */
  readonly text: string | null
  readonly objective: number | null
  readonly lowerBound: number | null
  readonly trace: readonly (readonly [second: number, objective: number])[]
}

export interface RosterCheck {
  readonly feasible: boolean
  readonly objective: number
  readonly violations: readonly string[]
}

/** How far the roster is above the bound, as a share of the roster; null while one of them is unknown. */
export function gapOf({ objective, lowerBound }: Pick<RosterProgress, 'objective' | 'lowerBound'>): number | null {
  if (objective === null || lowerBound === null) return null
  return objective <= lowerBound ? 0 : (objective - lowerBound) / Math.abs(objective)
}

/** The engine says where in the text; whose text it is only the command knows. */
export function saidOf<Answer>(path: string, ask: () => Answer): Answer {
  try {
    return ask()
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(`${path}: ${error.message}.`)
    throw error
  }
}
