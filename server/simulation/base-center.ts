import type { Seen, WhatIfBase, WhatIfDraft } from '@pult/contract/simulation'
import { readCenterModel, type CenterModel } from '@pult/engine/simulation'
import { patienceSample, type WaitCount } from '@pult/engine/staffing'

import type { CameRow, WorkShape } from './day-facts.ts'

/** Expected contacts of a queue in a half-hour, and how long each keeps an agent where that is known. */
export interface SlotLoad {
  readonly queueId: number
  readonly slot: number
  readonly offered: number
  readonly workSeconds: number | null
}

export interface BaseFacts {
  /** Epoch milliseconds of the half-hours' beginnings. */
  readonly slotStarts: readonly number[]
  readonly loads: readonly SlotLoad[]
  readonly shapes: readonly WorkShape[]
  readonly waits: ReadonlyMap<number, readonly WaitCount[]>
  readonly within: (queueId: number) => number
  readonly groups: readonly {
    readonly queueIds: readonly number[]
    readonly people: number
    readonly agents: readonly number[]
  }[]
}

export interface BaseCenter {
  readonly model: CenterModel
  readonly intervals: readonly string[]
  readonly firstSlot: number
  readonly queues: WhatIfBase['queues']
  readonly groups: WhatIfBase['groups']
}

const SLOT_SECONDS = 1800
// Enough to follow the curve of patience, few enough to keep.
const PATIENCES = 200
// Fewer who left say little about one queue: the patience of all is taken.
const LEFT_TO_LEARN = 30
// Contacts whose weight equals that of the day's usual handling time, as in the habits of the staffing room.
const PRIOR_CONTACTS = 38

/**
 * The day as a centre to simulate. Null when nothing is left to simulate: no queue has contacts, handling time and agents.
 */
export function baseCenter(
  draft: Pick<WhatIfDraft, 'routing' | 'agentChoice' | 'shortSeconds'> &
    Partial<Pick<WhatIfDraft, 'lines' | 'daySpread'>>,
  facts: BaseFacts,
): BaseCenter | null {
  const shapeOf = new Map(facts.shapes.map((shape) => [shape.queueId, shape]))
  const loadOf = Map.groupBy(facts.loads, ({ queueId }) => queueId)
  const served = new Set(facts.groups.flatMap(({ queueIds }) => queueIds))
  const queueIds = [...loadOf.keys()]
    .filter((id) => served.has(id) && shapeOf.has(id))
    .toSorted((left, right) => left - right)
  const groups = facts.groups
    .map((group) => ({ ...group, queueIds: group.queueIds.filter((id) => queueIds.includes(id)) }))
    .filter((group) => group.queueIds.length > 0)
    .map((group, place) => ({ ...group, groupId: `g${place + 1}` }))
  const slots = usedSlots(facts, queueIds, groups)
  if (queueIds.length === 0 || slots === null) return null
  const { first, last } = slots
  const cut = <Item>(list: readonly Item[]): Item[] => list.slice(first, last + 1)
  const periods = cut(
    facts.slotStarts.map((_, slot) => ({ startSeconds: slot * SLOT_SECONDS, lengthSeconds: SLOT_SECONDS })),
  )
  const pooled = [...facts.waits.values()].flat()
  const queues = queueIds.map((queueId) =>
    queueOf(queueId, shapeOf.get(queueId) as WorkShape, loadOf.get(queueId) ?? [], facts, pooled),
  )
  const { lines = null } = draft
  const daySpread = draft.daySpread ?? 0
  const { model } = readCenterModel({
    ...(lines === null ? {} : { lines }),
    ...(daySpread === 0 ? {} : { busyness: { gammaShape: 1 / daySpread ** 2 } }),
    horizonSeconds: (last + 1) * SLOT_SECONDS,
    periods,
    contactTypes: queues.map((queue) => ({
      id: String(queue.queueId),
      arrivalsPerHour: cut(queue.perHour),
      handling: cut(queue.handling),
      ...(queue.patience.length === 0 ? {} : { patience: { kind: 'empirical', seconds: queue.patience } }),
      // An answer comes when the phone has rung: that much of the threshold is gone when the agent is found.
      withinSeconds: Math.max(0, queue.withinSeconds - queue.ringSeconds),
      shortSeconds: draft.shortSeconds,
      groups: choicesOf(queue.queueId, groups),
    })),
    groups: groups.map(({ groupId, queueIds: types, agents }) => ({
      id: groupId,
      types: types.map(String),
      agents: cut(agents),
    })),
    routing: draft.routing,
    agentChoice: draft.agentChoice,
  })
  return {
    model,
    firstSlot: first,
    intervals: cut(facts.slotStarts).map((at) => new Date(at).toISOString()),
    queues: queues.map(({ queueId, offered, ahtSeconds, patience, withinSeconds }) => ({
      queueId,
      offered,
      ahtSeconds,
      patienceSeconds: patience[patience.length / 2] ?? null,
      withinSeconds,
    })),
    groups: groups.map(({ groupId, queueIds: ids, people, agents }) => ({
      groupId,
      queueIds: [...ids],
      people,
      agents: cut(agents),
    })),
  }
}

