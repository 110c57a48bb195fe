import { z } from 'zod'

import { dataKinds, waysFound } from './privacy-words.ts'
import { CenterParams, Id, route, type Route } from './route.ts'

type Nothing = Record<string, never>
const When = z.string().nullable()
const Language = z.enum(['ru', 'en'])

/** Whose data: a customer by number or address as anybody would write it, or an agent of the centre. */
export const PersonAsked = z.discriminatedUnion('of', [
  z.object({ of: z.literal('customer'), text: z.string().trim().min(3).max(300) }).strict(),
  z.object({ of: z.literal('agent'), agentId: Id }).strict(),
])
export type PersonAsked = z.infer<typeof PersonAsked>

export const FoundPart = z.object({
  kind: z.enum(dataKinds),
  way: z.enum(waysFound),
  rows: z.number(),
  /** The days between which it lies, where it is dated. */
  first: When,
  last: When,
})
export type FoundPart = z.infer<typeof FoundPart>

export const Found = z.object({
  /** The key by which the customer is compared, or the agent's name: what has to be typed to erase. */
  called: z.string(),
  parts: z.array(FoundPart),
  /** Why nothing may be removed just now; null when nothing is in the way. */
  held: z.string().nullable(),
})
export type Found = z.infer<typeof Found>

export const Erasure = z.discriminatedUnion('of', [
  PersonAsked.options[0].extend({
    reason: z.string().trim().min(3).max(1000),
    /** The key as `called` tells it, typed again. */
    confirmation: z.string().max(300),
    requestId: Id.nullable().default(null),
  }),
  PersonAsked.options[1].extend({
    reason: z.string().trim().min(3).max(1000),
    confirmation: z.string().max(300),
    requestId: Id.nullable().default(null),
    /** In which language "Former agent 12" is written. */
    language: Language.default('ru'),
  }),
])
export type Erasure = z.infer<typeof Erasure>

export const Erased = z.object({
  removalId: z.number(),
  /** By what the person is called from now on. */
  called: z.string(),
  changed: z.array(z.object({ kind: z.enum(dataKinds), rows: z.number() })),
  /** Texts that still name the person: to be read and changed by hand. */
  left: z.array(FoundPart),
  /** Her account belongs to other centres too and stays there. */
  accountStays: z.boolean(),
})
export type Erased = z.infer<typeof Erased>

const FileAsked = z.object({ format: z.enum(['json', 'xlsx', 'csv']), language: Language })

interface PrivacyRoutes {
  readonly find: Route<CenterParams, Nothing, PersonAsked, Found>
  readonly exportPerson: Route<CenterParams, z.infer<typeof FileAsked>, PersonAsked, unknown>
}

/** What is held of a person: found, given out, removed. */
export const privacy: PrivacyRoutes = {
  find: route('POST', '/centers/:centerId/personal-data/find', {
    summary: 'What the centre holds of a customer or an agent: by kind, how many rows, between which days.',
    may: 'managePersonalData',
    params: CenterParams,
    body: PersonAsked,
    reply: Found,
  }),
  exportPerson: route('POST', '/centers/:centerId/personal-data/export', {
    summary: 'The person’s copy: everything that is found, as JSON, or as a table to read. Of other people nothing.',
    may: 'managePersonalData',
    params: CenterParams,
    query: FileAsked,
    body: PersonAsked,
    reply: z.unknown(),
    transport: 'file',
  }),
}
