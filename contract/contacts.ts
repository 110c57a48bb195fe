import { z } from 'zod'

import { agentStates, channels, directions, flowReasons, outcomes, parties } from '@pult/engine/contacts'

import { contactParts, DrillFilter } from './measures.ts'
import { CenterParams, Done, route, type Route } from './route.ts'

const Instant = z.iso.datetime({ offset: true })
const Key = z.string().min(1).max(200)
const Name = z.string().trim().min(1).max(200)
/** Four weeks: longer is a broken clock. */
const Ms = z.number().int().min(0).max(2_419_200_000)
const Count = z.number().int().min(0).max(32_000)

/** One leg of a contact as a script sends it; see ContactRecord of the engine. Instants are ISO 8601 with offset. */
export const ContactInput = z
  .object({
    sourceKey: Key,
    /** What all legs of one contact share; the source key when there is one leg. */
    contactRef: Key.optional(),
    leg: z.number().int().min(1).max(1000).default(1),
    channel: z.enum(channels),
    direction: z.enum(directions).default('inbound'),
    queue: Name.optional(),
    agent: Name.optional(),
    customer: z.string().max(200).optional(),
    offeredAt: Instant,
    outcome: z.enum(outcomes),
    flowReason: z.enum(flowReasons).optional(),
    waitMs: Ms,
    ringMs: Ms.optional(),
    talkMs: Ms.optional(),
    holdMs: Ms.optional(),
    holds: Count.optional(),
    acwMs: Ms.optional(),
    agentNoAnswers: Count.optional(),
    hungUpBy: z.enum(parties).optional(),
    transferredTo: z.string().max(200).optional(),
    topic: z.string().max(200).optional(),
  })
  .strict()
export type ContactInput = z.input<typeof ContactInput>

/** A stretch of an agent's time as a script sends it. */
export const StateInput = z
  .object({
    sourceKey: Key,
    agent: Name,
    state: z.enum(agentStates),
    reason: Name.optional(),
    queue: Name.optional(),
    startedAt: Instant,
    /** Left out: still going on. */
    endedAt: Instant.optional(),
  })
  .strict()
export type StateInput = z.input<typeof StateInput>

const MOST_RECORDS = 5000

export const Batch = z
  .object({
    /** The name of the system that tells it; keys are unique within it. */
    source: Name,
    /** What happens to a key whose stored content differs: refused, or replaced. */
    onConflict: z.enum(['reject', 'replace']).default('reject'),
    /** Each is checked by itself, so that one bad record does not hold up the others. */
    contacts: z.array(z.unknown()).max(MOST_RECORDS).default([]),
    states: z.array(z.unknown()).max(MOST_RECORDS).default([]),
  })
  .strict()
export type Batch = z.infer<typeof Batch>
/** The same with what each record holds, for who writes one. */
export const BatchContent = Batch.extend({
  contacts: z.array(ContactInput).max(MOST_RECORDS).default([]),
  states: z.array(StateInput).max(MOST_RECORDS).default([]),
}).strict()
/** As a script writes it. */
export interface BatchInput {
  readonly source: string
  readonly onConflict?: 'reject' | 'replace'
  readonly contacts?: readonly ContactInput[]
  readonly states?: readonly StateInput[]
}

export const BatchReply = z.object({
  accepted: z.number(),
  duplicates: z.number(),
  completed: z.number(),
  corrected: z.number(),
  /** Records that were not stored, each with its place and what was wrong; the others are durable. */
  rejected: z.array(
    z.object({
      /** `contacts.17`. */
      at: z.string(),
      sourceKey: z.string().nullable(),
      code: z.enum(['invalid', 'conflict', 'impossibleTime']),
      field: z.string(),
      reason: z.string(),
    }),
  ),
})
export type BatchReply = z.infer<typeof BatchReply>

