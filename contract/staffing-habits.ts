import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, route, type Route } from './route.ts'

const LocalDate = PlainDate

/** Why availability cannot be learnt from the log. */
export const unlearntReasons = ['otherWork', 'noPresence', 'noHangUps', 'fewCalls', 'unlike'] as const

/** With its 95 % interval. */
const Learnt = z.object({ value: z.number(), low: z.number(), high: z.number() })
export type Learnt = z.infer<typeof Learnt>

const Behind = {
  /** Contacts offered and hang-ups that it was learnt from. */
  calls: z.number(),
  hangUps: z.number(),
  /** Null where nobody in the centre hung up on such work: nobody is taken to. */
  patienceSeconds: Learnt.nullable(),
  /** Null where it cannot be learnt. */
  availability: Learnt.nullable(),
}

/** How patient a queue's callers are and how much of the agents' presence is there for them, by hour, as the log shows it. */
export const QueueHabits = z.object({
  /** The days looked at, both included: those whose load is taken as "the last four weeks". */
  firstDay: LocalDate,
  lastDay: LocalDate,
  ...Behind,
  /** Why availability is null. */
  unlearnt: z.enum(unlearntReasons).nullable(),
  /** Hours of the local day in which anybody called. */
  hours: z.array(z.object({ hour: z.number().int(), ...Behind })),
})
export type QueueHabits = z.infer<typeof QueueHabits>

const ObservedHour = z.object({
  /** 1 is Monday. */
  weekday: z.number().int(),
  hour: z.number().int(),
  share: z.number(),
})

/** A reason to be away as agents' states told it in the last four weeks. */
export const ObservedShrinkage = z.object({
  kind: z.string(),
  planned: z.boolean(),
  paid: z.boolean(),
  /** Of rostered hours for planned kinds; of what the planned ones leave, for the others. */
  share: z.number(),
  hoursAway: z.number(),
  hours: z.array(ObservedHour),
})
export type ObservedShrinkage = z.infer<typeof ObservedShrinkage>

const HabitsQuery = z.object({ queueId: z.coerce.number().int().positive().max(2_147_483_647) })
type HabitsQuery = z.infer<typeof HabitsQuery>

type Nothing = Record<string, never>

interface HabitRoutes {
  readonly readHabits: Route<CenterParams, HabitsQuery, Nothing, QueueHabits>
  readonly observeShrinkage: Route<
    CenterParams,
    Nothing,
    Nothing,
    { readonly signedInHours: number; readonly kinds: ObservedShrinkage[] }
  >
}

/** What the centre's own log says of its callers and agents. */
export const staffingHabits: HabitRoutes = {
  readHabits: route('GET', '/centers/:centerId/staffing/habits', {
    summary:
      'How patient a queue’s callers are, and how much of the agents’ presence is there for them, by hour of the day, as the last four weeks show it.',
    may: 'readStaffing',
    params: CenterParams,
    query: HabitsQuery,
    reply: QueueHabits,
  }),
  observeShrinkage: route('GET', '/centers/:centerId/staffing/shrinkage/observed', {
    summary: 'Why agents who were signed in were not at their posts in the last four weeks, by kind, weekday and hour.',
    may: 'readStaffing',
    params: CenterParams,
    reply: z.object({ signedInHours: z.number(), kinds: z.array(ObservedShrinkage) }),
  }),
}
