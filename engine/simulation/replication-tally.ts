/** What is counted of the contacts of one type that arrived in one period. */
export const contactCounters = [
  'offered',
  'answered',
  'answeredWithin',
  'abandoned',
  'abandonedWithin',
  'blocked',
  'left',
  'delayed',
  'answeredWaitSeconds',
  'abandonedWaitSeconds',
  'abandonedShort',
] as const
export type ContactCounter = (typeof contactCounters)[number]

/** What is counted of the agents of one group in one period. Staffed seconds include those of agents who finish their contact. */
export const groupCounters = ['answered', 'busySeconds', 'staffedSeconds'] as const

export const CONTACT_COUNTERS: number = contactCounters.length
export const GROUP_COUNTERS: number = groupCounters.length

/** One replication's counts: `contacts` by type and period, `groups` by group and period, the counters of each side by side. */
export interface ReplicationTally {
  readonly contacts: Float64Array
  readonly groups: Float64Array
}

export const OFFERED = 0
export const ANSWERED = 1
export const ANSWERED_WITHIN = 2
export const ABANDONED = 3
export const ABANDONED_WITHIN = 4
export const BLOCKED = 5
export const LEFT = 6
export const DELAYED = 7
export const ANSWERED_WAIT = 8
export const ABANDONED_WAIT = 9
export const ABANDONED_SHORT = 10

export const GROUP_ANSWERED = 0
export const GROUP_BUSY = 1
export const GROUP_STAFFED = 2
