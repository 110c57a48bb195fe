/** One hour of the week of one queue, added up over a period. */
export interface LoadHour {
  readonly queueId: number
  /** 0 is the hour after Monday's midnight, 167 the last of Sunday: hours of two periods meet by it. */
  readonly weekHour: number
  /** How many such hours the period has. */
  readonly hours: number
  /** Answered, abandoned and flowed out. */
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  readonly answeredWithin: number
  /** Abandoned or flowed out within the threshold: the neutral rule leaves them out. */
  readonly leftOut: number
  /** Of all of them. */
  readonly waitSeconds: number
  /** Of the answered. */
  readonly answeredWaitSeconds: number
  readonly handleSeconds: number
  /** Mean number of agents there for the queue; null where no record tells of agents at all. */
  readonly agents: number | null
}

export interface PeriodLoad {
  /** With data. */
  readonly days: number
  readonly hours: readonly LoadHour[]
}

/** What one period brings to an hour of the week. */
export interface HourSide {
  /** Of all contacts of the period. */
  readonly share: number
  /** Such hours for each day of the period. */
  readonly hoursPerDay: number
  /** Null where nobody was answered in either period. */
  readonly ahtSeconds: number | null
  readonly agents: number | null
}

export interface HourPair {
  readonly queueId: number
  readonly weekHour: number
  readonly before: HourSide
  readonly now: HourSide
}

/** Two periods hour by hour. An hour that only one of them has gets its handling time and agents from there, and no contacts. */
export function pairHours(before: PeriodLoad, now: PeriodLoad): HourPair[] {
  const [former, latter] = [sidesOf(before), sidesOf(now)]
  return [...new Set([...former.keys(), ...latter.keys()])].toSorted().flatMap((key) => {
    const [left, right] = [former.get(key), latter.get(key)]
    const known = left ?? right
    if (known === undefined) return []
    const { queueId, weekHour } = known.hour
    const none = { ...known.side, share: 0 }
    return [{ queueId, weekHour, before: filled(left?.side ?? none, right), now: filled(right?.side ?? none, left) }]
  })
}

interface Sided {
  readonly hour: LoadHour
  readonly side: HourSide
}

const filled = (side: HourSide, other: Sided | undefined): HourSide => ({
  ...side,
  ahtSeconds: side.ahtSeconds ?? other?.side.ahtSeconds ?? null,
})

function sidesOf({ days, hours }: PeriodLoad): Map<string, Sided> {
  const offered = offeredOf(hours)
  const usual = new Map(
    [...Map.groupBy(hours, ({ queueId }) => queueId)].map(([queueId, own]) => [queueId, meanHandling(own)]),
  )
  return new Map(
    hours.map((hour) => [
      `${hour.queueId} ${hour.weekHour}`,
      {
        hour,
        side: {
          share: offered > 0 ? hour.offered / offered : 0,
          hoursPerDay: days > 0 ? hour.hours / days : 0,
          ahtSeconds: meanHandling([hour]) ?? usual.get(hour.queueId) ?? null,
          agents: hour.agents,
        },
      },
    ]),
  )
}

export const offeredOf = (hours: readonly LoadHour[]): number => sumOf(hours, ({ offered }) => offered)

/** Mean handling time of the answered; null where nobody was. */
export function meanHandling(hours: readonly LoadHour[]): number | null {
  const answered = sumOf(hours, (hour) => hour.answered)
  return answered > 0 ? sumOf(hours, ({ handleSeconds }) => handleSeconds) / answered : null
}

export const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0)
