import type { MethodAccuracy } from '@pult/contract/forecast'

/** The forecast as it is made stands among the methods under this name. */
export const CHOSEN = 'chosen'
/** Leads shown: the others say little more. */
export const LEADS: readonly number[] = [1, 5, 10, 20]

export interface Method {
  readonly name: string
  /** Error over what came, by lead. */
  readonly wape: ReadonlyMap<number, number>
  /** Over all leads shown; null where it was not kept yet. */
  readonly bias: number | null
  /** Of the forecast as it is made: methods have no bands. */
  readonly covered80: number | null
  readonly covered95: number | null
  /** Mean weight over queues and leads shown; null for what is chosen. */
  readonly weight: number | null
}

/** Errors of half-hours and of hours are not to be added up: the interval that most queues were learnt at, of several the one learnt last. */
export function ofOneInterval(learnt: readonly MethodAccuracy[]): MethodAccuracy[] {
  const byInterval = Map.groupBy(learnt, ({ intervalMinutes }) => intervalMinutes)
  const ranked = [...byInterval.values()].map((members) => ({
    members,
    queues: new Set(members.map(({ queueId }) => queueId)).size,
    learntAt: members.reduce((latest, one) => (one.learntAt > latest ? one.learntAt : latest), ''),
  }))
  const [first] = ranked.toSorted(
    (left, right) => right.queues - left.queues || right.learntAt.localeCompare(left.learntAt),
  )
  return first?.members ?? []
}

/** Queues' errors added up, what is chosen first, then the best at one day ahead. A method counts where it was tried. */
export function summedMethods(given: readonly MethodAccuracy[]): Method[] {
  const learnt = given.filter(({ leadDays }) => LEADS.includes(leadDays))
  if (learnt.length === 0) return []
  const names = [...new Set(learnt.flatMap(({ byMethod }) => Object.keys(byMethod)))]
  const methods = names.map((name): Method => {
    const tried = learnt.flatMap(({ byMethod, leadDays, came }) => {
      const one = byMethod[name]
      return one === undefined ? [] : [{ leadDays, came, ...one }]
    })
    const weight = tried.reduce((sum, one) => sum + one.weight, 0) / tried.length
    return { name, ...errorsOf(tried), covered80: null, covered95: null, weight }
  })
  const chosen = learnt.map(({ leadDays, came, chosen: absolute, chosenSigned: signed }) => ({
    leadDays,
    came,
    absolute,
    signed,
  }))
  const covered = learnt.flatMap((one) => one.covered ?? [])
  const first = ({ wape }: Method): number => wape.get(1) ?? Infinity
  return [
    {
      name: CHOSEN,
      ...errorsOf(chosen),
      covered80: ratio(
        covered,
        ({ within80 }) => within80,
        ({ intervals }) => intervals,
      ),
      covered95: ratio(
        covered,
        ({ within95 }) => within95,
        ({ intervals }) => intervals,
      ),
      weight: null,
    },
    ...methods.toSorted((left, right) => first(left) - first(right)),
  ]
}

interface Tried {
  readonly leadDays: number
  readonly came: number
  readonly absolute: number
  readonly signed: number | null
}

function errorsOf(tried: readonly Tried[]): Pick<Method, 'wape' | 'bias'> {
  const came = (one: Tried): number => one.came
  const wape = LEADS.flatMap((lead) => {
    const error = ratio(
      tried.filter(({ leadDays }) => leadDays === lead),
      ({ absolute }) => absolute,
      came,
    )
    return error === null ? [] : [[lead, error] as const]
  })
  const kept = tried.filter(({ signed }) => signed !== null)
  return { wape: new Map(wape), bias: ratio(kept, ({ signed }) => signed ?? 0, came) }
}

/** Null over nothing. */
function ratio<One>(list: readonly One[], above: (one: One) => number, below: (one: One) => number): number | null {
  const sum = (of: (one: One) => number): number => list.reduce((total, one) => total + of(one), 0)
  const under = sum(below)
  return under > 0 ? sum(above) / under : null
}
