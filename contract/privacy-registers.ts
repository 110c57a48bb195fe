import { z } from 'zod'

import { requestKinds } from '@pult/engine/privacy'

import { PlainDate } from './plain-date.ts'
import { Erased, Erasure } from './privacy.ts'
import { dataKinds } from './privacy-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

type Nothing = Record<string, never>
const Day = PlainDate
const Instant = z.iso.datetime({ offset: true })
const Text = z.string().trim().max(1000)

export const requestStates = ['open', 'done', 'refused'] as const
export const subjectsOf = ['customer', 'agent', 'other'] as const

const request = {
  kind: z.enum(requestKinds),
  subjectOf: z.enum(subjectsOf),
  /** A customer's number or address, an agent's name, or in own words whom it is about. */
  subject: z.string().trim().min(1).max(300),
  agentId: Id.nullable(),
  /** Who asks, and how the request came. */
  askedBy: z.string().trim().min(1).max(200),
  way: Text,
  askedOn: Day,
}

/** Somebody asks about personal data, and must be answered by a day. */
export const PersonalRequest = z.object({
  requestId: z.number(),
  ...request,
  agentId: z.number().nullable(),
  dueOn: Day,
  isExtended: z.boolean(),
  state: z.enum(requestStates),
  answer: z.string(),
  closedOn: Day.nullable(),
  closedByName: z.string().nullable(),
  madeByName: z.string(),
  version: z.number(),
})
export type PersonalRequest = z.infer<typeof PersonalRequest>

export const RequestDraft = z.object(request).strict()
export type RequestDraft = z.infer<typeof RequestDraft>

export const RequestChange = z
  .object({
    state: z.enum(requestStates),
    answer: Text,
    /** Five working days more, once; who asked is told why. */
    isExtended: z.boolean(),
    version: z.number().int(),
  })
  .strict()
export type RequestChange = z.infer<typeof RequestChange>

export const holdsOf = ['customer', 'agent', 'everybody'] as const

export const HoldDraft = z
  .object({
    subjectOf: z.enum(holdsOf),
    /** A customer's number or address. */
    subject: z.string().trim().max(300),
    agentId: Id.nullable(),
    reason: z.string().trim().min(3).max(1000),
  })
  .strict()
export type HoldDraft = z.infer<typeof HoldDraft>

/** As long as it stands nothing of this person is removed, by nobody and no clock. */
export const Hold = z.object({
  holdId: z.number(),
  subjectOf: z.enum(holdsOf),
  subject: z.string(),
  reason: z.string(),
  madeByName: z.string(),
  madeAt: Instant,
  liftedByName: z.string().nullable(),
  liftedAt: Instant.nullable(),
})
export type Hold = z.infer<typeof Hold>

/** The act of a removal. */
export const Removal = z.object({
  removalId: z.number(),
  cause: z.enum(['person', 'retention']),
  subject: z.string(),
  requestId: z.number().nullable(),
  reason: z.string(),
  counts: z.array(z.object({ kind: z.enum(dataKinds), rows: z.number() })),
  byName: z.string(),
  at: Instant,
})
export type Removal = z.infer<typeof Removal>

/** A customer whose number or address was written down wrongly. */
export const Correction = z
  .object({
    text: z.string().trim().min(3).max(300),
    into: z.string().trim().min(3).max(300),
    reason: z.string().trim().min(3).max(1000),
  })
  .strict()
export type Correction = z.infer<typeof Correction>

const OfRequest = CenterParams.extend({ requestId: Id })
const OfHold = CenterParams.extend({ holdId: Id })
const FileAsked = z.object({ format: z.enum(['xlsx', 'csv']), language: z.enum(['ru', 'en']) })

interface RegisterRoutes {
  readonly erase: Route<CenterParams, Nothing, Erasure, Erased>
  readonly correct: Route<CenterParams, Nothing, Correction, { rows: number }>
  readonly listRequests: Route<CenterParams, Nothing, Nothing, { requests: PersonalRequest[] }>
  readonly createRequest: Route<CenterParams, Nothing, RequestDraft, { requestId: number; dueOn: string }>
  readonly changeRequest: Route<z.infer<typeof OfRequest>, Nothing, RequestChange, Done>
  readonly listHolds: Route<CenterParams, Nothing, Nothing, { holds: Hold[] }>
  readonly createHold: Route<CenterParams, Nothing, HoldDraft, { holdId: number }>
  readonly liftHold: Route<z.infer<typeof OfHold>, Nothing, Nothing, Done>
  readonly listRemovals: Route<CenterParams, Nothing, Nothing, { removals: Removal[] }>
  readonly exportRemovals: Route<CenterParams, z.infer<typeof FileAsked>, Nothing, unknown>
}

/** Requests about personal data, what stops a removal, and what was removed. */
export const privacyRegisters: RegisterRoutes = {
  erase: route('POST', '/centers/:centerId/personal-data/erase', {
    summary:
      'Removes what tells who a customer or a former agent is: a pseudonym stands in its place, everything counted stays. Cannot be undone.',
    may: 'managePersonalData',
    params: CenterParams,
    body: Erasure,
    reply: Erased,
  }),
  correct: route('POST', '/centers/:centerId/personal-data/correct', {
    summary:
      'Puts another number or address in the place of a customer’s wrong one, in all her contacts; who came again is counted anew.',
    may: 'managePersonalData',
    params: CenterParams,
    body: Correction,
    reply: z.object({ rows: z.number() }),
  }),
  listRequests: route('GET', '/centers/:centerId/personal-data/requests', {
    summary: 'Requests about personal data with their term; the open ones first.',
    may: 'managePersonalData',
    params: CenterParams,
    reply: z.object({ requests: z.array(PersonalRequest) }),
  }),
  createRequest: route('POST', '/centers/:centerId/personal-data/requests', {
    summary:
      'Writes a request down; by its kind and the centre’s calendar the day follows by which it must be answered.',
    may: 'managePersonalData',
    params: CenterParams,
    body: RequestDraft,
    reply: z.object({ requestId: z.number(), dueOn: Day }),
  }),
  changeRequest: route('PATCH', '/centers/:centerId/personal-data/requests/:requestId', {
    summary: 'Says what became of a request, or gives it five working days more, once.',
    may: 'managePersonalData',
    params: OfRequest,
    body: RequestChange,
    reply: Done,
  }),
  listHolds: route('GET', '/centers/:centerId/personal-data/holds', {
    summary: 'Of whom nothing is removed, and why.',
    may: 'managePersonalData',
    params: CenterParams,
    reply: z.object({ holds: z.array(Hold) }),
  }),
  createHold: route('POST', '/centers/:centerId/personal-data/holds', {
    summary: 'Keeps everything of a customer, an agent or everybody from being removed.',
    may: 'managePersonalData',
    params: CenterParams,
    body: HoldDraft,
    reply: z.object({ holdId: z.number() }),
  }),
  liftHold: route('DELETE', '/centers/:centerId/personal-data/holds/:holdId', {
    summary: 'Lets removals go on.',
    may: 'managePersonalData',
    params: OfHold,
    reply: Done,
  }),
  listRemovals: route('GET', '/centers/:centerId/personal-data/removals', {
    summary: 'What was removed, when, why and how much, the newest first.',
    may: 'managePersonalData',
    params: CenterParams,
    reply: z.object({ removals: z.array(Removal) }),
  }),
  exportRemovals: route('GET', '/centers/:centerId/personal-data/removals/file', {
    summary: 'The acts of removals as a file.',
    may: 'managePersonalData',
    params: CenterParams,
    query: FileAsked,
    reply: z.unknown(),
    transport: 'file',
  }),
}
