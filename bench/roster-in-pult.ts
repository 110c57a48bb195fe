import pg from 'pg'

import { requiredAgents } from '@pult/engine/staffing'
import { addDays, createZone, dayKind, isoWeekday, type LocalDate } from '@pult/engine/time'

import type { BenchPult } from './open-pult.ts'
import { demandIn, rosterCenter, shapes, WITHIN_SECONDS } from './roster-center.ts'

// The made-up centre of the roster bench as a Pult keeps it: queues, people with agreements and leave, templates, a published requirement.

export interface CenterInPult {
  readonly agents: number
  readonly weeks: number
  /** A Monday. */
  readonly firstDay: LocalDate
}

const SLOT_MINUTES = 15
const HALF_HOUR = 30
const SEED = 1

/** Resolves to the requirement's id; its days are the weeks asked for. */
export async function fillCenter(
  { connectionString }: Pick<BenchPult, 'connectionString'>,
  centerId: number,
  asked: CenterInPult,
): Promise<number> {
  const { agents, weeks, firstDay } = asked
  const problem = rosterCenter({ agents, weeks, seed: SEED, firstDate: firstDay })
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const queueIds = await addQueues(client, centerId, problem)
    for (const agent of problem.agents) await addAgent(client, centerId, firstDay, agent)
    await addTemplates(client, centerId)
    return await keepRequirement(client, centerId, asked, queueIds)
  } finally {
    await client.end()
  }
}

type Problem = ReturnType<typeof rosterCenter>

async function addQueues(client: pg.Client, centerId: number, { queues }: Problem): Promise<number[]> {
  const ids: number[] = []
  for (const { queueId } of queues) {
    const { rows } = await client.query<{ id: number }>(
      `
      with q as (insert into queue (center_id, name, channel) values ($1, $2, 'voice') returning queue_id),
        s as (insert into skill (center_id, name) values ($3, $4) returning skill_id),
        both_ids as (insert into skill_queue (center_id, skill_id, queue_id) select $5, skill_id, queue_id from q, s)
      select queue_id as id from q
    `,
      [centerId, queueId, centerId, queueId, centerId],
    )
    ids.push(rows[0]?.id ?? 0)
  }
  return ids
}

const terms = {
  jurisdiction: 'RU',
  weekHours: 40,
  rate: 1,
  weekPattern: 'shifts',
  accountingMonths: 3,
  isNightWorkEqualised: true,
  isContinuousOperation: true,
  isSideJob: false,
  minShiftHours: null,
  maxShiftHours: 12,
  minWeekHours: null,
  maxWeekHours: null,
}

async function addAgent(
  client: pg.Client,
  centerId: number,
  firstDay: LocalDate,
  { name, queueIds, absences, costPerHour }: Problem['agents'][number],
): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `
    insert into agent (center_id, name) values ($1, $2) returning agent_id as id`,
    [centerId, name],
  )
  const agentId = rows[0]?.id ?? 0
  await client.query(
    `
    insert into agent_skill (center_id, agent_id, skill_id)
    select $1, $2, skill_id from skill where center_id = $3 and name = any($4::text[])
  `,
    [centerId, agentId, centerId, queueIds],
  )
  await client.query(
    `
    insert into agreement (center_id, agent_id, valid_from, terms, cost_per_hour)
    values ($1, $2, '2026-01-01', $3::jsonb, $4)
  `,
    [centerId, agentId, JSON.stringify(terms), costPerHour],
  )
  const perDay = 1440 / SLOT_MINUTES
  for (const { start, end } of absences)
    await client.query(
      `
      insert into absence (center_id, agent_id, kind, first_day, last_day, made_by_name)
      values ($1, $2, 'leave', $3, $4, 'Bench')
    `,
      [centerId, agentId, addDays(firstDay, start / perDay), addDays(firstDay, end / perDay - 1)],
    )
}

const minutes = (slots: number | undefined): number => (slots ?? 0) * SLOT_MINUTES

