import type { DayKind, LocalDate } from '../time/index.ts'

// What a roster is to be made from. Time is cut into slots of equal length, counted from the first day’s local midnight without a
// gap, so that a day of a clock change has four slots fewer or more; what lies before the first day has negative slots.

export interface RosterDay {
  readonly date: LocalDate
  readonly kind: DayKind
  /** 1 is Monday. */
  readonly isoWeekday: number
  readonly firstSlot: number
  /**
   * 96 of a quarter of an hour; 92 and 100 when clocks change. Times of the clock that are said in “slots after midnight” (starts of
   * shapes, night, wishes) mean the clock on the wall: from three in the morning of such a day they are moved by the difference.
   */
  readonly slots: number
}

/** What a queue needs, and what it costs to give it less or more. */
export interface QueueDemand {
  readonly queueId: string
  /** Agents asked for at their posts, by slot; 0 while the queue is closed. */
  readonly needed: Float64Array
  /** 1 while the queue is open; open all the time when left out. A need while it is closed is a fault of the problem. */
  readonly isOpen?: Uint8Array
  /**
   * What a slot costs with 0, 1, 2 … agents at their posts, in the objective’s money: contacts expected late or lost at their worth, and
   * idle agents at theirs. Convex; past the end the last step goes on.
   */
  readonly cost: readonly Float64Array[]
}

export interface BreakRule {
  readonly kind: 'meal' | 'rest'
  readonly slots: number
  readonly isPaid: boolean
  /** Slots after the shift’s start at which it may begin, both included. */
  readonly earliest: number
  readonly latest: number
}

/** A template of shifts: fixed when it has one start and one length, free when it has many. */
export interface ShiftShape {
  readonly shapeId: string
  readonly name: string
  /** Slots after local midnight at which it may begin; beyond a day’s length the shift belongs to the day before. */
  readonly starts: readonly number[]
  /** Slots from start to end, breaks included. */
  readonly lengths: readonly number[]
  /**
   * In the order in which they are taken; they never overlap. One that would end with the shift or after it, even at its earliest, is left
   * out: so a shape of many lengths gives its short shifts fewer breaks.
   */
  readonly breaks: readonly BreakRule[]
  /** ISO weekdays on which it may begin. */
  readonly weekdays: readonly number[]
}

export const absenceKinds = ['leave', 'sick', 'study', 'unavailable', 'other'] as const
export type AbsenceKind = (typeof absenceKinds)[number]

/** Slots in which she cannot work; the end is not part of it. */
export interface Absence {
  readonly start: number
  readonly end: number
  readonly kind: AbsenceKind
}

export const wishKinds = ['off', 'shape', 'startFrom', 'endBy'] as const
export type WishKind = (typeof wishKinds)[number]

/** What she would like on a day. */
export interface Wish {
  readonly wishId: string
  readonly day: number
  readonly kind: WishKind
  /** For `shape`: the template she would like. */
  readonly shapeId: string | null
  /** For `startFrom` and `endBy`: slots after the day’s midnight. */
  readonly slot: number | null
  /** Money of the objective when it is not met, before the weight of wishes. */
  readonly weight: number
}

/** Working time that a stretch of days may hold, in minutes. */
export interface WorkBudget {
  readonly firstDay: number
  readonly lastDay: number
  readonly minMinutes: number
  readonly maxMinutes: number
}

/** What law and agreement leave to the optimiser for one person. Made from rules by `rosterLimits`; every one of them is hard. */
export interface AgentLimits {
  readonly minRestSlots: number
  /** Rest after a shift is at least so many times its length; 0 where no rule says so. */
  readonly restPerShiftLength: number
  /**
   * Unbroken rest that lies inside each calendar week, from Monday’s midnight to the next one. What lies before the horizon counts as
   * rest since `before.lastShiftEnd`, what lies after it as rest.
   */
  readonly weeklyRestSlots: number
  readonly maxConsecutiveDays: number
  readonly minDaysOffPerWeek: number
  /** Working time of one shift; no least where it is left out. */
  readonly minShiftMinutes?: number
  readonly maxShiftMinutes: number
  /** A shift’s whole working time belongs to the day on which it begins. */
  readonly budgets: readonly WorkBudget[]
  /** By day: whether a shift may begin on it (holidays, days off without consent and days that stay as they are without a shift are not). */
  readonly mayWork: readonly boolean[]
  /** Slots of the day, from local midnight, in which she must not work (night of a protected person); null where she may at any time. */
  readonly forbiddenNight: { readonly from: number; readonly to: number } | null
  /** Longest work without any break; 0 where no rule says so. */
  readonly maxSlotsWithoutBreak: number
  /** Minutes from start to end above which a meal of at least `mealMinutes` is needed; null where no rule says so. */
  readonly meal: { readonly aboveMinutes: number; readonly mealMinutes: number } | null
}

