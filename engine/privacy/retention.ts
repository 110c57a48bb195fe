/** Kinds of data that a centre keeps for a time, and what is suggested. Nothing goes before somebody has set a time. */
export const retentionKinds = [
  'contacts',
  'lostCallers',
  'imports',
  'messages',
  'alerts',
  'notes',
  'formerAgents',
  'resumes',
  'market',
  'requests',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

export interface Suggestion {
  readonly days: number
  /** Where it comes from; `own` is nobody's rule but ours. */
  readonly source: 'limitation' | 'quality' | 'own'
}

const YEAR = 365
const THREE_YEARS: number = 3 * YEAR + 1

/**
 * Disputes are brought within three years (art. 196 of the Russian Civil Code), quality is judged within three to six months; what serves
 * neither is kept no longer than it is of use. Requirement P12 of a retention matrix by purpose.
 */
export const suggestions: Readonly<Record<RetentionKind, Suggestion>> = {
  contacts: { days: THREE_YEARS, source: 'limitation' },
  lostCallers: { days: 180, source: 'quality' },
  imports: { days: 90, source: 'own' },
  messages: { days: 180, source: 'own' },
  alerts: { days: YEAR, source: 'own' },
  notes: { days: THREE_YEARS, source: 'own' },
  formerAgents: { days: THREE_YEARS, source: 'limitation' },
  resumes: { days: 30, source: 'own' },
  market: { days: 2 * YEAR, source: 'own' },
  requests: { days: THREE_YEARS, source: 'limitation' },
}

/** Shorter than this a kind cannot be kept: a typing mistake would take what is still worked with. */
export const LEAST_DAYS = 30
