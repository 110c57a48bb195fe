import { sql } from 'kysely'

import type { Bilingual, ConditionKind } from '@pult/contract/alert-words'

import type { Tx } from '../platform/index.ts'
import type { Condition } from './condition.ts'

interface Row {
  readonly subject: string
  readonly name: string
}

type Read = (tx: Tx, centerId: number) => Promise<Row[]>

interface OwnCondition {
  readonly kind: ConditionKind
  readonly read: Read
  readonly words: (name: string) => Bilingual
}

// Read only: what other rooms have written down of their own work. The last one of its kind counts, and only for some days: what
// failed last month and was never tried again is no alarm.
const own: readonly OwnCondition[] = [
  {
    kind: 'import',
    read: async (tx, centerId) =>
      (
        await sql<Row>`
          select 'source ' || source_id as subject, file_name as name from (
            select distinct on (source_id) source_id, file_name, status from import
            where center_id = ${centerId} and created_at > now() - interval '3 days' and not dry_run and status in ('done', 'failed')
            order by source_id, created_at desc
          ) last where status = 'failed'`.execute(tx)
      ).rows,
    words: (name) => ({ ru: `Импорт не удался: ${name}`, en: `An import failed: ${name}` }),
  },
  {
    kind: 'forecast',
    read: async (tx, centerId) =>
      (
        await sql<Row>`
          select 'forecast' as subject, name from (
            select name, status from forecast where center_id = ${centerId} and created_at > now() - interval '3 days'
            and status in ('draft', 'published', 'failed') order by created_at desc limit 1
          ) last where status = 'failed'`.execute(tx)
      ).rows,
    words: (name) => ({ ru: `Прогноз не посчитан: ${name}`, en: `A forecast failed: ${name}` }),
  },
  {
    kind: 'marketRefresh',
    read: async (tx, centerId) =>
      (
        await sql<Row>`
          select 'specialisation ' || specialisation_id as subject, name from (
            select distinct on (specialisation_id) specialisation_id, s.name, m.status from market_snapshot m
            join market_specialisation s using (center_id, specialisation_id)
            where center_id = ${centerId} and m.made_at > now() - interval '8 days' and m.status in ('done', 'failed')
            order by specialisation_id, m.snapshot_id desc
          ) last where status = 'failed'`.execute(tx)
      ).rows,
    words: (name) => ({ ru: `Рынок не обновился: ${name}`, en: `The market was not refreshed: ${name}` }),
  },
  {
    // The last of each that is made by itself: nobody sits by and sees that it was not.
    kind: 'job',
    read: async (tx, centerId) =>
      (
        await sql<Row>`
          select 'report ' || last.report_id as subject, r.name from (
            select distinct on (report_id) report_id, status from report_run
            where center_id = ${centerId} and made_at > now() - interval '8 days' and status in ('made', 'failed')
            order by report_id, run_id desc
          ) last join report r on r.center_id = ${centerId} and r.report_id = last.report_id where last.status = 'failed' and r.is_on`.execute(
          tx,
        )
      ).rows,
    words: (name) => ({ ru: `Отчёт не сделан: ${name}`, en: `A report was not made: ${name}` }),
  },
  {
    kind: 'sending',
    read: async (tx, centerId) =>
      (
        await sql<Row>`
          select case channel when 'webhook' then 'webhook ' || coalesce(webhook_id, 0) else channel || ' ' || address end as subject,
            -- The address of a webhook may itself be a secret.
            case channel when 'webhook' then coalesce(w.name, '–') else address end as name from (
            select distinct on (channel, address) channel, address, status from message
            where center_id = ${centerId} and settled_at > now() - interval '1 day' order by channel, address, settled_at desc
          ) last left join webhook w on w.center_id = ${centerId} and channel = 'webhook' and w.url = address
          where status in ('refused', 'givenUp') limit 20`.execute(tx)
      ).rows,
    words: (name) => ({ ru: `Сообщение не ушло: ${name}`, en: `A message did not go: ${name}` }),
  },
]

/** What the rooms of this house have written down of their own failed work. */
export async function ownConditions(tx: Tx, centerId: number, kinds: ReadonlySet<ConditionKind>): Promise<Condition[]> {
  const found: Condition[] = []
  for (const { kind, read, words } of own.filter((one) => kinds.has(one.kind)))
    for (const { subject, name } of await read(tx, centerId))
      found.push({ kind, subject, state: 'bad', words: words(name) })
  return found
}
