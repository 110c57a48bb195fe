import { timeIn, type LogState } from './log-state.ts'
import { isLost } from './sweep.ts'
import { finishOpen, tellLeg, waitedSoFar } from './tell-leg.ts'

/** Between two lines of a log that grows: hands on as open what has begun or changed since it was told last. */
export function tellOpen(state: LogState): void {
  for (const leg of state.legs.values())
    tellOnce(state, leg.key, `${leg.agent ?? ''}|${leg.noAnswers}`, () =>
      tellLeg(state, leg, { outcome: 'open', waitMs: waitedSoFar(state, leg) }),
    )
  for (const { session, pause } of state.agents.values())
    for (const running of [session, pause])
      if (running !== undefined) tellOnce(state, running.sourceKey, '', () => state.sink.state(running))
}

function tellOnce({ toldOpen }: LogState, key: string, as: string, act: () => void): void {
  if (toldOpen.get(key) === as) return
  toldOpen.set(key, as)
  act()
}

/** After the last line: hands on as open whatever is unfinished. */
export function endOpen(state: LogState): void {
  const now = timeIn(state)
  // A copy: finishing takes legs out of the map.
  for (const leg of Array.from(state.legs.values())) finishOpen(state, leg, isLost(leg, now) ? 'endMissing' : undefined)
  for (const { session, pause } of state.agents.values()) {
    if (session !== undefined) state.sink.state(session)
    if (pause !== undefined) state.sink.state(pause)
  }
}
