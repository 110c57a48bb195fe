import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, route, type Route } from './route.ts'

export const DemoReply = z.object({
  /** Null: this is no demonstration, or it is filled. */
  filling: z
    .object({
      /** 0 to 1. */
      fraction: z.number(),
      /** History is there from this day on. */
      filledFrom: PlainDate.nullable(),
    })
    .nullable(),
})
export type DemoReply = z.infer<typeof DemoReply>

interface DemoRoutes {
  readonly readDemo: Route<CenterParams, Record<string, never>, Record<string, never>, DemoReply>
}

/** The living demonstration. */
export const demo: DemoRoutes = {
  readDemo: route('GET', '/centers/:centerId/demo', {
    summary: 'How far the demonstration’s history is filled.',
    may: 'readMeasures',
    params: CenterParams,
    reply: DemoReply,
  }),
}
