import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { OfSpecialisation } from './market-words.ts'
import { ChatId, Delivery, MailAddress } from './message-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

export const digestLanguages = ['ru', 'en'] as const

/** What makes a comparison of two snapshots doubtful. */
export const digestDoubts = ['sourceFailed', 'otherSources', 'onlyFirstSnapshot'] as const

const DigestSkill = z.object({
  name: z.string(),
  /** Shares among vacancies first seen before and after, the difference with its 95 % interval. */
  before: z.number(),
  after: z.number(),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  /** Adjusted for all skills that were looked at. */
  pValue: z.number(),
  naming: z.number(),
})
export type DigestSkill = z.infer<typeof DigestSkill>

const Dated = z.object({ snapshotId: z.number(), takenOn: z.string() })

export const MarketDigest = z.object({
  name: z.string(),
  isMadeUp: z.boolean(),
  /** The snapshot that is told of; null before the first. */
  now: Dated.nullable(),
  /** The one it is compared with; null where there is no earlier one. */
  former: Dated.nullable(),
  doubts: z.array(z.enum(digestDoubts)),
  /** Nothing changed by more than chance. */
  isQuiet: z.boolean(),
  vacancies: z.object({
    now: z.number(),
    former: z.number().nullable(),
    came: z.number(),
    gone: z.number(),
    change: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    isSure: z.boolean(),
  }),
  skills: z.object({
    /** Vacancies that name a skill, first seen since, and in the time before that they are compared with. */
    afterNamed: z.number(),
    beforeNamed: z.number(),
    tested: z.number(),
    risen: z.array(DigestSkill),
    fallen: z.array(DigestSkill),
    entered: z.array(z.string()),
    left: z.array(z.string()),
    byChance: z.number(),
    /** The ten most named now. */
    top: z.array(
      z.object({ name: z.string(), naming: z.number(), share: z.number(), low: z.number(), high: z.number() }),
    ),
  }),
  /** Roubles a month after tax. */
  pay: z.object({
    n: z.number(),
    median: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** The median of vacancies first seen since against that of those before; null of too few. */
    change: z
      .object({
        before: z.number(),
        after: z.number(),
        change: z.number(),
        low: z.number(),
        high: z.number(),
        isSure: z.boolean(),
      })
      .nullable(),
  }),
  /** Own posts of the specialisation; null for those who may not see them. */
  posts: z
    .array(
      z.object({
        title: z.string(),
        people: z.number(),
        netPay: z.number(),
        gap: z.number().nullable(),
        n: z.number(),
        missing: z.array(z.string()),
      }),
    )
    .nullable(),
})
export type MarketDigest = z.infer<typeof MarketDigest>

const DigestQuery = z
  .object({
    /** Compared with the latest snapshot of this day or before; the one before the last unless said. */
    since: PlainDate.optional(),
    /** The snapshot that is told of; the latest unless said. */
    snapshotId: Id.optional(),
  })
  .strict()
export type DigestQuery = z.infer<typeof DigestQuery>

export const digestFormats = ['xlsx', 'md', 'html'] as const
const DigestFileQuery = DigestQuery.extend({
  format: z.enum(digestFormats).default('xlsx'),
  language: z.enum(digestLanguages).default('ru'),
})
type DigestFileQuery = z.infer<typeof DigestFileQuery>

export const digestRhythms = ['weekly', 'monthly'] as const

/** To whom a digest goes, and when. */
export const DigestPlanDraft = z
  .object({
    specialisationId: z.number().int().positive(),
    rhythm: z.enum(digestRhythms).default('weekly'),
    /** Of the week, 1 is Monday; or of the month. */
    day: z.number().int().min(1).max(28).default(1),
    /** Minutes after midnight in the centre. */
    minute: z.number().int().min(0).max(1439).default(540),
    language: z.enum(digestLanguages).default('ru'),
    /** People of the centre, at the address each has when it is sent. */
    members: z.array(z.string().min(1).max(100)).max(200).default([]),
    mails: z.array(MailAddress).max(50).default([]),
    chats: z.array(ChatId).max(20).default([]),
    /** Whether own posts and what they are paid are in it. */
    withPosts: z.boolean().default(false),
    isOn: z.boolean().default(true),
  })
  .strict()
  .refine(({ rhythm, day }) => rhythm === 'monthly' || day <= 7, {
    path: ['day'],
    message: 'a week has seven days: give 1 to 7',
  })
  .refine(({ members, mails, chats }) => members.length + mails.length + chats.length > 0, {
    path: ['mails'],
    message: 'give at least one person, address or chat',
  })
