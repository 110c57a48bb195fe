import {
  meanHandling,
  offeredOf,
  pairHours,
  sumOf,
  type HourPair,
  type LoadHour,
  type PeriodLoad,
} from './period-load.ts'
import { agentsThere, steadyHandling, type ModelFigure, type Outcome, type QueueModel } from './queue-model.ts'
import { shapleyShares } from './shapley.ts'

/** `staff`: agents who were there; `mix`: how the contacts spread over queues and hours of the week, and how many of these a day has. */
export const levelDrivers = ['volume', 'handling', 'staff', 'mix'] as const
export type LevelDriver = (typeof levelDrivers)[number]

/** The change of a rate, as fractions, or of a wait, in seconds. */
export interface LevelChange {
  readonly before: number
  readonly now: number
  readonly shares: Readonly<Record<LevelDriver, number>>
  /** What the model does not see: with the shares it adds up to the change exactly. */
  readonly unexplained: number
}

export interface LevelChanges {
  /** By the neutral rule. */
  readonly level: LevelChange | null
  readonly abandon: LevelChange | null
  /** The speed of answer, in seconds. */
  readonly asa: LevelChange | null
  /** Contacts of this period in queues that the model knows, as a fraction of all. */
  readonly covered: number
}

/**
 * What made the service level, the abandonment and the speed of answer change: each driver is set from the one period to the other in the model of the queues, in every
 * order. Only queues whose agents are known are in it. Null where a period has no contacts in these.
 */
export function explainLevels(before: PeriodLoad, now: PeriodLoad, model: QueueModel): LevelChanges {
  const [former, latter] = [known(before, model), known(now, model)]
  const covered = offeredOf(now.hours) > 0 ? offeredOf(latter.hours) / offeredOf(now.hours) : 0
  if (!(offeredOf(former.hours) > 0 && offeredOf(latter.hours) > 0 && former.days > 0 && latter.days > 0))
    return { level: null, abandon: null, asa: null, covered }
  const [steadyFormer, steadyLatter] = [steadied(former), steadied(latter)]
  const pairs = pairHours(steadyFormer, steadyLatter)
  const perDay = { before: offeredOf(former.hours) / former.days, now: offeredOf(latter.hours) / latter.days }
  const change = (figure: ModelFigure): LevelChange | null => {
    const [there, here] = [rateOf(former.hours, figure), rateOf(latter.hours, figure)]
    if (there === null || here === null) return null
    const shares = shapleyShares(levelDrivers, (changed) => rateWhen(pairs, perDay, model, figure, changed))
    const explained = sumOf(levelDrivers, (driver) => shares[driver])
    return { before: there, now: here, shares, unexplained: here - there - explained }
  }
  return { level: change('level'), abandon: change('abandon'), asa: change('asa'), covered }
}

const known = ({ days, hours }: PeriodLoad, { queueIds }: QueueModel): PeriodLoad => ({
  days,
  hours: hours.filter(({ queueId }) => queueIds.has(queueId)),
})

/** With the handling times and agents that the model is asked with. */
function steadied({ days, hours }: PeriodLoad): PeriodLoad {
  const usual = new Map([...Map.groupBy(hours, ({ queueId }) => queueId)].map(([id, own]) => [id, meanHandling(own)]))
  return {
    days,
    hours: hours.map((hour) => {
      const own = usual.get(hour.queueId) ?? null
      if (own === null) return hour
      return { ...hour, agents: agentsThere(hour), answered: 1, handleSeconds: steadyHandling(hour, own) }
    }),
  }
}

/** As it was; null where nothing is to be divided by. */
export function rateOf(hours: readonly LoadHour[], figure: ModelFigure): number | null {
  const total = (name: keyof PartsOfHour): number => sumOf(hours, (hour) => hour[name])
  const [part, whole] = {
    level: () => [total('answeredWithin'), total('offered') - total('leftOut')] as const,
    abandon: () => [total('abandoned'), total('offered')] as const,
    asa: () => [total('answeredWaitSeconds'), total('answered')] as const,
  }[figure]()
  return whole > 0 ? part / whole : null
}

type PartsOfHour = Omit<LoadHour, 'agents'>

function rateWhen(
  pairs: readonly HourPair[],
  perDay: { readonly before: number; readonly now: number },
  model: QueueModel,
  figure: ModelFigure,
  changed: ReadonlySet<LevelDriver>,
): number {
  const side = (driver: LevelDriver): 'before' | 'now' => (changed.has(driver) ? 'now' : 'before')
  let [part, whole] = [0, 0]
  for (const pair of pairs) {
    const { share, hoursPerDay } = pair[side('mix')]
    const contacts = perDay[side('volume')] * share
    if (!(contacts > 0 && hoursPerDay > 0)) continue
    const outcome = model.outcome(
      {
        queueId: pair.queueId,
        offeredPerHour: contacts / hoursPerDay,
        ahtSeconds: pair[side('handling')].ahtSeconds ?? 1,
        agents: pair[side('staff')].agents ?? 0,
      },
      figure,
    )
    const [its, of] = partsOf(outcome, figure)
    part += contacts * its
    whole += contacts * of
  }
  return whole > 0 ? part / whole : figure === 'asa' ? 0 : 1
}

/** Of one contact: what it adds to the figure, and to what that is divided by. */
function partsOf(outcome: Outcome, figure: ModelFigure): readonly [number, number] {
  switch (figure) {
    case 'level':
      return [outcome.answeredWithin, 1 - outcome.abandonedWithin]
    case 'abandon':
      return [outcome.abandoned, 1]
    case 'asa':
      return [outcome.answeredWaitSeconds, 1 - outcome.abandoned]
  }
}
