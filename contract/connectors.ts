import { z } from 'zod'

import { Bilingual } from './alert-words.ts'
import { PlainDate } from './plain-date.ts'
import {
  ConnectorDraft,
  ConnectorSettings,
  connectorKinds,
  connectorStates,
  LogLines,
  LogPosition,
} from './connector-words.ts'
import { BatchContent, BatchReply } from './contacts.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

export * from './connector-words.ts'

const Instant = z.iso.datetime({ offset: true })

/** A channel by which data come in while they happen, and how it is. */
const Connector = z.object({
  connectorId: z.number(),
  kind: z.enum(connectorKinds),
  name: z.string(),
  source: z.string(),
  isOn: z.boolean(),
  silentMinutes: z.number(),
  version: z.number(),
  settings: ConnectorSettings,
  hasSecret: z.boolean(),
  state: z.enum(connectorStates),
  since: Instant,
  /** The last refusal or failure, with the other side's words where it had any; `words` are the English ones. */
  problem: z.object({ code: z.string(), words: z.string(), said: Bilingual, at: Instant }).nullable(),
  /** The time of the last event as the phone system tells it, and when anything was heard last. */
  lastEventAt: Instant.nullable(),
  lastHeardAt: Instant.nullable(),
  /** How long after it happened the last event was stored. */
  lagMs: z.number().nullable(),
  /** Of files that are picked up: when their folder was looked into last, and the file that was taken last. */
  lookedAt: Instant.nullable(),
  lastFile: z.string().nullable(),
  eventsLastHour: z.number(),
  events: z.number(),
  rejected: z.number(),
  reconnects: z.number(),
})
export type Connector = z.infer<typeof Connector>

const ConnectorDay = z.object({
  date: PlainDate,
  /** Milliseconds of opening hours, and those in which the channel was not there. */
  openMs: z.number(),
  downMs: z.number(),
  events: z.number(),
})
export type ConnectorDay = z.infer<typeof ConnectorDay>

const ConnectorOutage = z.object({
  startedAt: Instant,
  endedAt: Instant.nullable(),
  reason: z.enum(['down', 'silent', 'off', 'lost']),
  words: z.string(),
  said: Bilingual,
})
export type ConnectorOutage = z.infer<typeof ConnectorOutage>

const ConnectorHealth = z.object({ days: z.array(ConnectorDay), outages: z.array(ConnectorOutage) })
export type ConnectorHealth = z.infer<typeof ConnectorHealth>

const OfConnector = CenterParams.extend({ connectorId: Id })
type OfConnector = z.infer<typeof OfConnector>
const HealthQuery = z.object({ days: z.coerce.number().int().min(1).max(40).default(30) })
const NewConnector = z.object({ draft: ConnectorDraft }).strict()
type NewConnector = z.infer<typeof NewConnector>
const ConnectorChange = z.object({ version: z.number().int(), draft: ConnectorDraft }).strict()
type ConnectorChange = z.infer<typeof ConnectorChange>

/** `connectorId`: the channel whose kept password or key is taken where none is given. */
const ConnectorTrial = z.object({ draft: ConnectorDraft, connectorId: z.number().int().optional() }).strict()
type ConnectorTrial = z.infer<typeof ConnectorTrial>

/** What a channel said when it was tried: `ok`, or why not. `hostKey`: the key that the machine shows and nobody has confirmed. */
const ConnectorTest = z.object({
  ok: z.boolean(),
  code: z.string(),
  words: z.string(),
  said: Bilingual,
  hostKey: z.string().nullable(),
})
type ConnectorTest = z.infer<typeof ConnectorTest>

/** `taken`: false where others have gone on meanwhile; then the place is theirs. */
const Taken = z.object({ taken: z.boolean(), position: LogPosition.nullable() })

/** A secret is told once. */
const Made = z.object({ connectorId: z.number(), secret: z.string().nullable() })

const StreamQuery = z.object({
  source: z.string().trim().min(1).max(200),
  onConflict: z.enum(['reject', 'replace']).default('reject'),
})
type Nothing = Record<string, never>

