import type { Random } from '@pult/engine/numeric'
import { mixedPatience, type CenterHabits, type ForeseenInterval, type ObservedInterval } from '@pult/engine/staffing'

// A month lived anew by a queue that is just what Erlang A takes it for: what chance leaves to a model that is right in everything.

const HOUR = 3600
/** A fraction of an agent is there for a part of the time: who is there is drawn anew so often. */
const AGENTS_DRAWN_SECONDS = 180

export type LivedHour = Pick<ObservedInterval, 'offered' | 'abandoned' | 'answeredWithin' | 'ahtSeconds'>
type DrawHandling = (meanSeconds: number, random: Random) => number

export const handlingLaws = {
  exponential: (meanSeconds, random) => random.exponential(meanSeconds),
  // Squared variation 1.5: what the services of the log have within an hour (Brown et al. 2005).
  lognormal: (meanSeconds, random) => random.lognormal(meanSeconds, Math.sqrt(1.5) * meanSeconds),
} satisfies Record<string, DrawHandling>

/** What the hours would look like in a queue of these habits, in the same order; neighbours hand their queue on. */
export function liveMonth(
  hours: readonly ForeseenInterval[],
  habits: CenterHabits,
  draw: DrawHandling,
  random: Random,
): readonly LivedHour[] {
  const ordered = hours.toSorted((one, other) => one.position - other.position)
  const lived = new Map<number, LivedHour>()
  for (let from = 0; from < ordered.length;) {
    let to = from + 1
    while (ordered[to]?.position === (ordered[to - 1]?.position ?? 0) + 1) to++
    const run = ordered.slice(from, to)
    for (const [place, hour] of liveRun(run, habits, draw, random).entries())
      lived.set((run[0]?.position ?? 0) + place, hour)
    from = to
  }
  return hours.map(({ position }) => lived.get(position) as LivedHour)
}

interface Caller {
  readonly at: number
  readonly until: number
}

function liveRun(
  hours: readonly ForeseenInterval[],
  habits: CenterHabits,
  draw: DrawHandling,
  random: Random,
): readonly LivedHour[] {
  const truths = hours.map((hour) => truthOf(hour, habits))
  const tallies = hours.map(() => ({ offered: 0, abandoned: 0, answeredWithin: 0, handled: 0, handledSeconds: 0 }))
  const placeAt = (at: number): number => Math.min(hours.length - 1, Math.max(0, Math.floor(at / HOUR)))
  const truthAt = (at: number): Truth => truths[placeAt(at)] as Truth
  const promptly = habits.withinSeconds - habits.answerDelaySeconds
  const end = hours.length * HOUR
  let [waiting, ends]: [Caller[], number[]] = [[], []]
  let agents = 0

  const tell = ({ at }: Caller, wait: number, handleSeconds?: number): void => {
    const tally = at >= 0 ? tallies[placeAt(at)] : undefined
    if (tally === undefined) return
    tally.offered++
    if (handleSeconds === undefined) tally.abandoned++
    else {
      tally.handled++
      tally.handledSeconds += handleSeconds
      if (wait <= promptly) tally.answeredWithin++
    }
  }
  const serve = (now: number): void => {
    while (waiting.length > 0 && ends.length < agents) {
      const caller = waiting.shift() as Caller
      if (caller.until <= now) tell(caller, caller.until - caller.at)
      else {
        const handleSeconds = draw(truthAt(now).ahtSeconds, random)
        ends.push(now + handleSeconds)
        tell(caller, now - caller.at, handleSeconds)
      }
    }
  }
  /** Past the end of an hour the next one's rate counts; a Poisson stream has no memory. */
  const arrivalAfter = (now: number): number => {
    for (let from = now; from < end;) {
      const next = from + random.exponential(HOUR / truthAt(from).offered)
      const border = (Math.floor(from / HOUR) + 1) * HOUR
      if (next < border) return next
      from = border
    }
    return Infinity
  }

  // An hour to settle in, as busy as the first.
  let [arrival, redraw] = [arrivalAfter(-HOUR), -HOUR]
  while (arrival < Infinity || waiting.length > 0) {
    const now = Math.min(arrival, redraw, ...ends)
    if (now > end + HOUR) break
    if (now === redraw) {
      const effective = truthAt(now).effectiveAgents
      agents = Math.floor(effective) + (random.chance(effective % 1) ? 1 : 0)
      redraw += AGENTS_DRAWN_SECONDS
    } else if (now === arrival) {
      waiting.push({ at: now, until: now + random.exponential(truthAt(now).patienceSeconds) })
      arrival = arrivalAfter(now)
    } else ends = ends.filter((one) => one > now)
    serve(now)
  }
  for (const caller of waiting) tell(caller, caller.until - caller.at)
  return tallies.map(({ handled, handledSeconds, ...counts }, place) => ({
    ...counts,
    ahtSeconds: handled > 0 ? handledSeconds / handled : (truths[place]?.ahtSeconds ?? 1),
  }))
}

interface Truth {
  readonly offered: number
  readonly ahtSeconds: number
  readonly patienceSeconds: number
  readonly effectiveAgents: number
}

function truthOf(hour: ForeseenInterval, habits: CenterHabits): Truth {
  const { offered, group, offeredByKind = {}, agentsPresent } = hour
  const { ahtPriorContacts, underPressure } = habits
  return {
    offered,
    ahtSeconds: (offered * hour.ahtSeconds + ahtPriorContacts * habits.ahtSeconds) / (offered + ahtPriorContacts),
    patienceSeconds:
      mixedPatience(offeredByKind, habits.patienceByKind) ?? habits.patienceByGroup[group] ?? habits.patienceSeconds,
    effectiveAgents: agentsPresent * (underPressure.byGroup[group] ?? underPressure.whole),
  }
}
