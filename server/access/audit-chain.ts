import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import { sql } from 'kysely'

import type { AuditCheck } from '@pult/contract/access-security'

import { lookEvery, type Database, type Log, type Round, type Tx } from '../platform/index.ts'

// The log's chain is written by the database (0083). Here it is counted again, outside of it, and marked with a key that the database does not have.

const PAGE = 5000
const MARK_EVERY_MS = 3_600_000

interface Link {
  readonly position: number
  readonly auditId: number
  readonly hash: Buffer
  /** The line as it stands now; null where it is gone. */
  readonly text: string | null
}

function readLinks(tx: Tx, centerId: number, after: number): Promise<Link[]> {
  return sql<Link>`
    select c.position, c.audit_id as "auditId", c.hash,
      case when a.audit_id is not null then jsonb_build_array(
        a.center_id, a.audit_id, (extract(epoch from a.at) * 1000000)::bigint,
        a.user_id, a.user_name, a.kind, a.act, a.subject, a.detail)::text end as text
    from audit_chain c left join audit a on a.center_id = c.center_id and a.audit_id = c.audit_id
    where c.center_id = ${centerId} and c.position > ${after} order by c.position limit ${PAGE}
  `
    .execute(tx)
    .then(({ rows }) => rows)
}

interface Mark {
  readonly position: number
  readonly mac: Buffer
}

const macOf = (key: string, centerId: number, position: number, hash: Buffer): Buffer =>
  createHmac('sha256', key).update(`${centerId}:${position}:`).update(hash).digest()

/** By which marks of another key are told apart, after a backup was brought back elsewhere; they are left out. */
const keyId = (key: string): string => createHash('sha256').update(`audit mark ${key}`).digest('hex').slice(0, 16)

const hashOf = (former: Buffer, text: string): Buffer => createHash('sha256').update(former).update(text).digest()

/** Counts the chain of a centre again from its lines and holds it against its marks. */
export async function checkAudit(tx: Tx, centerId: number, key: string): Promise<AuditCheck> {
  const { rows: marks } = await sql<Mark>`
    select position, mac from audit_mark where center_id = ${centerId} and key_id = ${keyId(key)} order by position`.execute(
    tx,
  )
  const macs = new Map(marks.map(({ position, mac }) => [position, mac]))
  let former: Buffer = Buffer.alloc(0)
  let at = 0
  const broken = (problem: NonNullable<AuditCheck['broken']>['problem'], auditId: number | null): AuditCheck => ({
    lines: at,
    marks: marks.length,
    head: null,
    broken: { problem, auditId, position: at + 1 },
  })
  for (;;) {
    const links = await readLinks(tx, centerId, at)
    for (const { position, auditId, hash, text } of links) {
      if (position !== at + 1) return broken('linkGone', null)
      if (text === null) return broken('lineGone', auditId)
      former = hashOf(former, text)
      if (!former.equals(hash)) return broken('changed', auditId)
      const mac = macs.get(position)
      const own = macOf(key, centerId, position, hash)
      if (mac !== undefined && (mac.length !== own.length || !timingSafeEqual(mac, own))) return broken('mark', auditId)
      at = position
    }
    if (links.length < PAGE) break
  }
  if ((marks.at(-1)?.position ?? 0) > at) return broken('tailGone', null)
  const loose = await sql<{ auditId: number }>`
    select a.audit_id as "auditId" from audit a
    where a.center_id = ${centerId}
      and not exists (select 1 from audit_chain c where c.center_id = a.center_id and c.audit_id = a.audit_id) limit 1
  `.execute(tx)
  if (loose.rows[0] !== undefined) return broken('notChained', loose.rows[0].auditId)
  return { lines: at, marks: marks.length, head: former.toString('hex'), broken: null }
}

/** Sets a mark at the head of every chain that has grown. */
export async function markChains(database: Database, key: string): Promise<void> {
  // As the owner: the chains of all centres are looked at.
  const grown = await database.asOwner(async (tx) => {
    const { rows } = await sql<{ centerId: number }>`
      select c.center_id as "centerId" from audit_chain c group by c.center_id
      having max(c.position) > coalesce((select max(m.position) from audit_mark m where m.center_id = c.center_id and m.key_id = ${keyId(key)}), 0)
    `.execute(tx)
    return rows
  })
  for (const { centerId } of grown) await database.inCenter({ centerId }, (tx) => markChain(tx, centerId, key))
}

async function markChain(tx: Tx, centerId: number, key: string): Promise<void> {
  const { rows } = await sql<{ position: number; hash: Buffer }>`
    select position, hash from audit_chain where center_id = ${centerId} order by position desc limit 1`.execute(tx)
  const [head] = rows
  if (head === undefined) return
  await sql`
    insert into audit_mark (center_id, position, key_id, mac)
    values (${centerId}, ${head.position}, ${keyId(key)}, ${macOf(key, centerId, head.position, head.hash)}) on conflict do nothing
  `.execute(tx)
}

/** Marks every hour while the server runs. */
export const markEveryHour = (database: Database, key: string, log: Log): Round =>
  lookEvery(
    MARK_EVERY_MS,
    () => markChains(database, key),
    (error) => log.warn({ err: error }, 'the audit log could not be marked; trying again in an hour'),
  )