async function addTemplates(client: pg.Client, centerId: number): Promise<void> {
  for (const { name, starts, lengths, breaks, weekdays } of shapes) {
    const [start, next] = starts
    const [length, longer] = lengths
    const shape = {
      startFromMinute: minutes(start),
      startToMinute: minutes(starts.at(-1)),
      startStepMinutes: next === undefined ? 30 : minutes(next - (start ?? 0)),
      lengthFromMinutes: minutes(length),
      lengthToMinutes: minutes(lengths.at(-1)),
      lengthStepMinutes: longer === undefined ? 30 : minutes(longer - (length ?? 0)),
      breaks: breaks.map(({ kind, slots, isPaid, earliest, latest }) => ({
        kind,
        isPaid,
        minutes: minutes(slots),
        earliestMinute: minutes(earliest),
        latestMinute: minutes(latest),
      })),
      weekdays,
    }
    await client.query(
      `
      insert into shift_template (center_id, name, shape) values ($1, $2, $3::jsonb)`,
      [centerId, name, JSON.stringify(shape)],
    )
  }
}

async function keepRequirement(
  client: pg.Client,
  centerId: number,
  { agents, weeks, firstDay }: CenterInPult,
  queueIds: readonly number[],
): Promise<number> {
  const lastDay = addDays(firstDay, weeks * 7 - 1)
  const rules = queueIds.map((queueId) => ({
    queueId,
    work: 'calls',
    targetLevel: 0.8,
    withinSeconds: WITHIN_SECONDS,
    rule: 'neutral',
    maxAbandonment: null,
    maxOccupancy: null,
    maxAsaSeconds: null,
    patienceSeconds: 150,
    isPatienceEstimated: false,
    availability: 1,
    contactsAtOnce: 1,
    stretchPerExtra: 0,
    seenAtOnce: null,
    deadlineMinutes: null,
    backlog: null,
  }))
  const assumptions = { rules, shrinkage: [], isRateUncertain: false, backlogs: [], unknownDays: [] }
  const { rows } = await client.query<{ id: number }>(
    `
    insert into requirement (center_id, name, status, progress, basis, interval_minutes, first_day, last_day, assumptions, made_by, made_by_name, published_at)
    values ($1, 'Bench', 'published', 1, 'pastWeeks', $2, $3, $4, $5::jsonb, 'bench', 'Bench', now())
    returning requirement_id as id
  `,
    [centerId, HALF_HOUR, firstDay, lastDay, JSON.stringify(assumptions)],
  )
  const requirementId = rows[0]?.id ?? 0
  const intervals = queueIds.flatMap((queueId, queue) => intervalsOf(queueId, queue, { agents, weeks, firstDay }))
  await client.query(
    `
    insert into requirement_interval (center_id, requirement_id, queue_id, at, offered, aht_seconds, needed, scheduled, binding)
    select $1, $2, "queueId", at, offered, "ahtSeconds", needed, needed, '{}'
    from jsonb_to_recordset($3::jsonb)
      as given ("queueId" integer, at timestamptz, offered double precision, "ahtSeconds" double precision, needed integer)
  `,
    [centerId, requirementId, JSON.stringify(intervals)],
  )
  return requirementId
}

function intervalsOf(queueId: number, queue: number, { agents, weeks, firstDay }: CenterInPult) {
  const zone = createZone('Europe/Moscow')
  return Array.from({ length: weeks * 7 * 48 }, (_, place) => {
    const date = addDays(firstDay, Math.floor(place / 48))
    const day = { date, kind: dayKind(date, 'ru'), isoWeekday: isoWeekday(date), firstSlot: 0, slots: 96 }
    const slot = (place % 48) * 2
    const quarter = demandIn(queue, day, slot, agents)
    const demand = { ...quarter, offered: quarter.offered * 2, intervalSeconds: HALF_HOUR * 60 }
    const asked = requiredAgents(demand, {
      serviceLevel: { fraction: 0.8, withinSeconds: WITHIN_SECONDS, rule: 'neutral' },
    })
    return {
      queueId,
      at: new Date(zone.startOfDay(date) + slot * SLOT_MINUTES * 60_000).toISOString(),
      offered: demand.offered,
      ahtSeconds: demand.ahtSeconds,
      needed: asked.possible ? asked.agents : 0,
    }
  })
}
