import type { Channel } from '../contacts/index.ts'
import type { LocalDate, WeeklyHours } from '../time/index.ts'

/** A name in both languages of the product. */
export interface Named {
  readonly ru: string
  readonly en: string
}

export interface DemoQueue {
  /** What the facts and the `queue_log` call it. */
  readonly code: string
  readonly name: Named
  readonly channel: Channel
  readonly openingHours: WeeklyHours
  readonly target: { readonly fraction: number; readonly withinSeconds: number }
  readonly topics: readonly string[]
}

/** What the generator believes of a queue; nothing a centre would tell its own system. */
export interface QueueNature {
  /** Expected fresh contacts of an ordinary working day. */
  readonly contactsPerDay: number
  /** Relative arrivals in the 24 hours of a day. */
  readonly hourWeights: readonly number[]
  readonly weekendFactor: number
  readonly talkSeconds: number
  readonly acwSeconds: number
  readonly holdShare: number
  readonly transferShare: number
  /** Queue code a transfer goes to, mostly. */
  readonly transferTo: string
  readonly patienceSeconds: number
  /** The system takes the customer out after this. */
  readonly timeoutSeconds: number
  readonly timeoutTo: 'voicemail' | 'overflow' | 'timeout'
  /** Queue code the overflow goes to. */
  readonly overflowTo?: string
  /** After 90 s of waiting the announcement offers a call back; this share takes it. */
  readonly callbackShare: number
  readonly unresolvedShare: number
}

export interface DemoSkill {
  readonly code: string
  readonly name: Named
  readonly queue: string
}

export interface DemoTeam {
  readonly code: string
  readonly name: Named
}

/**
 * How some agents play the system. Each leaves two traces or more in the facts:
 * - `quickHangUp`: answers and hangs up within 1–9 s, a fifth of the calls; the customer calls again within minutes
 * - `acwPadding`: in the last half hour of the shift the after-contact work lasts until the end
 * - `pauseFlip`: when idle for a while, a pause of 1–3 s that loses the place of the longest idle
 * - `ahtCliff`: hardly any call longer than 300 s, a heap of them just below, transferred or hung up by the agent
 * - `ghostCalls`: long outbound calls at busy hours, always to the same number
 * - `ringDodge`: lets a seventh of the offers ring out
 */
export const cheatKinds = ['quickHangUp', 'acwPadding', 'pauseFlip', 'ahtCliff', 'ghostCalls', 'ringDodge'] as const
export type CheatKind = (typeof cheatKinds)[number]

/** How an agent works; known to the generator only. */
export interface AgentHabits {
  /** Multiplies handling time; 1 is usual, below is faster. */
  readonly pace: number
  /** Multiplies the chance that the customer has to come back. */
  readonly unresolved: number
  readonly usualLatenessMinutes: number
  readonly leavesEarlyShare: number
  readonly ringNoAnswerShare: number
  /** Stretch of breaks. */
  readonly breakStretch: number
  readonly cheat?: CheatKind
  readonly shines?: boolean
}

/**
 * - `fiveTwo`: working days of the calendar, nine hours with an hour for lunch
 * - `twoTwo`: two days on, two off, twelve hours
 * - `watch`: night, evening, a day off: the crew that keeps the centre open around the clock
 */
export type ShiftPattern = 'fiveTwo' | 'twoTwo' | 'watch'

export interface DemoAgent {
  /** What the facts and the `queue_log` call the agent: SIP/101, or Agent/201 for the watch. */
  readonly code: string
  readonly name: string
  readonly team: string
  /** Level 1 is the main skill. */
  readonly skills: readonly { readonly skill: string; readonly level: number }[]
  readonly hiredOn: LocalDate
  readonly pattern: ShiftPattern
  /** Day of the pattern's cycle on day number 0. */
  readonly phase: number
  readonly shiftStart: string
  readonly habits: AgentHabits
}

export interface DemoPauseReason {
  /** What the facts call it. */
  readonly code: string
  readonly name: Named
  readonly paid: boolean
  /** How much of it a day allows: minutes in a shift. */
  readonly allowanceMinutes?: number
  /** Recorded as training rather than as a pause. */
  readonly training?: boolean
}

export interface DemoCampaign {
  readonly name: Named
  readonly queues: readonly string[]
  /** Month and day, both included, every year. */
  readonly from: string
  readonly to: string
  readonly factor: number
}

/** Everything that describes the demonstration centre: plain data, the same for the same anchor. */
export interface DemoCenter {
  readonly name: Named
  readonly timeZone: string
  readonly calendar: string
  readonly queues: readonly DemoQueue[]
  readonly queueNatureByCode: Readonly<Record<string, QueueNature>>
  readonly skills: readonly DemoSkill[]
  readonly teams: readonly DemoTeam[]
  readonly agents: readonly DemoAgent[]
  readonly pauseReasons: readonly DemoPauseReason[]
  readonly campaigns: readonly DemoCampaign[]
  /** Telephony down: nobody is answered, and then everybody calls again. */
  readonly outage: { readonly date: LocalDate; readonly from: string; readonly minutes: number }
  /** Nothing was recorded: missing is not zero. */
  readonly recordingGap: { readonly date: LocalDate; readonly from: string; readonly minutes: number }
  /** Illness: first and last day, and the share of agents who are ill. */
  readonly badWeek: { readonly from: LocalDate; readonly to: LocalDate; readonly absentShare: number }
  /** Day from which growth and past events are counted. */
  readonly anchorDate: LocalDate
}
