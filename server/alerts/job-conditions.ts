import { sql } from 'kysely'

import type { Bilingual } from '@pult/contract/alert-words'

import type { Database } from '../platform/index.ts'
import type { Condition } from './condition.ts'

/** Work that waits for longer is not done by anybody. */
const OVERDUE_MINUTES = 15

const names: Readonly<Record<string, Bilingual>> = {
  import: { ru: 'импорт файла', en: 'importing a file' },
  forecast: { ru: 'прогноз', en: 'a forecast' },
  staffing: { ru: 'потребность', en: 'a requirement' },
  skillNeed: { ru: 'люди по навыкам', en: 'people by skills' },
  schedule: { ru: 'график', en: 'a roster' },
  simulation: { ru: 'расчёт «Что если»', en: 'a what-if' },
  marketRefresh: { ru: 'обновление рынка', en: 'refreshing the market' },
  marketPay: { ru: 'зарплаты рынка', en: 'pay of the market' },
  marketDigest: { ru: 'дайджест рынка', en: 'the market digest' },
  report: { ru: 'отчёт', en: 'a report' },
  retention: { ru: 'удаление по срокам хранения', en: 'removal by periods of keeping' },
  'undo-import': { ru: 'отмена загрузки', en: 'undoing an import' },
  messageSend: { ru: 'отправка сообщений', en: 'sending messages' },
}

interface Row {
  readonly centerId: number
  readonly name: string
  readonly isOverdue: boolean
}

/** Work in the background whose last try failed, or that nobody takes up, by the id of its centre. */
export async function jobConditions(database: Database): Promise<ReadonlyMap<number, Condition[]>> {
  // As the owner: the queue of jobs is the library's own, one for all centres.
  const rows = await database.asOwner(async (tx) => {
    const found = await sql<Row>`
      with known as (
        select name, (data->>'centerId')::integer as center_id, state, start_after, completed_on from pgboss.job
        where data->>'centerId' ~ '^[0-9]{1,9}$'
      )
      select center_id as "centerId", name, false as "isOverdue" from (
        select distinct on (center_id, name) center_id, name, state from known
        where state in ('completed', 'failed') and completed_on > now() - interval '1 day' order by center_id, name, completed_on desc
      ) last where state = 'failed'
      union all
      select distinct center_id, name, true from known
      where state in ('created', 'retry') and start_after < now() - make_interval(mins => ${OVERDUE_MINUTES})
    `.execute(tx)
    return found.rows
  })
  const grouped = Map.groupBy(rows, ({ centerId }) => centerId)
  return new Map([...grouped].map(([centerId, list]) => [centerId, list.map(conditionOf)]))
}

function conditionOf({ name, isOverdue }: Row): Condition {
  const known = names[name] ?? { ru: name, en: name }
  return {
    kind: 'job',
    subject: `job ${name}${isOverdue ? ' overdue' : ''}`,
    state: 'bad',
    words: isOverdue
      ? { ru: `Работу никто не берёт: ${known.ru}`, en: `Nobody takes up work: ${known.en}` }
      : { ru: `Работа в фоне не удалась: ${known.ru}`, en: `Work in the background failed: ${known.en}` },
  }
}