export type DigestPlanDraft = z.infer<typeof DigestPlanDraft>

export const DigestPlan = z.object({
  ...DigestPlanDraft.shape,
  digestId: z.number(),
  nextAt: z.string().nullable(),
  /** The day of the snapshot that was told of last. */
  lastTakenOn: z.string().nullable(),
  lastSentAt: z.string().nullable(),
  deliveries: z.array(Delivery),
})
export type DigestPlan = z.infer<typeof DigestPlan>

const DigestPlans = z.object({
  plans: z.array(DigestPlan),
  /** Whom of the centre a digest can be sent to. */
  people: z.array(z.object({ userId: z.string(), name: z.string(), email: z.string() })),
  /** By which ways messages can go out. */
  ways: z.object({ mail: z.boolean(), telegram: z.boolean() }),
})
export type DigestPlans = z.infer<typeof DigestPlans>

const OfDigest = CenterParams.extend({ digestId: Id })
const specialisation = '/centers/:centerId/market/specialisations/:specialisationId'
type Nothing = Record<string, never>
type OfDigest = z.infer<typeof OfDigest>

interface MarketDigestRoutes {
  readonly readDigest: Route<OfSpecialisation, DigestQuery, Nothing, MarketDigest>
  readonly exportDigest: Route<OfSpecialisation, DigestFileQuery, Nothing, unknown>
  readonly listDigests: Route<CenterParams, Nothing, Nothing, DigestPlans>
  readonly createDigest: Route<CenterParams, Nothing, DigestPlanDraft, { digestId: number }>
  readonly changeDigest: Route<OfDigest, Nothing, DigestPlanDraft, Done>
  readonly deleteDigest: Route<OfDigest, Nothing, Nothing, Done>
  readonly sendDigest: Route<OfDigest, Nothing, Nothing, { messages: number }>
}

/** Digests of the market. */
export const marketDigest: MarketDigestRoutes = {
  readDigest: route('GET', `${specialisation}/digest`, {
    summary: 'What changed since a snapshot by more than chance: vacancies, skills, pay, own posts beside it.',
    may: 'readMarket',
    params: OfSpecialisation,
    query: DigestQuery,
    reply: MarketDigest,
  }),
  exportDigest: route('POST', `${specialisation}/digest/export`, {
    summary: 'The digest as a workbook, Markdown or a page of HTML.',
    may: 'readMarket',
    params: OfSpecialisation,
    query: DigestFileQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  listDigests: route('GET', '/centers/:centerId/market/digests', {
    summary: 'To whom digests go and when, with what became of the last ones.',
    may: 'editMarket',
    params: CenterParams,
    reply: DigestPlans,
  }),
  createDigest: route('POST', '/centers/:centerId/market/digests', {
    summary: 'Sends a digest to a list of people by mail or Telegram, every week or month.',
    may: 'editMarket',
    params: CenterParams,
    body: DigestPlanDraft,
    reply: z.object({ digestId: z.number() }),
  }),
  changeDigest: route('PUT', '/centers/:centerId/market/digests/:digestId', {
    summary: 'Changes to whom a digest goes and when.',
    may: 'editMarket',
    params: OfDigest,
    body: DigestPlanDraft,
    reply: Done,
  }),
  deleteDigest: route('DELETE', '/centers/:centerId/market/digests/:digestId', {
    summary: 'Sends this digest no more.',
    may: 'editMarket',
    params: OfDigest,
    reply: Done,
  }),
  sendDigest: route('POST', '/centers/:centerId/market/digests/:digestId/send', {
    summary: 'Sends the digest now; the next one is compared with the snapshot it told of.',
    may: 'editMarket',
    params: OfDigest,
    reply: z.object({ messages: z.number() }),
  }),
}
