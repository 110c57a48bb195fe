import { sql, type RawBuilder } from 'kysely'

import type { LostCaller, LostChange, LostList } from '@pult/contract/contacts'
import { ERASED } from '@pult/contract/privacy-words'

import { conflict, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'
import { visibleLegs } from './leg-sql.ts'

const MOST = 500

/**
 * Customers who gave up within the last days and were neither answered nor reached since, the newest loss first. Whoever is
 * answered or reached later leaves the list by herself; who was erased cannot be called.
 */
export async function listLostCallers(tx: Tx, caller: Caller, days: number, now: number): Promise<LostList> {
  const since = new Date(now - days * 86_400_000).toISOString()
  const { rows } = await sql<LostCaller & { total: number }>`
    with lost as (
      select distinct on (l.customer_key) l.customer_key, l.offered_at, l.customer, l.queue_id, l.channel, l.wait_ms, l.contact_ref,
        count(*) over (partition by l.customer_key) as times
      from contact_leg l
      where l.center_id = ${caller.centerId} and l.offered_at >= ${since}::timestamptz and l.direction = 'inbound' and l.outcome = 'abandoned'
        and l.customer_key is not null and l.customer_key not like ${`${ERASED}%`} and ${visibleLegs(caller)}
      order by l.customer_key, l.offered_at desc
    )
    select lost.customer_key as "customerKey", ${isoText('lost.offered_at')} as "lostAt",
      lost.customer, lost.queue_id as "queueId", q.name as queue, lost.channel, lost.times, lost.wait_ms as "waitMs", lost.contact_ref as "contactRef",
      coalesce(w.status, 'open') as status, w.user_name as "userName", coalesce(w.note, '') as note,
      ${isoText('w.changed_at')} as "changedAt",
      count(*) over ()::integer as total
    from lost
    left join queue q on q.center_id = ${caller.centerId} and q.queue_id = lost.queue_id
    left join lateral (${caseOf(caller.centerId, sql`lost.customer_key`, sql`lost.offered_at`)}) w on true
    where not exists (
      select 1 from contact_leg later where later.center_id = ${caller.centerId} and later.customer_key = lost.customer_key
        and later.offered_at > lost.offered_at and later.outcome = 'answered')
    order by lost.offered_at desc limit ${MOST}
  `.execute(tx)
  return { callers: rows.map(({ total: _total, ...lost }) => lost), total: rows[0]?.total ?? 0 }
}

/**
 * The case of a loss: its own, or the one before it where somebody has taken that and still tries. Whoever gives up again meanwhile is not
 * another's to call; whoever was answered in between, or dealt with, is lost anew.
 */
const caseOf = (
  centerId: number,
  customerKey: RawBuilder<unknown>,
  lostAt: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select c.status, c.user_name, c.note, c.changed_at from (
    select * from lost_caller known
    where known.center_id = ${centerId} and known.customer_key = ${customerKey} and known.lost_at <= ${lostAt}
    order by known.lost_at desc limit 1
  ) c
  where c.lost_at = ${lostAt} or (c.status = 'taken' and not exists (
    select 1 from contact_leg between_them where between_them.center_id = ${centerId} and between_them.customer_key = c.customer_key
      and between_them.offered_at > c.lost_at and between_them.offered_at < ${lostAt} and between_them.outcome = 'answered'))`

/** Throws a 409 problem when somebody changed it meanwhile, a 404 when nobody was lost then. */
export async function changeLostCaller(tx: Tx, caller: Caller, change: LostChange): Promise<void> {
  const { centerId } = caller
  const lost = await sql`
    select 1 from contact_leg l where l.center_id = ${centerId} and l.customer_key = ${change.customerKey}
      and l.offered_at = ${change.lostAt}::timestamptz and l.outcome = 'abandoned' and ${visibleLegs(caller)}
  `.execute(tx)
  if (lost.rows.length === 0) throw notFound('lost caller')
  // A case that nobody has touched has no row yet to wait for.
  await sql`select pg_advisory_xact_lock(hashtext('lost_caller'), ${centerId}::integer)`.execute(tx)
  const lostAt = sql`${change.lostAt}::timestamptz`
  const { rows } = await sql<{ status: string; user_name: string }>`
    ${caseOf(centerId, sql`${change.customerKey}`, lostAt)}
  `.execute(tx)
  const [stored] = rows
  if ((stored?.status ?? 'open') !== change.was) {
    throw conflict(
      'takenMeanwhile',
      `${stored?.user_name ?? 'Somebody'} has changed this meanwhile. Look at the list again.`,
      {
        values: { name: stored?.user_name ?? '', status: stored?.status ?? 'open' },
      },
    )
  }
  if (change.status === 'open') {
    await sql`
      delete from lost_caller where center_id = ${centerId} and customer_key = ${change.customerKey}
        and (lost_at = ${lostAt} or (lost_at < ${lostAt} and status = 'taken'))
    `.execute(tx)
    return
  }
  await sql`
    insert into lost_caller (center_id, customer_key, lost_at, status, user_id, user_name, note)
    values (${centerId}, ${change.customerKey}, ${change.lostAt}::timestamptz, ${change.status}, ${caller.userId}, ${caller.name}, ${change.note})
    on conflict (center_id, customer_key, lost_at) do update
      set status = excluded.status, user_id = excluded.user_id, user_name = excluded.user_name, note = excluded.note, changed_at = now()
  `.execute(tx)
}
