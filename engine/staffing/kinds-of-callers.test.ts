import { describe, expect, it } from 'vitest'

import { readCenterModel, simulateCenter } from '../simulation/index.ts'
import { foresee, learnHabits, type ObservedInterval } from './index.ts'
import { mixedPatience, patienceByKind } from './kinds-of-callers.ts'

const AHT_SECONDS = 180
const HOURS = 400
const PRESENT = 10
const TAKING_CALLS = 8
const PATIENCE_SECONDS = { hasty: 150, patient: 700 }
type Kind = keyof typeof PATIENCE_SECONDS
const KINDS: readonly Kind[] = ['hasty', 'patient']

/** Hours of one line that both kinds share, with eight of ten agents at it: the truth is known, and the simulator tells what came of it. */
function livedHours(shareOfHasty: number, seed: number): readonly ObservedInterval[] {
  const hours = Array.from({ length: HOURS }, (_, hour) => hour)
  const callsIn = (hour: number): number => 120 + ((hour * 37) % 90)
  const { model } = readCenterModel({
    horizonSeconds: HOURS * 3600,
    periods: hours.map((hour) => ({ startSeconds: hour * 3600, lengthSeconds: 3600 })),
    contactTypes: KINDS.map((id) => ({
      id,
      arrivalsPerHour: hours.map((hour) => callsIn(hour) * (id === 'hasty' ? shareOfHasty : 1 - shareOfHasty)),
      patience: { kind: 'exponential', meanSeconds: PATIENCE_SECONDS[id] },
      handling: { kind: 'exponential', meanSeconds: AHT_SECONDS },
      withinSeconds: 20,
      groups: [{ group: 'all', afterSeconds: 0 }],
    })),
    groups: [{ id: 'all', types: KINDS, agents: hours.map(() => TAKING_CALLS) }],
    routing: 'longestWaiting',
    agentChoice: 'longestIdle',
    drainAfterEnd: true,
  })
  const { perPeriod, perQueue } = simulateCenter(model, { replications: 1, seed })
  return perPeriod.map((all, hour): ObservedInterval => {
    const ofKinds = perQueue.map((queue) => ({ kind: queue.id, ...queue.perPeriod[hour] }))
    return {
      group: 'day',
      position: 2 * hour,
      intervalSeconds: 3600,
      offered: all.offered.mean,
      answered: all.answered.mean,
      abandoned: all.abandoned.mean,
      answeredWithin: all.answeredWithin.mean,
      totalWaitSeconds: all.meanWaitSeconds.mean * all.offered.mean,
      ahtSeconds: AHT_SECONDS,
      agentsPresent: PRESENT,
      offeredByKind: Object.fromEntries(ofKinds.map(({ kind, offered }) => [kind, offered?.mean ?? 0])),
      waitsByKind: Object.fromEntries(
        ofKinds.map(({ kind, offered, abandoned, meanWaitSeconds }) => [
          kind,
          {
            abandoned: abandoned?.mean ?? 0,
            totalWaitSeconds: (meanWaitSeconds?.mean ?? 0) * (offered?.mean ?? 0),
          },
        ]),
      ),
    }
  })
}

/** In points of abandonment. */
function biasOf(hours: readonly ObservedInterval[], learntFrom: readonly ObservedInterval[]): number {
  const habits = learnHabits(learntFrom, { withinSeconds: 20 })
  if (habits === undefined) throw new Error('nothing learnt')
  const outcomes = foresee(hours, habits)
  const offered = hours.reduce((sum, hour) => sum + hour.offered, 0)
  const miss = hours.reduce(
    (sum, hour, place) => sum + (outcomes[place]?.abandonRate ?? 0) * hour.offered - hour.abandoned,
    0,
  )
  return (100 * miss) / offered
}

const withoutKinds = (hours: readonly ObservedInterval[]): readonly ObservedInterval[] =>
  hours.map(({ offeredByKind: _offered, waitsByKind: _waits, ...rest }) => rest)

describe('callers of several kinds in one line', () => {
  const seen = Object.freeze(livedHours(0.2, 1))

  it('are found again by their patience, and the agents by their availability', () => {
    const habits = learnHabits(seen, { withinSeconds: 20 })
    for (const kind of KINDS) expect((habits?.patienceByKind[kind] ?? 0) / PATIENCE_SECONDS[kind]).toBeGreaterThan(0.85)
    for (const kind of KINDS) expect((habits?.patienceByKind[kind] ?? 0) / PATIENCE_SECONDS[kind]).toBeLessThan(1.15)
    expect(habits?.underPressure.whole).toBeCloseTo(TAKING_CALLS / PRESENT, 1)
  })

  it('tell what a month of another mix brings, where one patience for all does not', () => {
    const hastier = livedHours(0.7, 2)
    const told = biasOf(hastier, seen)
    const untold = biasOf(withoutKinds(hastier), withoutKinds(seen))
    expect(Math.abs(told)).toBeLessThan(1)
    expect(untold).toBeLessThan(-2)
  })

  it('of whom few hung up are drawn towards the whole', () => {
    const learnt = patienceByKind(
      [
        {
          waitsByKind: {
            rare: { abandoned: 1, totalWaitSeconds: 1 },
            usual: { abandoned: 950, totalWaitSeconds: 95_000 },
          },
        },
      ],
      300,
    )
    expect(learnt['rare']).toBeCloseTo(15_001 / 51, 9)
    expect(learnt['usual']).toBeCloseTo(110, 9)
  })

  it('are averaged by how fast they hang up', () => {
    expect(mixedPatience({ hasty: 50, patient: 50 }, { hasty: 100, patient: 300 })).toBeCloseTo(150, 9)
    expect(mixedPatience({ hasty: 50, unknown: 50 }, { hasty: 100 })).toBe(100)
    expect(mixedPatience({ unknown: 50 }, { hasty: 100 })).toBeUndefined()
    expect(mixedPatience({}, {})).toBeUndefined()
  })
})
