import { z } from 'zod'

import { serviceLevelRules } from '@pult/engine/queueing'
import { queueWorks } from '@pult/engine/staffing'

/** The ways a service level is counted: one vocabulary in all rooms. */
export const staffingRules: typeof serviceLevelRules = serviceLevelRules

const PositiveSeconds = z.number().positive().max(86_400)
const Share = z.number().positive().max(1)

const ofChats = {
  /** Chats an agent holds at once; 1 for calls. */
  contactsAtOnce: z.number().int().min(1).max(50),
  /** By how much each further chat at once lengthens all of them: 0.2 makes two at once last 1.2 times as long. */
  stretchPerExtra: z.number().min(0).max(5),
}

/** What a queue is to keep, and what is assumed of its callers and agents. */
export const StaffingRule = z
  .object({
    /** Null: every queue of this kind of work without a rule of its own. */
    queueId: z.number().int().positive().max(2_147_483_647).nullable(),
    /** Calls (voice, callbacks), chats (chat, messengers), or work that may wait (e-mail); of a queue it follows from its channel. */
    work: z.enum(queueWorks),
    /**
     * The 0.8 in 80/20; null when the service level is no part of the target. Of work that may wait: the share of a day's items that is to
     * be done in time, for the chance of it.
     */
    targetLevel: z.number().positive().lt(1).nullable(),
    withinSeconds: z.number().min(0).max(86_400),
    rule: z.enum(serviceLevelRules),
    /** What counts as a short abandon, for `shortCredit` and `shortExcluded`. */
    shortSeconds: z.number().min(0).max(3600).default(5),
    maxAbandonment: Share.nullable(),
    maxOccupancy: Share.nullable(),
    maxAsaSeconds: PositiveSeconds.nullable(),
    /** Null: estimated from the centre's own log. */
    patienceSeconds: z.number().min(1).max(86_400).nullable(),
    /** Share of the time at their posts in which agents do take contacts. */
    availability: Share,
    /** Whether it is learnt by hour from the log; where the log does not tell, and of chats and work that may wait, the number above holds. */
    isAvailabilityLearnt: z.boolean().default(true),
    ...ofChats,
    /** Of work that may wait: how long, in the queue's opening hours. Null for calls and chats. */
    deadlineMinutes: z.number().int().positive().max(43_200).nullable(),
  })
  .strict()
  .refine(hasPart, { message: 'the target must have a part' })
  .refine((rule) => (rule.work === 'deferred') === (rule.deadlineMinutes !== null), {
    message: 'deadlineMinutes belongs to work that may wait, and such work needs it',
    path: ['deadlineMinutes'],
  })
export type StaffingRule = z.infer<typeof StaffingRule>

interface TargetParts {
  readonly targetLevel: number | null
  readonly maxAbandonment: number | null
  readonly maxOccupancy: number | null
  readonly maxAsaSeconds: number | null
  readonly deadlineMinutes: number | null
}

function hasPart(rule: TargetParts): boolean {
  const { targetLevel, maxAbandonment, maxOccupancy, maxAsaSeconds, deadlineMinutes } = rule
  return [targetLevel, maxAbandonment, maxOccupancy, maxAsaSeconds, deadlineMinutes].some((part) => part !== null)
}

const ShrinkageHour = z
  .object({
    /** 1 is Monday. */
    weekday: z.number().int().min(1).max(7),
    hour: z.number().int().min(0).max(23),
    share: z.number().min(0).lt(1),
  })
  .strict()
export type ShrinkageHour = z.infer<typeof ShrinkageHour>

/** Why people on shift are not at their posts. */
export const Shrinkage = z
  .object({
    kind: z.string().trim().min(1).max(100),
    planned: z.boolean(),
    paid: z.boolean(),
    share: z.number().min(0).lt(1),
    /** Hours of the week, by the centre's clock, in which another share holds. */
    hours: z.array(ShrinkageHour).max(168).default([]),
  })
  .strict()
export type Shrinkage = z.infer<typeof Shrinkage>