function usedSlots(
  { slotStarts, loads }: BaseFacts,
  queueIds: readonly number[],
  groups: readonly { readonly agents: readonly number[] }[],
): { first: number; last: number } | null {
  const used = slotStarts.map(
    (_, slot) =>
      groups.some(({ agents }) => (agents[slot] ?? 0) > 0) ||
      loads.some((load) => load.slot === slot && load.offered > 0 && queueIds.includes(load.queueId)),
  )
  const first = used.indexOf(true)
  return first < 0 ? null : { first, last: used.lastIndexOf(true) }
}

function queueOf(
  queueId: number,
  shape: WorkShape,
  loads: readonly SlotLoad[],
  { slotStarts, waits, within }: BaseFacts,
  pooled: readonly WaitCount[],
) {
  const bySlot = new Map(loads.map((load) => [load.slot, load]))
  const known = loads.filter(({ workSeconds }) => workSeconds !== null)
  const offered = loads.reduce((sum, load) => sum + load.offered, 0)
  const weight = known.reduce((sum, load) => sum + load.offered, 0)
  const usual =
    weight === 0
      ? shape.meanSeconds
      : known.reduce((sum, load) => sum + load.offered * (load.workSeconds ?? 0), 0) / weight
  const spread = shape.sdSeconds / shape.meanSeconds
  const own = waits.get(queueId) ?? []
  const isTold = own.reduce((sum, { left }) => sum + left, 0) >= LEFT_TO_LEARN
  return {
    queueId,
    offered,
    ahtSeconds: usual,
    withinSeconds: within(queueId),
    ringSeconds: shape.ringSeconds,
    patience: patienceSample(isTold ? own : pooled, PATIENCES),
    perHour: slotStarts.map((_, slot) => ((bySlot.get(slot)?.offered ?? 0) * 3600) / SLOT_SECONDS),
    handling: slotStarts.map((_, slot) => {
      const load = bySlot.get(slot)
      const contacts = load === undefined || load.workSeconds === null ? 0 : load.offered
      const meanSeconds = (contacts * (load?.workSeconds ?? 0) + PRIOR_CONTACTS * usual) / (contacts + PRIOR_CONTACTS)
      return spread > 0
        ? { kind: 'lognormal', meanSeconds, sdSeconds: meanSeconds * spread }
        : { kind: 'deterministic', seconds: meanSeconds }
    }),
  }
}

/** Those whose main work the queue is come first, and of them those who can do least else. */
function choicesOf(
  queueId: number,
  groups: readonly { readonly groupId: string; readonly queueIds: readonly number[] }[],
): string[] {
  return groups
    .filter(({ queueIds }) => queueIds.includes(queueId))
    .toSorted(
      (left, right) =>
        left.queueIds.indexOf(queueId) - right.queueIds.indexOf(queueId) ||
        left.queueIds.length - right.queueIds.length,
    )
    .map(({ groupId }) => groupId)
}

interface SeenDay {
  readonly came: readonly CameRow[]
  /** Of the agents who took part, less their other work. */
  readonly presentSeconds: number
}

/** What happened that day, in the words in which the model tells what it thinks. */
export function seenDay(
  { queues, intervals, firstSlot }: BaseCenter,
  rule: WhatIfDraft['rule'],
  { came, presentSeconds }: SeenDay,
): NonNullable<WhatIfBase['seen']> {
  const ids = new Set(queues.map(({ queueId }) => queueId))
  const ours = came.filter(({ queueId }) => ids.has(queueId))
  const workSeconds = ours.reduce((sum, row) => sum + row.workSeconds, 0)
  return {
    total: seenOf(ours, rule),
    occupancy: presentSeconds > 0 ? Math.min(1, workSeconds / presentSeconds) : null,
    queues: queues.map(({ queueId }) => ({
      queueId,
      ...seenOf(
        ours.filter((row) => row.queueId === queueId),
        rule,
      ),
    })),
    serviceLevels: intervals.map(
      (_, place) =>
        seenOf(
          ours.filter(({ slot }) => slot === firstSlot + place),
          rule,
        ).serviceLevel,
    ),
  }
}

function seenOf(rows: readonly CameRow[], rule: WhatIfDraft['rule']): Seen {
  const sum = (name: Exclude<keyof CameRow, 'queueId' | 'slot'>): number =>
    rows.reduce((total, row) => total + row[name], 0)
  const [offered, answered, within] = [sum('offered'), sum('answered'), sum('answeredWithin')]
  const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
  const levels = {
    strict: ratio(within, offered),
    answered: ratio(within, answered),
    neutral: ratio(within, offered - sum('leftWithin')),
    positive: ratio(within + sum('leftWithin'), offered),
    shortCredit: ratio(within + sum('leftShort'), offered),
    shortExcluded: ratio(within, offered - sum('leftShort')),
  }
  return {
    offered,
    leftRate: ratio(sum('left'), offered),
    serviceLevel: levels[rule],
    asaSeconds: ratio(sum('answeredWaitSeconds'), answered),
  }
}
