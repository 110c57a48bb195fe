import { sql } from 'kysely'

import type { Connector, ConnectorDraft, ConnectorKind, ConnectorSettings } from '@pult/contract/connectors'

import { ensureLiveSource } from '../contacts/index.ts'
import { conflict, isoText, notFound, staleOrMissing, type SecretBox, type Tx } from '../platform/index.ts'
import { keptOrBrought } from './kept-secret.ts'

/** What a server needs to run a channel. */
export interface ConnectorRow {
  readonly centerId: number
  readonly connectorId: number
  readonly kind: ConnectorKind
  readonly name: string
  readonly source: string
  readonly settings: ConnectorSettings
  readonly secret: string | null
  readonly isOn: boolean
  readonly version: number
}

const row = sql`center_id as "centerId", connector_id as "connectorId", kind, name, source, settings, secret, is_on as "isOn", version`
/** Throws a 404 problem where the centre has none of this id. */
export async function readConnector(tx: Tx, centerId: number, connectorId: number): Promise<ConnectorRow> {
  const { rows } = await sql<ConnectorRow>`
    select ${row} from connector where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('channel')
  return found
}

interface Listed extends Omit<Connector, 'hasSecret' | 'state' | 'since' | 'problem'> {
  readonly secret: string | null
  readonly inner: {
    readonly isConnected: boolean
    readonly madeAt: string
    readonly connectedAt: string | null
    readonly problemCode: string | null
    readonly problemWords: string
    readonly problemWordsRu: string
    readonly problemAt: string | null
    /** Since when an outage of each reason has been going on. */
    readonly running: Readonly<Partial<Record<'down' | 'silent' | 'off', string>>>
  }
}

/** Every channel with how it is, by name. */
export async function listConnectors(tx: Tx, centerId: number): Promise<Connector[]> {
  const { rows } = await sql<Listed>`
    select c.connector_id as "connectorId", c.kind, c.name, c.source, c.is_on as "isOn", c.silent_minutes as "silentMinutes", c.version,
      c.settings, c.secret, ${isoText('p.last_event_at')} as "lastEventAt", ${isoText('p.last_heard_at')} as "lastHeardAt", p.lag_ms as "lagMs",
      p.events, p.rejected, p.reconnects, ${isoText('p.looked_at')} as "lookedAt", p.last_file as "lastFile",
      (select coalesce(sum(s.events), 0) from connector_slot s where s.center_id = c.center_id and s.connector_id = c.connector_id
        and s.at > now() - interval '1 hour') as "eventsLastHour",
      jsonb_build_object('isConnected', p.is_connected, 'madeAt', ${isoText('c.made_at')}, 'connectedAt', ${isoText('p.connected_at')},
        'problemCode', p.problem, 'problemWords', p.problem_words, 'problemWordsRu', p.problem_words_ru, 'problemAt', ${isoText('p.problem_at')},
        'running', (select coalesce(jsonb_object_agg(o.reason, ${isoText('o.started_at')}), '{}') from connector_outage o
          where o.center_id = c.center_id and o.connector_id = c.connector_id and o.ended_at is null)) as "inner"
    from connector c join connector_progress p using (center_id, connector_id)
    where c.center_id = ${centerId} order by c.name collate names
  `.execute(tx)
  return rows.map(present)
}

function present(listed: Listed): Connector {
  const { secret, inner, ...rest } = listed
  const { problemCode, problemWords, problemWordsRu, problemAt } = inner
  const state = stateOf(listed)
  return {
    ...rest,
    hasSecret: secret !== null,
    state,
    since: sinceOf(state, inner),
    problem:
      problemCode === null || problemAt === null
        ? null
        : {
            code: problemCode,
            words: problemWords,
            said: { en: problemWords, ru: problemWordsRu === '' ? problemWords : problemWordsRu },
            at: problemAt,
          },
  }
}

function stateOf({ isOn, lastHeardAt, inner: { running, isConnected } }: Listed): Connector['state'] {
  if (!isOn) return 'off'
  if (running.down !== undefined) return 'down'
  if (running.silent !== undefined) return 'silent'
  return isConnected || lastHeardAt !== null ? 'working' : 'waiting'
}

function sinceOf(state: Connector['state'], { running, connectedAt, madeAt }: Listed['inner']): string {
  if (state === 'off' || state === 'down' || state === 'silent') return running[state] ?? madeAt
  return connectedAt ?? madeAt
}

export async function createConnector(
  tx: Tx,
  centerId: number,
  draft: ConnectorDraft,
  secret: string | null,
): Promise<number> {
  await refuseTakenName(tx, centerId, draft.name, null)
  await ensureLiveSource(tx, centerId, draft.source)
  const { rows } = await sql<{ id: number }>`
    insert into connector (center_id, kind, name, source, settings, secret, is_on, silent_minutes)
    values (${centerId}, ${draft.kind}, ${draft.name}, ${draft.source}, ${JSON.stringify(draft.settings)}::jsonb, ${secret}, ${draft.isOn},
      ${draft.silentMinutes})
    returning connector_id as id
  `.execute(tx)
  const id = rows[0]?.id ?? 0
  await sql`insert into connector_progress (center_id, connector_id) values (${centerId}, ${id})`.execute(tx)
  await followSwitch(tx, centerId, id, draft.isOn)
  return id
}

/** Changes it. Another machine never gets the kept password, and what is another log is begun anew. */
export async function changeConnector(
  tx: Tx,
  centerId: number,
  connectorId: number,
  box: SecretBox,
  { version, draft }: { readonly version: number; readonly draft: ConnectorDraft },
): Promise<void> {
  const former = await readConnector(tx, centerId, connectorId)
  if (former.kind !== draft.kind)
    throw conflict('otherKind', 'A channel stays of its kind. Make another one, and turn this one off.')
  await refuseTakenName(tx, centerId, draft.name, connectorId)
  await ensureLiveSource(tx, centerId, draft.source)
  const secret = keptOrBrought(former, draft, box)
  const { rows } = await sql`
    update connector set name = ${draft.name}, source = ${draft.source}, settings = ${JSON.stringify(draft.settings)}::jsonb, secret = ${secret},
      is_on = ${draft.isOn}, silent_minutes = ${draft.silentMinutes}, version = version + 1
    where center_id = ${centerId} and connector_id = ${connectorId} and version = ${version} returning 1
  `.execute(tx)
  if (rows.length === 0) throw staleOrMissing(true, 'channel')
  if (logOf(former.settings) !== logOf(draft.settings) || former.source !== draft.source)
    await sql`
      update connector_progress set position = null, memory = null where center_id = ${centerId} and connector_id = ${connectorId}
    `.execute(tx)
  // What was changed is seen at once, and not at the next set time.
  await sql`
    update connector_progress set looked_at = null where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
  await followSwitch(tx, centerId, connectorId, draft.isOn)
}

