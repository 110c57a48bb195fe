import { Readable } from 'node:stream'

import { sql } from 'kysely'

import { schedule } from '@pult/contract/schedule'
import { scheduleReports } from '@pult/contract/schedule-reports'
import type { RosterProblem } from '@pult/engine/schedule'
import { addDays, createZone, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { refuseBeyondReach, seenBy } from '../people/index.ts'
import {
  API,
  conflict,
  notFound,
  tooLarge,
  type Caller,
  type Platform,
  type RequestProblem,
  type Tx,
} from '../platform/index.ts'
import { createFeed, deleteFeed, feedText, readFeed } from './calendar-feed.ts'
import { readFairness } from './fairness.ts'
import { importRoster } from './import-roster.ts'
import { readFormerShifts, readMyShifts } from './my-shifts.ts'
import type { OpenTables } from './open-tables.ts'
import { payRows } from './pay-rows.ts'
import { readKeptProblem } from './problem-cache.ts'
import { explainShift, readReport, type Explained } from './read-report.ts'
import { rosterFile } from './roster-file.ts'
import { readLaw } from './read-law.ts'
import { readRoster } from './roster-store.ts'
import { readShifts } from './shift-store.ts'
import { listShiftTemplates } from './shift-template.ts'
import type { TablePlace } from './table-stamps.ts'

const done = { done: true } as const
const DAYS_SHOWN = 28

type Today = (tx: Tx, centerId: number) => Promise<LocalDate>

/** Serves what a roster means: for the service, for pay, for fairness, for whoever works it, and as a file. */
export function serveReports(platform: Platform, tables: OpenTables, clock: () => number): void {
  const today: Today = async (tx, centerId) => createZone((await readCenter(tx, centerId)).timeZone).localDate(clock())
  serveMeaning(platform, tables, today)
  servePeoplesOwn(platform, clock, today)
  serveFiles(platform, tables)
}

async function readExplained(tx: Tx, centerId: number, rosterId: number): Promise<Explained> {
  const roster = await readRoster(tx, centerId, rosterId)
  const problem = await readKeptProblem(tx, centerId, rosterId)
  if (problem === null) throw notMade()
  return { roster, problem, shifts: await readShifts(tx, centerId, rosterId) }
}

const notMade = (): RequestProblem =>
  conflict('rosterIsMade', 'This roster is not made yet: there is nothing to tell of it.')

async function queueNames(tx: Tx, centerId: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ queueId: number; name: string }>`
    select queue_id::integer as "queueId", name from queue where center_id = ${centerId}`.execute(tx)
  return new Map(rows.map(({ queueId, name }) => [queueId, name]))
}

function serveMeaning({ http }: Platform, tables: OpenTables, today: Today): void {
  http.serve(scheduleReports.readCoverage, async ({ caller, params, query, readCenter: read }) => {
    const isMade = async (_tx: Tx, { stamps }: TablePlace): Promise<void> => {
      if (stamps.problem === '') throw notMade()
    }
    const { answer } = await tables.askAt(caller, params.rosterId, 'coverage', query, isMade)
    const names = await read((tx) => queueNames(tx, caller.centerId))
    const named = answer.queues.map((queue) => ({ ...queue, name: names.get(queue.queueId) ?? String(queue.queueId) }))
    return { ...answer, queues: named }
  })
  http.serve(scheduleReports.readReport, async ({ caller, params, query, readCenter: read }) =>
    readReport(await read((tx) => readExplained(tx, caller.centerId, params.rosterId)), query.isBrief === 'true'),
  )
  http.serve(scheduleReports.explainShift, async ({ caller, params, query, readCenter: read }) => {
    const explained = await read(async (tx) => {
      await refuseBeyondReach(tx, caller, query.agentId)
      return readExplained(tx, caller.centerId, params.rosterId)
    })
    return explainShift(explained, query.agentId, query.day)
  })
  http.serve(scheduleReports.readPayHours, ({ caller, params, readCenter: read }) =>
    read(async (tx) => {
      const roster = await readRoster(tx, caller.centerId, params.rosterId)
      const law = await readLaw(tx, caller.centerId, roster, await today(tx, caller.centerId))
      const shifts = await readShifts(tx, caller.centerId, params.rosterId, { seen: seenBy(caller, 's.agent_id') })
      return { rows: payRows(roster, law, shifts, caller.may('readPersonalData')) }
    }),
  )
  http.serve(scheduleReports.readFairness, ({ caller, query, readCenter: read }) =>
    read(async (tx) => {
      const year = query.year ?? Number((await today(tx, caller.centerId)).slice(0, 4))
      return readFairness(tx, caller, year)
    }),
  )
}

