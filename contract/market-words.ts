import { z } from 'zod'

import { CenterParams, Id } from './route.ts'

export const OfSpecialisation = CenterParams.extend({ specialisationId: Id })
export type OfSpecialisation = z.infer<typeof OfSpecialisation>

export const sourceKinds = ['hh', 'trudvsem', 'file'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const snapshotStatuses = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

/** Why a source gave nothing, or not everything. The words are the web's. */
export const sourceProblems = [
  'noToken',
  'tokenRefused',
  'forbidden',
  'captcha',
  'badUserAgent',
  'notJson',
  'unreachable',
  'tooManyFailures',
  'refused',
] as const
export type SourceProblem = (typeof sourceProblems)[number]

/** What one source gave to one snapshot. */
export const SourceCounts = z.object({
  source: z.enum(sourceKinds),
  requests: z.number(),
  /** Of them asked again after 429, 5xx or a broken line. */
  retries: z.number(),
  /** As many as the source says there are. */
  found: z.number(),
  /** Read, of which `fresh` were not known before. */
  read: z.number(),
  fresh: z.number(),
  /** Hidden or deleted between list and reading. */
  gone: z.number(),
  /** Left out: another title, or another region. */
  otherTitle: z.number(),
  otherRegion: z.number(),
  /** Could not be understood. */
  unreadable: z.number(),
  /** Names of skills that are none: longer than a name can be. */
  skillsTooLong: z.number(),
  problem: z.enum(sourceProblems).nullable(),
})
export type SourceCounts = z.infer<typeof SourceCounts>

export const SnapshotSummary = z.object({
  snapshotId: z.number(),
  /** The day in the centre's zone on which the vacancies were active. */
  takenOn: z.string(),
  status: z.enum(snapshotStatuses),
  progress: z.number(),
  /** What started it. */
  cause: z.enum(['hand', 'weekly', 'file', 'demo']),
  fileName: z.string().nullable(),
  problem: z.string().nullable(),
  counts: z.array(SourceCounts),
  /** Active vacancies, one seen in two sources once; those that name any skill; those whose skills come from their text. */
  vacancies: z.number(),
  named: z.number(),
  derived: z.number(),
  madeByName: z.string(),
  finishedAt: z.string().nullable(),
})
export type SnapshotSummary = z.infer<typeof SnapshotSummary>

export const SourceState = z.object({
  kind: z.enum(sourceKinds),
  isOn: z.boolean(),
  /** What the source's host is told of who asks: "Pult/1.0 (mail@example.com)". */
  userAgent: z.string().nullable(),
  /** Whether a secret is kept; the secret itself is never told. */
  hasSecret: z.boolean(),
  checkedAt: z.string().nullable(),
  /** What went wrong the last time; null when it went well or was never asked. */
  problem: z.enum(sourceProblems).nullable(),
})
export type SourceState = z.infer<typeof SourceState>

export const PayFiguresShape = z.object({
  n: z.number(),
  p10: z.number().nullable(),
  p25: z.number().nullable(),
  median: z.number().nullable(),
  p75: z.number().nullable(),
  p90: z.number().nullable(),
  mean: z.number().nullable(),
})
