import { createHash, timingSafeEqual } from 'node:crypto'

import type { FastifyInstance } from 'fastify'

import type { Database } from './database.ts'
import type { SlowQuery } from './slow-queries.ts'

const ADDRESS = '/metrics'
/** Seconds: from what feels like nothing to what feels broken. */
const DURATIONS = [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30]

type Row = { readonly value: number } & Readonly<Record<string, string | number>>

/** What is asked of the database when somebody looks: `value`, and a label in each other column. */
const figures = [
  {
    name: 'pult_jobs',
    help: 'Pieces of long work by kind and state',
    labels: ['kind', 'state'],
    sql: `select name as kind, state::text, count(*)::integer as value from pgboss.job
      where state in ('created', 'retry', 'active', 'failed') group by 1, 2`,
  },
  {
    name: 'pult_database_connections',
    help: 'Connections to the database by state',
    labels: ['state'],
    sql: `select coalesce(state, 'other') as state, count(*)::integer as value from pg_stat_activity
      where datname = current_database() group by 1`,
  },
  {
    name: 'pult_rollup_hours_due',
    help: 'Hours whose roll-ups are still to be computed from the facts',
    labels: [],
    sql: 'select count(*)::integer as value from rollup_due',
  },
  {
    name: 'pult_database_bytes',
    help: 'What the database takes on the disk',
    labels: [],
    sql: 'select pg_database_size(current_database()) as value',
  },
] as const

/** Questions to the database that took longer than `PULT_SLOW_QUERY`, by their form. */
const slowFigures: readonly { name: string; help: string; valueOf: (slow: SlowQuery) => number }[] = [
  { name: 'pult_slow_queries', help: 'Slow questions by form since the start', valueOf: ({ count }) => count },
  { name: 'pult_slow_query_seconds', help: 'What they took together', valueOf: ({ totalMs }) => totalMs / 1000 },
  { name: 'pult_slow_query_worst_seconds', help: 'What the slowest took', valueOf: ({ worstMs }) => worstMs / 1000 },
  {
    name: 'pult_slow_query_last_timestamp_seconds',
    help: 'When the last one ended',
    valueOf: ({ lastAt }) => Date.parse(lastAt) / 1000,
  },
]

/**
 * Figures for Prometheus at `/metrics`, for whoever shows the token: requests by route and status, the process, connections, work that
 * waits. No figure of a centre is among them. Without a token set there is no such address, and nothing of it is loaded.
 */
export async function serveMetrics(
  app: FastifyInstance,
  { ownerPool, slowQueries }: Pick<Database, 'ownerPool' | 'slowQueries'>,
  token: string | undefined,
): Promise<void> {
  if (token === undefined) return
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client')
  const register = new Registry()
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'pult_http_request_duration_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATIONS,
    registers: [register],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'page'
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  for (const figure of figures)
    register.registerMetric(
      new Gauge({
        name: figure.name,
        help: figure.help,
        labelNames: figure.labels,
        registers: [],
        async collect() {
          const { rows } = await ownerPool.query<Row>(figure.sql)
          this.reset()
          for (const { value, ...labels } of rows) this.set(labels as Record<string, string>, value)
        },
      }),
    )
  for (const { name, help, valueOf } of slowFigures)
    register.registerMetric(
      new Gauge({
        name,
        help,
        labelNames: ['query'],
        registers: [],
        collect() {
          this.reset()
          for (const slow of slowQueries()) this.set({ query: slow.form }, valueOf(slow))
        },
      }),
    )
  app.get(ADDRESS, async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`))
      return reply.status(401).header('www-authenticate', 'Bearer').send()
    return reply
      .type(register.contentType)
      .header('cache-control', 'no-store')
      .send(await register.metrics())
  })
}

/** In a time that does not tell how much of it was right. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
