import { setTimeout as rest } from 'node:timers/promises'

import type { RecomputeReport } from '@pult/contract/measures-recompute'
import pg from 'pg'

import { reachEmbeddedPostgres } from '../server/platform/postgres/index.ts'
import type { KilledPult } from './kill-server.ts'
import type { KillWork } from './kill-work.ts'

export interface Checked {
  readonly what: string
  readonly problem: string | null
}

const LONGEST_MS = 300_000

/** What must hold after all kills, asked of the database itself. */
export async function checkAll(pult: KilledPult, { centers, counts, logs }: KillWork): Promise<Checked[]> {
  const { connectionString, leave } = await reachEmbeddedPostgres(pult.folder)
  const client = new pg.Client({ connectionString })
  await client.connect()
  /** Rows that should not be; their number and the first is the problem. */
  const none = async (what: string, text: string, values: readonly unknown[]): Promise<Checked> => {
    const { rows } = await client.query<object>(text, [...values])
    return { what, problem: rows.length === 0 ? null : `${rows.length} rows, first ${JSON.stringify(rows[0])}` }
  }
  try {
    await untilNothingDue(client)
    const checks = [
      await none('no fact is there twice', TWICE, []),
      await none(`${counts.batches} contacts of batches: each is there once with its content`, BATCHES, [
        centers.batches,
        counts.batches,
      ]),
      await none(`${counts.spread} contacts over a thousand hours: each is there once`, COUNTED, [
        centers.spread,
        counts.spread,
      ]),
      await none(`${counts.channel} calls of the followed log: each is there once`, FOLLOWED, [
        centers.channel,
        counts.channel,
      ]),
      await none(`${logs.length} imports hold what undisturbed ones hold: contacts`, legsDiffer, [
        centers.logs,
        centers.control,
      ]),
      await none(`${logs.length} imports hold what undisturbed ones hold: agents' states`, statesDiffer, [
        centers.logs,
        centers.control,
      ]),
      await none('of undone imports nothing is left', LEFT, [centers.undo]),
      await none('no work is left lying in the queue of jobs', JOBS, []),
    ]
    for (const [name, centerId] of Object.entries(centers)) checks.push(await rollUpsOf(pult, name, centerId))
    return checks
  } finally {
    await client.end()
    await leave()
  }
}

async function untilNothingDue(client: pg.Client): Promise<void> {
  const until = performance.now() + LONGEST_MS
  for (;;) {
    const { rows } = await client.query<{ due: number }>('select count(*)::integer as due from rollup_due')
    if (rows[0]?.due === 0) return
    if (performance.now() > until) throw new Error(`${rows[0]?.due} hours are still due`)
    await rest(500)
  }
}

async function rollUpsOf(pult: KilledPult, name: string, centerId: number): Promise<Checked> {
  let [rows, differing] = [0, 0]
  const examples: string[] = []
  for (const [from, to] of [
    ['2015-01-01', '2015-07-01'],
    ['2015-07-01', '2016-01-01'],
    ['2016-01-01', '2016-07-01'],
    ['2026-01-01', '2026-07-01'],
    ['2026-07-01', '2026-12-31'],
  ]) {
    const report = await pult.post<RecomputeReport>(`/centers/${centerId}/measures/recompute`, { from, to, dry: true })
    for (const table of report.tables) {
      rows += table.rows
      differing += table.differing
    }
    examples.push(...report.examples)
  }
  return {
    what: `roll-ups of ${name} equal the facts (${rows} rows)`,
    problem: differing === 0 ? null : `${differing} differ: ${examples[0]}`,
  }
}

const TWICE = `
  select center_id, source_id, source_key, count(*) from contact_leg group by 1, 2, 3 having count(*) > 1
  union all select center_id, source_id, source_key, count(*) from agent_state group by 1, 2, 3 having count(*) > 1`

/** The same arithmetic as contactOf in kill-work.ts. */
const BATCHES = `
  with wanted as (
    select 'c' || n as key, timestamptz '2026-09-01T00:00:00Z' + n * interval '3 seconds' as at, 'Queue ' || n % 3 as queue, 'Agent ' || n % 120 as agent,
      case when n % 10 = 0 then 'abandoned' else 'answered' end as outcome, (n * 7919) % 60000 as wait, case when n % 10 = 0 then 0 else 180000 end as talk
    from generate_series(0, $2::bigint - 1) n
  ), stored as (
    select source_key as key, offered_at as at, q.name as queue, a.name as agent, outcome, wait_ms as wait, talk_ms as talk
    from contact_leg l join queue q using (center_id, queue_id) left join agent a using (center_id, agent_id) where center_id = $1
  )
  (select 'missing' as how, * from wanted except all select 'missing', * from stored)
  union all (select 'too many' as how, * from stored except all select 'too many', * from wanted)`

const COUNTED = `
  select count(*) as legs, count(distinct source_key) as keys from contact_leg where center_id = $1
  having count(*) <> $2::bigint or count(distinct source_key) <> $2::bigint`

const FOLLOWED = `
  select count(*) as legs, count(distinct contact_ref) as calls from contact_leg where center_id = $1 and outcome = 'abandoned'
  having count(*) <> $2::bigint or count(distinct contact_ref) <> $2::bigint`

const differ = (columns: string, from: string): string => {
  const of = (center: string): string => `select ${columns} from ${from} where f.center_id = ${center}`
  return `(${of('$1')} except all ${of('$2')}) union all (${of('$2')} except all ${of('$1')})`
}

const legsDiffer = differ(
  `source_key, contact_ref, leg, offered_at, customer, q.name as queue, a.name as agent, outcome, flow_reason, wait_ms, ring_ms, talk_ms, hold_ms, acw_ms,
    agent_no_answers, hung_up_by, transferred_to, flags`,
  'contact_leg f left join queue q using (center_id, queue_id) left join agent a using (center_id, agent_id)',
)
const statesDiffer = differ(
  'source_key, a.name as agent, state, r.name as reason, started_at, ended_at, flags',
  `agent_state f join agent a using (center_id, agent_id) left join pause_reason r using (center_id, pause_reason_id)`,
)

const LEFT = `
  select source_key from contact_leg where center_id = $1 union all select source_key from agent_state where center_id = $1
  union all select source_key from contact_key where center_id = $1 union all select source_key from state_key where center_id = $1`

const JOBS = `select name, state::text, data from pgboss.job where state in ('created', 'retry', 'active', 'failed') and data ? 'centerId'`
