import type { ShiftChange } from '@pult/contract/schedule'

/** A change that was undone, and the version of the roster right after that. */
export interface Undone {
  readonly rosterId: number
  readonly version: number
  readonly changes: readonly ShiftChange[]
}

/** What was undone last, while the roster is as it was right after; null once somebody changed it otherwise. */
export function redoable(stack: readonly Undone[], rosterId: number, version: number): Undone | null {
  const last = stack.at(-1)
  return last !== undefined && last.rosterId === rosterId && last.version === version ? last : null
}

/** The stack after its last was done again, which made a new version: what was undone before that follows it. */
export function redone(stack: readonly Undone[], version: number): Undone[] {
  const rest = stack.slice(0, -1)
  return rest.map((one, index) => (index === rest.length - 1 ? { ...one, version } : one))
}
