import { z } from 'zod'

import { LEAST_DAYS, retentionKinds } from '@pult/engine/privacy'

import { CenterParams, Done, route, type Route } from './route.ts'

type Nothing = Record<string, never>

/** How long a kind of data is kept. */
export const RetentionPeriod = z.object({
  kind: z.enum(retentionKinds),
  /** Null: kept. */
  days: z.number().nullable(),
  changedByName: z.string().nullable(),
  changedAt: z.string().nullable(),
  /** When what is over was last removed. */
  lookedAt: z.string().nullable(),
})
export type RetentionPeriod = z.infer<typeof RetentionPeriod>

const Days = z.number().int().min(LEAST_DAYS).max(36_500)
export const PeriodChange = z.object({ kind: z.enum(retentionKinds), days: Days.nullable() }).strict()
export type PeriodChange = z.infer<typeof PeriodChange>

/** What would go. */
export const RetentionPreview = z.object({
  /** Everything of before this day. */
  before: z.string(),
  rows: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
})
export type RetentionPreview = z.infer<typeof RetentionPreview>

const Asked = z.object({ kind: z.enum(retentionKinds), days: Days }).strict()

interface RetentionRoutes {
  readonly readRetention: Route<CenterParams, Nothing, Nothing, { periods: RetentionPeriod[]; held: string | null }>
  readonly setRetention: Route<CenterParams, Nothing, PeriodChange, Done>
  readonly previewRetention: Route<CenterParams, Nothing, z.infer<typeof Asked>, RetentionPreview>
  readonly runRetention: Route<CenterParams, Nothing, Nothing, Done>
}

/** How long personal data is kept. */
export const privacyRetention: RetentionRoutes = {
  readRetention: route('GET', '/centers/:centerId/personal-data/retention', {
    summary: 'How long each kind of data is kept; null where it is kept.',
    may: 'managePersonalData',
    params: CenterParams,
    reply: z.object({ periods: z.array(RetentionPeriod), held: z.string().nullable() }),
  }),
  setRetention: route('PUT', '/centers/:centerId/personal-data/retention', {
    summary: 'Sets how many days a kind of data is kept; null keeps it. What is over goes with the next daily run.',
    may: 'managePersonalData',
    params: CenterParams,
    body: PeriodChange,
    reply: Done,
  }),
  previewRetention: route('POST', '/centers/:centerId/personal-data/retention/preview', {
    summary: 'What would go if a kind were kept so long; nothing goes.',
    may: 'managePersonalData',
    params: CenterParams,
    body: Asked,
    reply: RetentionPreview,
  }),
  runRetention: route('POST', '/centers/:centerId/personal-data/retention/run', {
    summary: 'Removes now what is over, as the daily run does: a job.',
    may: 'managePersonalData',
    params: CenterParams,
    reply: Done,
  }),
}