const logOf = (settings: ConnectorSettings): unknown =>
  'logPath' in settings ? settings.logPath : 'path' in settings ? settings.path : null

async function refuseTakenName(tx: Tx, centerId: number, name: string, exceptId: number | null): Promise<void> {
  const { rows } = await sql`
    select 1 from connector where center_id = ${centerId} and name = ${name} and connector_id is distinct from ${exceptId}::bigint
  `.execute(tx)
  if (rows.length > 0) throw conflict('nameTaken', `There is a channel called "${name}" already.`)
}

/** While it is off nobody expects anything of it, and its availability says nothing. */
async function followSwitch(tx: Tx, centerId: number, connectorId: number, isOn: boolean): Promise<void> {
  if (isOn)
    await sql`
      update connector_outage set ended_at = now()
      where center_id = ${centerId} and connector_id = ${connectorId} and reason = 'off' and ended_at is null
    `.execute(tx)
  else {
    await sql`
      update connector_outage set ended_at = now()
      where center_id = ${centerId} and connector_id = ${connectorId} and reason <> 'off' and ended_at is null
    `.execute(tx)
    await sql`
      insert into connector_outage (center_id, connector_id, started_at, reason) values (${centerId}, ${connectorId}, now(), 'off')
      on conflict do nothing
    `.execute(tx)
    await sql`
      update connector_progress set is_connected = false where center_id = ${centerId} and connector_id = ${connectorId}
    `.execute(tx)
  }
}

export async function keepSecret(tx: Tx, centerId: number, connectorId: number, secret: string): Promise<void> {
  await sql`
    update connector set secret = ${secret}, version = version + 1 where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
}

export async function deleteConnector(tx: Tx, centerId: number, connectorId: number): Promise<void> {
  const { rows } = await sql`
    delete from connector where center_id = ${centerId} and connector_id = ${connectorId} returning 1
  `.execute(tx)
  if (rows.length === 0) throw notFound('channel')
}

/** The channel of a stream of this source; made when nobody knows it. */
export async function ensureStream(tx: Tx, centerId: number, source: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(${STREAM_LOCK}::integer, ${centerId}::integer)`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    select connector_id as id from connector where center_id = ${centerId} and kind = 'stream' and source = ${source} order by 1 limit 1
  `.execute(tx)
  if (rows[0] !== undefined) return rows[0].id
  const name = await freeName(tx, centerId, source.slice(0, 90))
  return createConnector(
    tx,
    centerId,
    { kind: 'stream', name, source, isOn: true, silentMinutes: 30, settings: {} },
    null,
  )
}

const STREAM_LOCK = 7_700_075

async function freeName(tx: Tx, centerId: number, wanted: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from connector where center_id = ${centerId}`.execute(tx)
  const taken = new Set(rows.map(({ name }) => name))
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`
    if (!taken.has(name)) return name
  }
}
