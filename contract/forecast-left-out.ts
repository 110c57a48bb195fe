import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

/** A reading of the centre's wall clock, to the minute. */
const LocalMinute = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'must be like 2025-03-01T10:30')
  .refine((text) => PlainDate.safeParse(text.slice(0, 10)).success, 'must be on a day that the calendar has')

export const LeftOutDraft = z
  .object({
    /** Null: every queue. */
    queueId: z.number().int().positive().max(2_147_483_647).nullable().default(null),
    from: LocalMinute,
    /** Excluded. */
    to: LocalMinute,
    reason: z.string().trim().min(1).max(1000),
  })
  .strict()
export type LeftOutDraft = z.infer<typeof LeftOutDraft>

/** A stretch that was not usual, an outage say: forecasts take it for missing, which is not zero. */
export const LeftOut = z.object({
  leftOutId: z.number().int(),
  queueId: z.number().int().nullable(),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  reason: z.string(),
  createdByName: z.string(),
})
export type LeftOut = z.infer<typeof LeftOut>

const LeftOutParams = CenterParams.extend({ leftOutId: Id })
type LeftOutParams = z.infer<typeof LeftOutParams>
type Nothing = Record<string, never>

interface LeftOutRoutes {
  readonly listLeftOut: Route<CenterParams, Nothing, Nothing, { readonly leftOut: LeftOut[] }>
  readonly createLeftOut: Route<CenterParams, Nothing, LeftOutDraft, { readonly leftOutId: number }>
  readonly deleteLeftOut: Route<LeftOutParams, Nothing, Nothing, Done>
}

/** What forecasts do not learn from. */
export const forecastLeftOut: LeftOutRoutes = {
  listLeftOut: route('GET', '/centers/:centerId/forecast-left-out', {
    summary: 'Stretches that somebody marked as not to be learnt from, the latest first.',
    may: 'readForecast',
    params: CenterParams,
    reply: z.object({ leftOut: z.array(LeftOut) }),
  }),
  createLeftOut: route('POST', '/centers/:centerId/forecast-left-out', {
    summary:
      'Marks a stretch, an outage say, as not to be learnt from: the next forecast takes it for missing, not for zero, and learns anew.',
    may: 'editForecast',
    params: CenterParams,
    body: LeftOutDraft,
    reply: z.object({ leftOutId: z.number().int() }),
  }),
  deleteLeftOut: route('DELETE', '/centers/:centerId/forecast-left-out/:leftOutId', {
    summary: 'Takes the mark away: the stretch is learnt from again.',
    may: 'editForecast',
    params: LeftOutParams,
    reply: Done,
  }),
}
