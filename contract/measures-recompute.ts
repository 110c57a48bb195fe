import { z } from 'zod'

import { period } from './measures.ts'
import { CenterParams, route, type Route } from './route.ts'

const Instant = z.iso.datetime({ offset: true })

export const RecomputeRequest = z
  .object({
    ...period,
    /** Only compares and reports. */
    dry: z.boolean().default(true),
  })
  .strict()
export type RecomputeRequest = z.infer<typeof RecomputeRequest>

export const RecomputeReport = z.object({
  period: z.object({ from: Instant, to: Instant }),
  dry: z.boolean(),
  /** Rows of each roll-up compared with the facts. `differing`: stored otherwise than the facts say, missing or too many. */
  tables: z.array(z.object({ table: z.string(), rows: z.number(), differing: z.number() })),
  /** The first differences, as sentences. */
  examples: z.array(z.string()),
  mended: z.boolean(),
})
export type RecomputeReport = z.infer<typeof RecomputeReport>

type None = Record<string, never>

interface RecomputeRoutes {
  readonly recomputeMeasures: Route<CenterParams, None, RecomputeRequest, RecomputeReport>
}

/** Roll-ups held against the facts. */
export const recomputeRoutes: RecomputeRoutes = {
  recomputeMeasures: route('POST', '/centers/:centerId/measures/recompute', {
    summary: 'Computes the roll-ups of a period from the facts again, compares, and mends unless dry.',
    may: 'administer',
    params: CenterParams,
    body: RecomputeRequest,
    reply: RecomputeReport,
  }),
}
