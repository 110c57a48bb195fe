import type pg from 'pg'

/** A year of contacts in one centre, made by the database itself: the intake has a benchmark of its own. */
export interface YearOfContacts {
  readonly centerId: number
  readonly contacts: number
  /** The first day of the year; UTC days, whole. */
  readonly firstDay: string
  readonly days: number
  readonly queues: number
  readonly agents: number
}

/** Weights of Monday to Sunday. */
const WEEK = [1.2, 1.15, 1.1, 1.1, 1.05, 0.7, 0.6]
/** Weights of the hours 0 to 23 UTC: a working day with a morning's top, and a little at night. */
const DAY = [1, 1, 1, 2, 5, 9, 12, 14, 14, 13, 12, 12, 12, 11, 10, 8, 6, 5, 4, 3, 2, 2, 1, 1]

/** Fills the tables of facts and marks every hour as due. Connected as the owner. */
export async function fillYear(client: pg.ClientBase, year: YearOfContacts): Promise<void> {
  const { centerId, queues, agents, firstDay, days } = year
  await client.query('set synchronous_commit = off')
  await client.query('select setseed(0.42)')
  await client.query(`insert into source (center_id, source_id, name, kind) values ($1, 900, 'bench', 'api')`, [
    centerId,
  ])
  await client.query(
    `insert into queue (center_id, queue_id, name, channel)
     select $1, n, 'Queue ' || n, case when n % 10 = 0 then 'email' when n % 5 = 0 then 'chat' else 'voice' end from generate_series(1, $2::integer) n`,
    [centerId, queues],
  )
  await client.query(
    `insert into team (center_id, team_id, name) select $1, n, 'Team ' || n from generate_series(1, 15) n`,
    [centerId],
  )
  await client.query(
    `insert into agent (center_id, agent_id, name, team_id) select $1, n, 'Agent ' || n, 1 + n % 15 from generate_series(1, $2::integer) n`,
    [centerId, agents],
  )
  for (const parent of ['contact_leg', 'agent_state']) {
    await client.query("select pult_ensure_partitions($1, $2::timestamptz, $2::timestamptz + $3 * interval '1 day')", [
      parent,
      `${firstDay}T00:00:00Z`,
      days - 1,
    ])
  }
  await fillContacts(client, year)
  await fillStates(client, year)
  for (const kind of ['queue', 'agent', 'agentTime']) {
    await client.query(
      `insert into rollup_due (center_id, kind, hour) select $1, $2, $3::timestamptz + n * interval '1 hour' from generate_series(0, $4 * 24 - 1) n`,
      [centerId, kind, `${firstDay}T00:00:00Z`, days],
    )
  }
  await client.query('reset synchronous_commit')
  await client.query('analyze contact_leg')
  await client.query('analyze agent_state')
}

async function fillContacts(client: pg.ClientBase, year: YearOfContacts): Promise<void> {
  const { centerId, contacts, firstDay, days, queues, agents } = year
  const weekdayOfFirst = (new Date(`${firstDay}T00:00:00Z`).getUTCDay() + 6) % 7
  const weights = Array.from({ length: days }, (_, day) => WEEK[(weekdayOfFirst + day) % 7] ?? 1)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const hours = DAY.flatMap((weight, hour) => Array.from({ length: weight }, () => hour))
  let stored = 0
  let owed = 0
  for (const [day, weight] of weights.entries()) {
    owed += (contacts * weight) / whole
    const count = Math.round(owed) - stored
    stored += count
    await client.query(CONTACTS_OF_A_DAY, [
      centerId,
      firstDay,
      day,
      count,
      hours,
      queues,
      agents,
      Math.round(owed) - count,
    ])
  }
}

const CONTACTS_OF_A_DAY = `
  insert into contact_leg (center_id, offered_at, leg_id, source_id, source_key, contact_ref, leg, channel, direction, queue_id, agent_id,
    customer, customer_key, outcome, wait_ms, ring_ms, talk_ms, hold_ms, acw_ms)
  select $1, at, $8::bigint + n, 900, ($8::bigint + n)::text, ($8::bigint + n)::text, 1,
    case when queue % 10 = 0 then 'email' when queue % 5 = 0 then 'chat' else 'voice' end, 'inbound', queue,
    case when answered then 1 + (queue * 15 + floor(luck * 4000)::integer % 60) % $7::integer end,
    '+7900' || customer, '7900' || customer, case when answered then 'answered' else 'abandoned' end,
    wait, 3000, case when answered then (40000 + 300000 * luck * luck)::bigint else 0 end, 0,
    case when answered then (5000 + 40000 * luck)::integer else 0 end
  from (
    select n, $2::timestamptz + $3::integer * interval '1 day' + ($5::integer[])[1 + floor(random() * array_length($5::integer[], 1))::integer] * interval '1 hour'
        + random() * interval '3599 seconds' as at,
      1 + floor($6::integer * power(random(), 1.5))::integer as queue, random() >= 0.07 as answered, random() as luck,
      (-25000 * ln(1 - random()))::bigint as wait, lpad(floor(random() * 1500000)::text, 7, '0') as customer
    from generate_series(1, $4::integer) n
  ) drawn`

/** Every agent works five days of seven: one session of eight and a half hours and three pauses. */
async function fillStates(client: pg.ClientBase, { centerId, firstDay, days, agents }: YearOfContacts): Promise<void> {
  await client.query(
    `insert into agent_state (center_id, started_at, state_id, source_id, source_key, agent_id, state, ended_at)
     select $1, starts, row_number() over (), 900, agent || ' ' || starts, agent, state, starts + length from (
       select agent, state, $2::timestamptz + day * interval '1 day' + (5 + agent % 6) * interval '1 hour' + after as starts, length
       from generate_series(0, $3::integer - 1) day, generate_series(1, $4::integer) agent,
         (values ('session', interval '0', interval '510 minutes'), ('pause', interval '100 minutes', interval '15 minutes'),
           ('pause', interval '220 minutes', interval '30 minutes'), ('pause', interval '390 minutes', interval '15 minutes')) s (state, after, length)
       where (day + agent) % 7 < 5
     ) drawn`,
    [centerId, `${firstDay}T00:00:00Z`, days, agents],
  )
}
