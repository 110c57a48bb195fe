/** A distribution of a length of time, as plain data. Means and deviations are those of the time itself, not of its logarithm. */
export type DurationModel =
  | { readonly kind: 'exponential'; readonly meanSeconds: number }
  | { readonly kind: 'lognormal'; readonly meanSeconds: number; readonly sdSeconds: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly meanSeconds: number }
  | { readonly kind: 'uniform'; readonly fromSeconds: number; readonly toSeconds: number }
  | { readonly kind: 'deterministic'; readonly seconds: number }
  | { readonly kind: 'empirical'; readonly seconds: readonly number[] }

/** How long a customer waits before hanging up; with `probabilityZero` she does not wait at all. */
export type PatienceModel = DurationModel & { readonly probabilityZero?: number }

export interface PeriodModel {
  readonly startSeconds: number
  readonly lengthSeconds: number
}

/** A group that may take this type only once the contact has waited so long (overflow); 0: at once. */
export interface GroupChoice {
  readonly group: string
  readonly afterSeconds: number
}

/** Contacts of one queue: how they come, how long they take and how long they wait. */
export interface ContactTypeModel {
  readonly id: string
  /** Expected arrivals an hour in each period: Poisson, even within the period. */
  readonly arrivalsPerHour: readonly number[]
  /** One for each period of arrival. Without it everybody waits until answered. */
  readonly patience?: readonly PatienceModel[]
  /** One for each period of arrival. */
  readonly handling: readonly DurationModel[]
  /** Threshold of the service level. */
  readonly withinSeconds: number
  /** What counts as a short abandon, for the two short rules; 5 when left out. */
  readonly shortSeconds?: number
  /** In the order an arrival tries them. */
  readonly groups: readonly GroupChoice[]
}

/** Agents beyond those of the periods, from one moment to another, away together in the pauses. */
export interface ShiftModel {
  readonly agents: number
  readonly startSeconds: number
  readonly endSeconds: number
  readonly pauses: readonly { readonly startSeconds: number; readonly endSeconds: number }[]
}

/** Agents who take the same types of contacts in the same order. */
export interface AgentGroupModel {
  readonly id: string
  /** In the order of priority. */
  readonly types: readonly string[]
  /** Agents in each period. Above a new, lower number they finish their contact first. */
  readonly agents: readonly number[]
  readonly shifts: readonly ShiftModel[]
}

/** What a freed agent takes: the contact that waited longest among his types, or the first of his types that has any. */
export type Routing = 'longestWaiting' | 'priority'

/** Whom an arrival asks: the first group of its list with a free agent, the agent idle longest, or the group least occupied. */
export type AgentChoice = 'groupOrder' | 'longestIdle' | 'leastOccupied'

/**
 * A centre to simulate. Nobody arrives outside the periods; in a gap and after the last period the staffing of the period before
 * holds. An arrival is offered to the groups that its type names, a freed agent takes from the types that his group names.
 */
export interface CenterModel {
  readonly horizonSeconds: number
  /** In order of time, without overlap, within the horizon. */
  readonly periods: readonly PeriodModel[]
  /** The day's busyness: a factor on all arrivals, gamma with mean 1 and this shape. */
  readonly busyness?: { readonly gammaShape: number }
  readonly contactTypes: readonly ContactTypeModel[]
  readonly groups: readonly AgentGroupModel[]
  readonly routing: Routing
  readonly agentChoice: AgentChoice
  /** Contacts in the centre at once, waiting or served; whoever arrives above it is blocked. */
  readonly lines?: number
  /** After the horizon: serve those who wait (true), or stop and count them as left. */
  readonly drainAfterEnd: boolean
}