interface ConnectorRoutes {
  readonly listConnectors: Route<CenterParams, Nothing, Nothing, { connectors: Connector[] }>
  readonly readHealth: Route<OfConnector, z.infer<typeof HealthQuery>, Nothing, ConnectorHealth>
  readonly createConnector: Route<CenterParams, Nothing, NewConnector, z.infer<typeof Made>>
  readonly changeConnector: Route<OfConnector, Nothing, ConnectorChange, Done>
  readonly deleteConnector: Route<OfConnector, Nothing, Nothing, Done>
  readonly testConnector: Route<CenterParams, Nothing, ConnectorTrial, ConnectorTest>
  readonly lookNow: Route<OfConnector, Nothing, Nothing, Done>
  readonly newSecret: Route<OfConnector, Nothing, Nothing, { secret: string }>
  readonly readPosition: Route<OfConnector, Nothing, Nothing, { position: LogPosition | null }>
  readonly sendLines: Route<OfConnector, Nothing, LogLines, z.infer<typeof Taken>>
  readonly stream: Route<CenterParams, z.infer<typeof StreamQuery>, unknown, unknown>
  readonly webhook: Route<OfConnector, Nothing, unknown, BatchReply>
}

/** Data as they happen: from a log that grows, a phone system, a stream, a call from outside. */
export const connectors: ConnectorRoutes = {
  listConnectors: route('GET', '/centers/:centerId/connectors', {
    summary: 'The channels by which data come in as they happen, and how each of them is. Secrets are never told.',
    may: 'importContacts',
    params: CenterParams,
    reply: z.object({ connectors: z.array(Connector) }),
  }),
  readHealth: route('GET', '/centers/:centerId/connectors/:connectorId/health', {
    summary:
      'For each of the last days how much of the opening hours a channel was there; its outages, the newest first.',
    may: 'importContacts',
    params: OfConnector,
    query: HealthQuery,
    reply: ConnectorHealth,
  }),
  createConnector: route('POST', '/centers/:centerId/connectors', {
    summary: 'Makes a channel. The secret of a webhook is told here and never again.',
    may: 'administer',
    params: CenterParams,
    body: NewConnector,
    reply: Made,
  }),
  changeConnector: route('PUT', '/centers/:centerId/connectors/:connectorId', {
    summary:
      'Changes a channel, or turns it on or off. A password that is left out stays, unless the machine is another one.',
    may: 'administer',
    params: OfConnector,
    body: ConnectorChange,
    reply: Done,
  }),
  deleteConnector: route('DELETE', '/centers/:centerId/connectors/:connectorId', {
    summary: 'Takes a channel away. What came by it stays.',
    may: 'administer',
    params: OfConnector,
    reply: Done,
  }),
  testConnector: route('POST', '/centers/:centerId/connectors/test', {
    summary:
      'Tries whether a channel would work: the file is there, the machine answers and lets Pult in. Keeps nothing.',
    may: 'administer',
    params: CenterParams,
    body: ConnectorTrial,
    reply: ConnectorTest,
  }),
  lookNow: route('POST', '/centers/:centerId/connectors/:connectorId/look', {
    summary: 'Looks now whether there are files to be picked up, and does not wait for the next set time.',
    may: 'importContacts',
    params: OfConnector,
    reply: Done,
  }),
  newSecret: route('POST', '/centers/:centerId/connectors/:connectorId/secret', {
    summary: 'Gives a webhook another secret, told once; the former one holds no longer.',
    may: 'administer',
    params: OfConnector,
    reply: z.object({ secret: z.string() }),
  }),
  readPosition: route('GET', '/centers/:centerId/connectors/:connectorId/position', {
    summary: 'How far the log of another machine has been taken: whoever follows it goes on from here.',
    may: 'writeContacts',
    params: OfConnector,
    reply: z.object({ position: LogPosition.nullable() }),
  }),
  sendLines: route('POST', '/centers/:centerId/connectors/:connectorId/lines', {
    summary:
      'The next lines of a queue_log of another machine, kept together with the place where they end. Sent again, they change nothing.',
    may: 'writeContacts',
    params: OfConnector,
    body: LogLines,
    reply: Taken,
    bodyLimit: 4 * 1024 * 1024,
  }),
  stream: route('POST', '/centers/:centerId/stream', {
    summary:
      'Contacts and agent states as lines of JSON in one long request (application/octet-stream), `{"contact": {…}}` or `{"state": {…}}`, stored within half a second; the reply is a line for every piece stored.',
    may: 'writeContacts',
    params: CenterParams,
    query: StreamQuery,
    reply: z.unknown(),
    transport: 'upload',
    described: { replyType: 'application/x-ndjson' },
  }),
  webhook: route('POST', '/centers/:centerId/connectors/:connectorId/webhook', {
    summary:
      'A batch from outside, signed instead of signed in: `Pult-Timestamp` (seconds) and `Pult-Signature: sha256=` HMAC-SHA256 of timestamp, a full stop and the body, in hex.',
    may: 'anyone',
    params: OfConnector,
    body: z.unknown(),
    described: { body: BatchContent.partial({ source: true }) },
    reply: BatchReply,
    bodyLimit: 4 * 1024 * 1024,
  }),
}
