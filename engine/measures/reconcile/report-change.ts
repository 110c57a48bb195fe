/** What is told by an old report. Shares are fractions, times seconds. */
export const reportFigures = [
  'offered',
  'answered',
  'abandoned',
  'flowedOut',
  'serviceLevel',
  'abandonRate',
  'answerRate',
  'asaSeconds',
  'ahtSeconds',
  'talkSeconds',
  'holdSeconds',
  'acwSeconds',
  'transferRate',
] as const
export type ReportFigure = (typeof reportFigures)[number]

export const shareFigures: ReadonlySet<ReportFigure> = new Set([
  'serviceLevel',
  'abandonRate',
  'answerRate',
  'transferRate',
])
export const timeFigures: ReadonlySet<ReportFigure> = new Set([
  'asaSeconds',
  'ahtSeconds',
  'talkSeconds',
  'holdSeconds',
  'acwSeconds',
])

/** Parts of a contact's time that an average may hold. */
export const timeParts = ['wait', 'talk', 'hold', 'acw'] as const
export type TimePart = (typeof timeParts)[number]

/** What an old report did to all its figures: which contacts it counted, and when. */
export type SharedChange =
  /** `firstLegs`: contacts that came from another queue are left out · `contacts`: one contact once, from first wait to last word. */
  | { readonly kind: 'population'; readonly of: 'firstLegs' | 'contacts' }
  | { readonly kind: 'openingHours' }
  | { readonly kind: 'window'; readonly fromHour: number; readonly toHour: number }
  /** A day began so many hours after the centre's midnight (before it, when negative). */
  | { readonly kind: 'dayStart'; readonly hours: number }
  | { readonly kind: 'channels'; readonly channels: readonly string[] }
  | { readonly kind: 'workdays' }
  /** Only these queues. */
  | { readonly kind: 'queues'; readonly queueIds: readonly number[] }
  /** Abandons of at most so long are nobody's. */
  | { readonly kind: 'shortAbandons'; readonly seconds: number }
  | { readonly kind: 'flowOuts'; readonly as: 'abandoned' | 'leftOut' }

/** What it did to one figure. */
export type OwnChange =
  /** A service-level rule of the registry; short abandons are those of at most `shortSeconds`, where it speaks of them. */
  | { readonly kind: 'rule'; readonly measureId: string; readonly shortSeconds: number | null }
  /** Null: the threshold of each queue's own target. */
  | { readonly kind: 'within'; readonly seconds: number | null }
  | { readonly kind: 'parts'; readonly parts: readonly TimePart[] }
  | { readonly kind: 'average'; readonly of: 'days' | 'hours' | 'queues' }
  | { readonly kind: 'median' }
  | { readonly kind: 'stamp'; readonly by: 'answered' | 'ended' }
  | { readonly kind: 'outbound' }
  | { readonly kind: 'openLeftOut' }
  | { readonly kind: 'outOf'; readonly of: 'offered' | 'answered' | 'answeredAndAbandoned' | 'held' }
  | { readonly kind: 'waits'; readonly of: 'all' | 'answeredAndAbandoned' }

export type ReportChange = SharedChange | OwnChange
