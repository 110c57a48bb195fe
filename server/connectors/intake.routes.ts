import { Readable } from 'node:stream'

import { Batch, type BatchReply } from '@pult/contract/contacts'
import { connectors } from '@pult/contract/connectors'

import type { Line } from '../contacts/index.ts'
import { invalid, rawBodyOf, RequestProblem, type Platform, type SecretBox } from '../platform/index.ts'
import { ensureStream, readConnector, type ConnectorRow } from './connector-store.ts'
import { checkSignature } from './signature.ts'
import { streamPieces } from './stream-pieces.ts'
import type { createTakeBatch } from './take-batch.ts'

interface IntakePorts {
  readonly box: SecretBox
  readonly takeBatch: ReturnType<typeof createTakeBatch>
  readonly clock: () => number
}

/** The same signed request was taken already. */
class Repeated extends Error {}

/** Serves the doors by which other systems send what happens: one long request, or a signed one for each batch. */
export function serveIntake({ http, database }: Platform, { box, takeBatch, clock }: IntakePorts): void {
  http.serve(connectors.stream, async ({ caller: { centerId }, query, request, inCenter }) => {
    const connectorId = await inCenter((tx) => ensureStream(tx, centerId, query.source))
    const answers = answerPieces(
      request.body as Readable,
      (batch) => takeBatch({ centerId, connectorId }, batch),
      query,
    )
    return { stream: Readable.from(answers), contentType: 'application/x-ndjson' }
  })

  http.serve(connectors.webhook, async ({ params: { centerId, connectorId }, body, request }) => {
    const signature = String(request.headers['pult-signature'] ?? '')
    const timestamp = String(request.headers['pult-timestamp'] ?? '')
    const connector = await database
      .inCenter({ centerId }, (tx) => readConnector(tx, centerId, connectorId))
      .catch((error: unknown) => {
        // Whether there is such a channel is nobody's business who cannot sign.
        if (error instanceof RequestProblem && error.status === 404) throw badSignature()
        throw error
      })
    const secret = secretOf(box, connector)
    const given = { timestamp, signature, body: rawBodyOf(request) ?? '' }
    const signed = secret === null ? 'bad' : checkSignature(secret, given, clock())
    if (signed === 'bad') throw badSignature()
    if (signed === 'old') throw oldSignature()
    if (!connector.isOn) throw new RequestProblem(409, 'channelOff', 'This channel is turned off.')
    const parsed = Batch.safeParse({ source: connector.source, ...(body as object) })
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const at = ['body', ...(issue?.path ?? []).map(String)].join('.')
      throw invalid('invalid', `${at}: ${issue?.message ?? 'not understood'}`, { at })
    }
    // A channel tells of its own system only.
    const batch = { ...parsed.data, source: connector.source }
    return takeBatch({ centerId, connectorId }, batch, async (client) => {
      const { rowCount } = await client.query(
        `insert into connector_signature (center_id, connector_id, signature) values ($1, $2, $3) on conflict do nothing`,
        [centerId, connectorId, signature],
      )
      if (rowCount === 0) throw new Repeated()
    }).catch((error: unknown): BatchReply => {
      if (!(error instanceof Repeated)) throw error
      const duplicates = batch.contacts.length + batch.states.length
      return { accepted: 0, duplicates, completed: 0, corrected: 0, rejected: [] }
    })
  })
}

const badSignature = (): RequestProblem =>
  new RequestProblem(
    401,
    'badSignature',
    'The signature does not fit. Sign the timestamp, a full stop and the body as they are sent with the secret of this channel.',
  )
const oldSignature = (): RequestProblem =>
  new RequestProblem(
    401,
    'oldSignature',
    'The signature is more than five minutes off our clock. Sign anew when sending again.',
  )

function secretOf(box: SecretBox, { kind, secret }: ConnectorRow): string | null {
  if (kind !== 'webhook' || secret === null) return null
  return box.open(secret)?.['password'] ?? null
}

interface Rejected extends Pick<BatchReply['rejected'][number], 'code' | 'field' | 'reason' | 'sourceKey'> {
  readonly line: number
}

/** Stores pieces as they come and answers each with a line: up to which line everything is durable, and what was refused. */
async function* answerPieces(
  stream: Readable,
  take: (batch: Batch) => Promise<BatchReply>,
  { source, onConflict }: Pick<Batch, 'source' | 'onConflict'>,
): AsyncGenerator<string> {
  // At once, so that whoever waits for the answer before sending anything is not waited for.
  yield `${JSON.stringify({ accepted: 0, duplicates: 0, completed: 0, corrected: 0, storedTo: 0, rejected: [] })}\n`
  for await (const lines of streamPieces(stream)) {
    const { contacts, states, rejected } = sorted(lines)
    const placed = { contacts, states }
    const reply = await take({
      source,
      onConflict,
      contacts: contacts.map(({ record }) => record),
      states: states.map(({ record }) => record),
    })
    const refused = reply.rejected.map(({ at, ...rest }): Rejected => {
      const [list, index] = at.split('.')
      return { line: placed[list === 'states' ? 'states' : 'contacts'][Number(index)]?.line ?? 0, ...rest }
    })
    yield `${JSON.stringify({ ...reply, storedTo: lines.at(-1)?.number ?? 0, rejected: [...rejected, ...refused] })}\n`
  }
}

interface Placed {
  readonly line: number
  readonly record: unknown
}

function sorted(lines: readonly Line[]): { contacts: Placed[]; states: Placed[]; rejected: Rejected[] } {
  const contacts: Placed[] = []
  const states: Placed[] = []
  const rejected: Rejected[] = []
  for (const { text, number: line, tooLong } of lines) {
    const { contact, state } = tooLong ? {} : recordOf(text)
    if (contact !== undefined) contacts.push({ line, record: contact })
    else if (state === undefined) {
      const reason = 'a line is {"contact": {…}} or {"state": {…}}'
      rejected.push({ line, sourceKey: null, code: 'invalid', field: '', reason })
    } else states.push({ line, record: state })
  }
  return { contacts, states, rejected }
}

function recordOf(text: string): { readonly contact?: unknown; readonly state?: unknown } {
  try {
    return (JSON.parse(text) as Readonly<Record<string, unknown>> | null) ?? {}
  } catch {
    return {}
  }
}