async function agentName(tx: Tx, centerId: number, agentId: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from agent where center_id = ${centerId} and agent_id = ${agentId}`.execute(tx)
  return rows[0]?.name ?? ''
}

function ownAgent({ agentId }: Caller): number {
  if (agentId === null) throw notFound('agent')
  return agentId
}

function servePeoplesOwn({ http, settings, database }: Platform, clock: () => number, today: Today): void {
  http.serve(scheduleReports.readMyShifts, ({ caller, query, readCenter: read }) =>
    read(async (tx) => {
      const { centerId } = caller
      const agentId = query.agentId ?? caller.agentId
      if (agentId === null) return { agent: null, shifts: [], former: [], feed: null }
      await refuseBeyondReach(tx, caller, agentId)
      const firstDay = query.firstDay ?? (await today(tx, centerId))
      const lastDay = query.lastDay ?? addDays(firstDay, DAYS_SHOWN - 1)
      const shifts = await readMyShifts(tx, centerId, { agentId, firstDay, lastDay })
      return {
        agent: { agentId, name: await agentName(tx, centerId, agentId) },
        shifts,
        former: await readFormerShifts(tx, centerId, { agentId, firstDay, lastDay, shifts }),
        // Whether she has a calendar address is nobody else’s business.
        feed: agentId === caller.agentId ? await readFeed(tx, centerId, agentId) : null,
      }
    }),
  )
  http.serve(scheduleReports.createFeed, ({ caller, request, inCenter, audit }) =>
    inCenter(async (tx) => {
      const agentId = ownAgent(caller)
      const name = await createFeed(tx, caller.centerId, agentId)
      await audit(tx, { act: 'schedule.feed.create', subject: `agent ${agentId}` })
      const server = settings.publicUrl ?? `${request.protocol}://${request.headers.host ?? ''}`
      return { address: new URL(`${API}/calendar/${name}`, server).href }
    }),
  )
  http.serve(scheduleReports.deleteFeed, ({ caller, inCenter, audit }) =>
    inCenter(async (tx) => {
      const agentId = ownAgent(caller)
      if (await deleteFeed(tx, caller.centerId, agentId))
        await audit(tx, { act: 'schedule.feed.delete', subject: `agent ${agentId}` })
      return done
    }),
  )
  http.serve(scheduleReports.readFeed, async ({ params }) => ({
    stream: Readable.from([await feedText(database, params.secret, clock())]),
    contentType: 'text/calendar; charset=utf-8',
  }))
}

function serveFiles({ http }: Platform, tables: OpenTables): void {
  http.serve(schedule.exportRoster, ({ caller, params, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { centerId } = caller
      const { rosterId } = params
      const roster = await readRoster(tx, centerId, rosterId)
      const shifts = await readShifts(tx, centerId, rosterId, { seen: seenBy(caller, 's.agent_id') })
      const problem = await readKeptProblem(tx, centerId, rosterId)
      const templates = await listShiftTemplates(tx, centerId)
      const zone = createZone((await readCenter(tx, centerId)).timeZone)
      const agents = new Map(problem?.agents.map(({ agentId, name }) => [Number(agentId), name]))
      const isAsked = await askedAgents(tx, centerId, query, problem)
      const facts = {
        name: `roster-${roster.firstDay}-v${roster.version}`,
        zone,
        agents,
        templates: new Map(templates.map(({ shiftTemplateId, name }) => [shiftTemplateId, name])),
      }
      await audit(tx, { act: 'schedule.roster.export', subject: `roster ${rosterId}`, detail: { ...query } })
      return rosterFile(shifts.filter(isAsked), facts, query)
    }),
  )
  http.serve(schedule.importRoster, async ({ caller, params, query, request, inCenter, audit }) => {
    const bytes = await bytesOf(request.body as Readable, schedule.importRoster.bodyLimit)
    return inCenter(async (tx) => {
      const { rosterId } = params
      const isTrial = query.isTrial === 'true'
      const given = { version: query.version, isTrial, bytes }
      const imported = await importRoster(tx, tables, caller, rosterId, given)
      if (imported.isApplied) {
        const { rows, added, changed, removed } = imported
        const detail = { rows, added, changed, removed }
        await audit(tx, { act: 'schedule.roster.import', subject: `roster ${rosterId}`, detail })
      }
      return imported
    })
  })
}

interface AgentFilter {
  readonly teamId?: number | undefined
  readonly queueId?: number | undefined
  readonly name?: string | undefined
}

/** Whether a shift is of an agent whom the page's filters let through. */
async function askedAgents(
  tx: Tx,
  centerId: number,
  { teamId, queueId, name = '' }: AgentFilter,
  problem: RosterProblem | null,
): Promise<(shift: { readonly agentId: number }) => boolean> {
  const sought = name.trim().toLocaleLowerCase()
  const { rows } = await sql<{ agentId: number }>`
    select agent_id as "agentId" from agent where center_id = ${centerId} and team_id = ${teamId ?? null}`.execute(tx)
  const ofTeam = teamId === undefined ? null : new Set(rows.map(({ agentId }) => agentId))
  const asked = new Set(
    (problem?.agents ?? [])
      .filter(
        (agent) =>
          (queueId === undefined || agent.queueIds.includes(String(queueId))) &&
          agent.name.toLocaleLowerCase().includes(sought),
      )
      .map(({ agentId }) => Number(agentId)),
  )
  const isPlain = queueId === undefined && sought === ''
  return ({ agentId }) => (isPlain || asked.has(agentId)) && ofTeam?.has(agentId) !== false
}

async function bytesOf(stream: Readable, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw tooLarge(`A roster file holds at most ${mostBytes / 1024 ** 2} MB.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