export const ContactFilter = DrillFilter.extend({
  outcomes: z.array(z.enum(outcomes)).optional(),
  /** Seconds, both included. */
  waitFrom: z.number().min(0).max(1e7).optional(),
  waitTo: z.number().min(0).max(1e7).optional(),
  talkFrom: z.number().min(0).max(1e7).optional(),
  talkTo: z.number().min(0).max(1e7).optional(),
  /** A customer's number or address, a contact's reference, an agent's name; the beginning is enough for numbers. */
  search: z.string().trim().max(100).optional(),
  /** Only legs that a reader mended or doubts. */
  flagged: z.boolean().optional(),
  /** Only the contacts that belong to a part of this measure: `serviceLevelNeutral@1`, with `part`. */
  measure: z.string().min(1).max(200).optional(),
  /** `numerator`: what the measure counts · `rest`: what it is a share of and does not count · `all` (as if left out): what it stands on. */
  part: z.enum(contactParts).optional(),
  /** Threshold of the measure instead of the target of each contact's own queue and day. */
  within: z.number().int().min(0).max(604_800).optional(),
}).strict()
export type ContactFilter = z.infer<typeof ContactFilter>

export const ContactLeg = z.object({
  legId: z.number(),
  contactRef: z.string(),
  leg: z.number(),
  channel: z.enum(channels),
  direction: z.enum(directions),
  queueId: z.number().nullable(),
  queue: z.string().nullable(),
  agentId: z.number().nullable(),
  agent: z.string().nullable(),
  /** Masked unless the caller may see customers. */
  customer: z.string().nullable(),
  offeredAt: Instant,
  outcome: z.enum(outcomes),
  flowReason: z.string().nullable(),
  waitMs: z.number(),
  ringMs: z.number(),
  talkMs: z.number(),
  holdMs: z.number(),
  holds: z.number(),
  acwMs: z.number(),
  agentNoAnswers: z.number(),
  hungUpBy: z.string().nullable(),
  transferredTo: z.string().nullable(),
  topic: z.string().nullable(),
  flags: z.array(z.string()),
  source: z.string(),
  sourceKey: z.string(),
})
export type ContactLeg = z.infer<typeof ContactLeg>

/** Where the next page begins. */
const Cursor = z.object({ offeredAt: Instant, legId: z.number().int() })

export const ContactExport = z
  .object({ filter: ContactFilter, order: z.enum(['newest', 'oldest']).default('newest') })
  .strict()
export type ContactExport = z.infer<typeof ContactExport>

export const ContactSearch = z
  .object({
    filter: ContactFilter,
    after: Cursor.nullable().default(null),
    limit: z.number().int().min(1).max(500).default(100),
    /** Newest first unless told. */
    order: z.enum(['newest', 'oldest']).default('newest'),
  })
  .strict()
export type ContactSearch = z.infer<typeof ContactSearch>
export type ContactSearchInput = z.input<typeof ContactSearch>

export const ContactPage = z.object({
  contacts: z.array(ContactLeg),
  next: Cursor.nullable(),
  /** How many there are in all, counted up to `countedTo`; null on later pages. */
  total: z.number().nullable(),
  countedTo: z.number(),
  /** On the first page of a search or of chosen agents: how many there are outside the period, counted up to `elsewhereTo`. */
  elsewhere: z.number().nullable(),
  elsewhereTo: z.number(),
})
export type ContactPage = z.infer<typeof ContactPage>

export const Story = z.object({
  contactRef: z.string(),
  legs: z.array(ContactLeg),
  /** What the agents of the legs did meanwhile, as far as the caller sees them. */
  states: z.array(
    z.object({
      agentId: z.number(),
      agent: z.string(),
      state: z.enum(agentStates),
      reason: z.string().nullable(),
      startedAt: Instant,
      endedAt: Instant.nullable(),
    }),
  ),
  /** The caller's other contacts, newest first, at most fifty. */
  others: z.array(ContactLeg),
  imports: z.array(z.object({ importId: z.number(), fileName: z.string(), at: Instant })),
})
export type Story = z.infer<typeof Story>

export const lostStatuses = ['open', 'taken', 'calledBack', 'done'] as const

export const LostCaller = z.object({
  /** Names the customer and the loss in later requests. */
  customerKey: z.string(),
  lostAt: Instant,
  customer: z.string(),
  queueId: z.number().nullable(),
  queue: z.string().nullable(),
  channel: z.enum(channels),
  /** How often she gave up in the period, and how long she waited the last time. */
  times: z.number(),
  waitMs: z.number(),
  contactRef: z.string(),
  status: z.enum(lostStatuses),
  userName: z.string().nullable(),
  note: z.string(),
  changedAt: Instant.nullable(),
})
export type LostCaller = z.infer<typeof LostCaller>

