import { z } from 'zod'

import { channels } from '@pult/engine/contacts'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

type Nothing = Record<string, never>
const Day = PlainDate

export const audiences = ['agents', 'customers'] as const
export const consentKinds = ['processing', 'recording', 'advertising', 'other'] as const

const notice = {
  audience: z.enum(audiences),
  /** By which channel customers are told; null: by all, or agents are. */
  channel: z.enum(channels).nullable(),
  name: z.string().trim().min(1).max(200),
  /** As people call this wording: "3", "of 1 September". */
  version: z.string().trim().min(1).max(50),
  wording: z.string().trim().min(1).max(10_000),
  validFrom: Day,
}

export const NoticeDraft = z.object(notice).strict()
export type NoticeDraft = z.infer<typeof NoticeDraft>

/** A wording by which people are told how their data is used. It is never changed: another wording is another notice. */
export const Notice = z.object({
  noticeId: z.number(),
  ...notice,
  madeByName: z.string(),
  /** How many agents who work here were told, and how many there are. */
  told: z.number(),
  agents: z.number(),
})
export type Notice = z.infer<typeof Notice>

export const Telling = z
  .object({
    agentIds: z.array(Id).min(1).max(2000),
    toldOn: Day,
    /** "signed sheet 12", "in the wiki". */
    how: z.string().trim().max(300),
  })
  .strict()
export type Telling = z.infer<typeof Telling>

export const Told = z.object({
  agentId: z.number(),
  agent: z.string(),
  /** Null: not yet. */
  toldOn: Day.nullable(),
  how: z.string(),
  madeByName: z.string().nullable(),
})
export type Told = z.infer<typeof Told>

const consent = {
  kind: z.enum(consentKinds),
  givenOn: Day,
  how: z.string().trim().max(300),
  /** Which wording was agreed to. */
  wording: z.string().trim().max(300),
}
export const ConsentDraft = z.object({ customer: z.string().trim().min(3).max(300), ...consent }).strict()
export type ConsentDraft = z.infer<typeof ConsentDraft>

export const Consent = z.object({
  consentId: z.number(),
  customerKey: z.string(),
  ...consent,
  withdrawnOn: Day.nullable(),
  madeByName: z.string(),
})
export type Consent = z.infer<typeof Consent>

const OfNotice = CenterParams.extend({ noticeId: Id })
const OfConsent = CenterParams.extend({ consentId: Id })

interface NoticeRoutes {
  readonly listNotices: Route<CenterParams, Nothing, Nothing, { notices: Notice[] }>
  readonly createNotice: Route<CenterParams, Nothing, NoticeDraft, { noticeId: number }>
  readonly listTold: Route<z.infer<typeof OfNotice>, Nothing, Nothing, { told: Told[] }>
  readonly tell: Route<z.infer<typeof OfNotice>, Nothing, Telling, Done>
  readonly listConsents: Route<CenterParams, Nothing, Nothing, { consents: Consent[] }>
  readonly createConsent: Route<CenterParams, Nothing, ConsentDraft, { consentId: number }>
  readonly withdrawConsent: Route<z.infer<typeof OfConsent>, Nothing, { withdrawnOn: string }, Done>
}

/** What people were told, and what customers agreed to. */
export const privacyNotices: NoticeRoutes = {
  listNotices: route('GET', '/centers/:centerId/personal-data/notices', {
    summary: 'Wordings by which agents and customers are told how their data is used, the newest first.',
    may: 'managePersonalData',
    params: CenterParams,
    reply: z.object({ notices: z.array(Notice) }),
  }),
  createNotice: route('POST', '/centers/:centerId/personal-data/notices', {
    summary: 'Keeps a wording with the day from which it holds. It is not changed afterwards.',
    may: 'managePersonalData',
    params: CenterParams,
    body: NoticeDraft,
    reply: z.object({ noticeId: z.number() }),
  }),
  listTold: route('GET', '/centers/:centerId/personal-data/notices/:noticeId/told', {
    summary: 'Which agents were told, when and how, and who was not.',
    may: 'managePersonalData',
    params: OfNotice,
    reply: z.object({ told: z.array(Told) }),
  }),
  tell: route('POST', '/centers/:centerId/personal-data/notices/:noticeId/told', {
    summary: 'Records that agents were told.',
    may: 'managePersonalData',
    params: OfNotice,
    body: Telling,
    reply: Done,
  }),
  listConsents: route('GET', '/centers/:centerId/personal-data/consents', {
    summary: 'What customers agreed to and took back, the newest first.',
    may: 'managePersonalData',
    params: CenterParams,
    reply: z.object({ consents: z.array(Consent) }),
  }),
  createConsent: route('POST', '/centers/:centerId/personal-data/consents', {
    summary: 'Records that a customer agreed to something.',
    may: 'managePersonalData',
    params: CenterParams,
    body: ConsentDraft,
    reply: z.object({ consentId: z.number() }),
  }),
  withdrawConsent: route('POST', '/centers/:centerId/personal-data/consents/:consentId/withdraw', {
    summary: 'Records that a customer took a consent back.',
    may: 'managePersonalData',
    params: OfConsent,
    body: z.object({ withdrawnOn: Day }).strict(),
    reply: Done,
  }),
}