/** What a person has behind her in the year, for a fair share of what nobody likes. */
export interface FairShare {
  readonly nights: number
  readonly weekends: number
  readonly holidays: number
  readonly shortRests: number
  readonly lateChanges: number
  readonly refusedWishes: number
}

/** A person of the roster: what she may work, what she asked for, and what limits hold for her. */
export interface RosterAgent {
  readonly agentId: string
  readonly name: string
  /** Queues whose contacts she takes, best first. */
  readonly queueIds: readonly string[]
  readonly shapeIds: readonly string[]
  readonly absences: readonly Absence[]
  readonly wishes: readonly Wish[]
  readonly limits: AgentLimits
  /** Money of an hour of work, and what a night or holiday hour costs more, as a share of it. */
  readonly costPerHour: number
  readonly nightPremium: number
  readonly holidayPremium: number
  /** What she did before the first day. Slots are negative; null where nothing is known. */
  readonly before: {
    readonly lastShiftStart: number
    readonly lastShiftEnd: number
    readonly daysInARow: number
  } | null
  readonly soFar: FairShare
}

/** Something that is not contact work: a meeting or a training, placed where it harms the service least. */
export interface RosterActivity {
  readonly activityId: string
  readonly name: string
  readonly kind: 'meeting' | 'training'
  readonly slots: number
  readonly agentIds: readonly string[]
  /** All at once, or each when it suits. */
  readonly isTogether: boolean
  /** Slots within which it has to lie. */
  readonly from: number
  readonly to: number
}

/** What one unit of each part of the objective is worth. Every part is in money before its weight. */
export interface RosterWeights {
  readonly service: number
  readonly money: number
  readonly wishes: number
  readonly fairness: number
  readonly stability: number
}

/**
 * All that a roster is made from: what is needed, who there is and may do what, and what counts how much. Times are slots of
 * `slotMinutes` from `startMinute` on.
 */
export interface RosterProblem {
  readonly slotMinutes: number
  /** Minutes since 1970-01-01T00:00Z of the first slot. */
  readonly startMinute: number
  readonly days: readonly RosterDay[]
  readonly queues: readonly QueueDemand[]
  readonly shapes: readonly ShiftShape[]
  readonly agents: readonly RosterAgent[]
  readonly activities: readonly RosterActivity[]
  readonly weights: RosterWeights
  /** Slots after midnight between which an hour counts as night, in pay and in the fair share. */
  readonly night: { readonly from: number; readonly to: number }
  /** Shifts that stay as they are: the planner’s own, and days before the one from which the roster may change. */
  readonly locked: readonly RosterShift[]
  /** An earlier roster to stay near to; changes of it are counted as instability. */
  readonly earlier: readonly RosterShift[]
}

export interface RosterBreak {
  readonly kind: 'meal' | 'rest'
  readonly start: number
  readonly end: number
  readonly isPaid: boolean
}

export interface PlacedActivity {
  readonly activityId: string
  readonly start: number
  readonly end: number
}

/** A dated piece of work. `start` and `end` are slots of the problem. */
export interface RosterShift {
  readonly agentId: string
  /** Index of the day on which it begins. */
  readonly day: number
  readonly shapeId: string | null
  readonly start: number
  readonly end: number
  readonly breaks: readonly RosterBreak[]
  readonly activities: readonly PlacedActivity[]
}

/** Who works when; whoever has no shift on a day is off. */
export interface Roster {
  readonly shifts: readonly RosterShift[]
}
