import { sql } from 'kysely'

import { madeUpProfessions, makeUpVacancies, type MadeUpVacancy } from '@pult/engine/market'
import { addDays, type LocalDate } from '@pult/engine/time'

import type { Database, Tx } from '../platform/index.ts'
import { recountFrom } from './count-snapshot.ts'
import { createPost } from './post-store.ts'
import { changeSnapshot, createSnapshot, linkVacancies } from './snapshot-store.ts'
import { createSpecialisation } from './specialisation-store.ts'
import type { VacancyRecord } from './vacancy-record.ts'
import { keepVacancies } from './vacancy-store.ts'

const WEEKS = 16
const MADE_BY = 'Пульт'
const RUSSIA = '113'

/** What is looked at, and what the demonstration's own people of that kind are paid and can do. */
const plans = [
  {
    name: 'Руководитель контактного центра',
    kind: 'position',
    of: 'head',
    count: 900,
    post: {
      title: 'Руководитель контактного центра',
      people: 1,
      monthlyPay: 165_000,
      isGross: true,
      skills: ['управление персоналом', 'обучение персонала', 'работа в команде', 'ms excel', 'контроль качества'],
    },
  },
  {
    name: 'Супервайзер',
    kind: 'level',
    of: 'supervisor',
    count: 500,
    post: {
      title: 'Супервайзер группы',
      people: 9,
      monthlyPay: 64_000,
      isGross: true,
      skills: ['обучение персонала', 'контроль качества', 'грамотная речь', 'прослушивание звонков'],
    },
  },
  {
    name: 'Оператор',
    kind: 'profession',
    of: 'operator',
    count: 900,
    post: {
      title: 'Оператор линии',
      people: 112,
      monthlyPay: 38_500,
      isGross: true,
      skills: ['грамотная речь', 'пользователь пк', 'входящие звонки', 'клиентоориентированность'],
    },
  },
] as const

/** Gives the demonstration a market: made-up vacancies of sixteen weeks, marked as such. Does nothing where somebody has begun one. */
export async function keepMadeUp(database: Database, centerId: number, today: LocalDate): Promise<void> {
  for (const { name, kind, of, count, post } of plans) {
    const profession = madeUpProfessions[of]
    const made = makeUpVacancies(profession, { seed: `рынок-${of}`, count, weeks: WEEKS })
    // One specialisation a transaction: contacts that arrive meanwhile do not wait for long.
    await database.inCenter({ centerId }, async (tx) => {
      const { rows } =
        await sql`select 1 from market_specialisation where center_id = ${centerId} and name = ${name}`.execute(tx)
      if (rows.length > 0) return
      const draft = { name, kind, titles: [...profession.titles], excluded: [], areaId: RUSSIA, isWeekly: false }
      const specialisationId = await createSpecialisation(tx, centerId, draft)
      await keepWeeks(tx, { centerId, specialisationId, today }, made)
      await createPost(tx, centerId, { specialisationId, ...post, skills: [...post.skills] })
    })
  }
}

interface Place {
  readonly centerId: number
  readonly specialisationId: number
  readonly today: LocalDate
}

async function keepWeeks(
  tx: Tx,
  { centerId, specialisationId, today }: Place,
  made: readonly MadeUpVacancy[],
): Promise<void> {
  const first = addDays(today, -7 * (WEEKS - 1))
  const records = made.map((vacancy) => recordOf(vacancy, first))
  await keepVacancies(tx, centerId, records, first)
  const { rows } = await sql<{ id: number; externalId: string }>`
    select vacancy_id as id, external_id as "externalId" from market_vacancy
    where center_id = ${centerId} and source = 'file' and external_id = any(${records.map(({ externalId }) => externalId)}::text[])`.execute(
    tx,
  )
  const idOf = new Map(rows.map(({ id, externalId }) => [externalId, id]))
  for (let week = 0; week < WEEKS; week++) {
    const takenOn = addDays(first, 7 * week)
    const active = made.filter(({ fromWeek, toWeek }) => fromWeek <= week && week < toWeek)
    const snapshotId = await createSnapshot(tx, centerId, {
      specialisationId,
      takenOn,
      cause: 'demo',
      madeByName: MADE_BY,
    })
    await linkVacancies(
      tx,
      centerId,
      snapshotId,
      active.flatMap(({ id }) => idOf.get(id) ?? []),
      takenOn,
    )
    await changeSnapshot(tx, centerId, snapshotId, { status: 'done', progress: 1 })
  }
  // They were put in as of the first day, and each was seen first when it came.
  await sql`
    update market_vacancy v set first_seen = seen.first from (
      select s.vacancy_id, min(n.taken_on) as first from market_snapshot n
        join market_snapshot_vacancy s on s.center_id = n.center_id and s.snapshot_id = n.snapshot_id
      where n.center_id = ${centerId} and n.specialisation_id = ${specialisationId} group by s.vacancy_id) seen
    where v.center_id = ${centerId} and v.vacancy_id = seen.vacancy_id
  `.execute(tx)
  await sql`delete from market_vacancy v where center_id = ${centerId} and is_made_up
    and not exists (select 1 from market_snapshot_vacancy s where s.center_id = v.center_id and s.vacancy_id = v.vacancy_id)`.execute(
    tx,
  )
  await recountFrom(tx, centerId, specialisationId, first)
}

function recordOf(vacancy: MadeUpVacancy, first: LocalDate): VacancyRecord {
  const { id, title, employer, city, pay, experience, schedule, skills, fromWeek } = vacancy
  return {
    source: 'file',
    externalId: id,
    link: null,
    title,
    employer,
    areaId: null,
    city,
    publishedAt: `${addDays(first, 7 * fromWeek)}T09:00:00.000Z`,
    pay,
    experience,
    schedule,
    skills,
    isDerived: false,
    isMadeUp: true,
    raw: { madeUp: true },
  }
}

/** Whether the vacancies of a specialisation are the demonstration's. */
export async function isMadeUp(tx: Tx, centerId: number, specialisationId: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from market_snapshot where center_id = ${centerId} and specialisation_id = ${specialisationId} and cause = 'demo' limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