/** The newest five hundred, and how many there are in all. */
const LostList = z.object({ callers: z.array(LostCaller), total: z.number() })
export type LostList = z.infer<typeof LostList>

const LostQuery = z.object({ days: z.coerce.number().int().min(1).max(90).default(7) })

export const LostChange = z
  .object({
    customerKey: z.string().min(1).max(200),
    lostAt: Instant,
    status: z.enum(lostStatuses),
    note: z.string().max(1000).default(''),
    /** The status it had when it was read: nobody's work is overwritten unseen. */
    was: z.enum(lostStatuses),
  })
  .strict()
export type LostChange = z.infer<typeof LostChange>

type None = Record<string, never>
/** As long as a reference is stored, whichever way it came in. */
const LONGEST_REF = 300
const ContactExportQuery = z.object({ format: z.enum(['xlsx', 'csv']), language: z.enum(['ru', 'en']).default('ru') })
const StoryQuery = z.object({ ref: z.string().min(1).max(LONGEST_REF) })

interface ContactsRoutes {
  readonly sendBatch: Route<CenterParams, None, Batch, BatchReply>
  readonly searchContacts: Route<CenterParams, None, ContactSearch, ContactPage>
  readonly exportContacts: Route<CenterParams, z.infer<typeof ContactExportQuery>, ContactExport, unknown>
  readonly readStory: Route<CenterParams, z.infer<typeof StoryQuery>, None, Story>
  readonly listLostCallers: Route<CenterParams, z.infer<typeof LostQuery>, None, LostList>
  readonly changeLostCaller: Route<CenterParams, None, LostChange, Done>
  readonly events: Route<CenterParams, None, None, unknown>
}

/** Every contact: sent in batches, searched, told whole; lost callers as a list to work. */
export const contacts: ContactsRoutes = {
  sendBatch: route('POST', '/centers/:centerId/contacts/batch', {
    summary:
      'Stores contacts and agent states; answered when they are durable. Sending the same again changes nothing.',
    may: 'writeContacts',
    params: CenterParams,
    body: Batch,
    described: { body: BatchContent },
    reply: BatchReply,
    bodyLimit: 16 * 1024 * 1024,
  }),
  searchContacts: route('POST', '/centers/:centerId/contacts/search', {
    summary: 'Contacts leg by leg, as far as the caller sees.',
    may: 'readContacts',
    params: CenterParams,
    body: ContactSearch,
    reply: ContactPage,
  }),
  exportContacts: route('POST', '/centers/:centerId/contacts/export', {
    summary: 'The same contacts as a file, xlsx or csv: as far as the caller sees, customers masked unless permitted.',
    may: 'exportMeasures',
    params: CenterParams,
    query: ContactExportQuery,
    body: ContactExport,
    reply: z.unknown(),
    transport: 'file',
  }),
  readStory: route('GET', '/centers/:centerId/contacts/story', {
    summary: 'One contact whole: its legs, the agents’ states meanwhile, the caller’s other contacts.',
    may: 'readContacts',
    params: CenterParams,
    query: StoryQuery,
    reply: Story,
  }),
  listLostCallers: route('GET', '/centers/:centerId/lost-callers', {
    summary: 'Customers who gave up and were not reached since.',
    may: 'workLostCallers',
    params: CenterParams,
    query: LostQuery,
    reply: LostList,
  }),
  changeLostCaller: route('POST', '/centers/:centerId/lost-callers', {
    summary: 'Takes a lost caller, notes the call back, or closes the case.',
    may: 'workLostCallers',
    params: CenterParams,
    body: LostChange,
    reply: Done,
  }),
  events: route('GET', '/centers/:centerId/events', {
    summary: 'A server-sent stream of what changed (never the data itself).',
    may: 'readMeasures',
    params: CenterParams,
    reply: z.unknown(),
    transport: 'events',
  }),
}
