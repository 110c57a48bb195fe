import type { AgentStateRecord } from '@pult/engine/contacts'

import { idOf, type Leg, type LogState } from './log-state.ts'

/** What a reader of a growing log knows of what is under way. Plain data: it is kept with the position in the log. */
export interface LogMemory {
  readonly previous: number
  readonly beforePrevious: number
  readonly legs: readonly Leg[]
  readonly agents: readonly {
    readonly name: string
    readonly memberships: readonly string[]
    readonly session?: AgentStateRecord
    readonly pause?: AgentStateRecord
    /** The call she is in, by unique id and queue. */
    readonly leg?: string
  }[]
  /** Keys of what is told as open, and as what. */
  readonly told: readonly (readonly [key: string, as: string])[]
}

/** What of a state another reader needs to go on from the same line. */
export function rememberState({ previous, beforePrevious, legs, agents, toldOpen }: LogState): LogMemory {
  return {
    previous,
    beforePrevious,
    legs: Array.from(legs.values(), (leg) => ({ ...leg, flags: [...leg.flags] })),
    // Who is neither signed in nor away nor in a call is known by nothing.
    agents: Array.from(agents, ([name, { memberships, session, pause, leg }]) => ({
      name,
      memberships: [...memberships],
      ...(session === undefined ? {} : { session }),
      ...(pause === undefined ? {} : { pause }),
      ...(leg === undefined ? {} : { leg: idOf(leg) }),
    })).filter(
      ({ memberships, session, pause, leg }) => memberships.length > 0 || (session ?? pause ?? leg) !== undefined,
    ),
    told: [...toldOpen],
  }
}

/** Goes on from what a reader of the lines before remembered. */
export function takeUpMemory(state: LogState, memory: LogMemory): void {
  state.previous = memory.previous
  state.beforePrevious = memory.beforePrevious
  for (const leg of memory.legs) {
    state.legs.set(idOf(leg), { ...leg, flags: [...leg.flags] })
    state.conversations.set(leg.uniqueId, { ref: leg.contactRef, legs: leg.number, lastAt: leg.enteredAt })
  }
  for (const { name, memberships, session, pause, leg } of memory.agents) {
    const at = leg === undefined ? undefined : state.legs.get(leg)
    state.agents.set(name, {
      memberships: new Set(memberships),
      ...(session === undefined ? {} : { session }),
      ...(pause === undefined ? {} : { pause }),
      ...(at === undefined ? {} : { leg: at }),
    })
  }
  for (const [key, told] of memory.told) state.toldOpen.set(key, told)
}
