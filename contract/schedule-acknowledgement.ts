import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
type Nothing = Record<string, never>

/** What is kept of somebody who has read her shifts. Of an earlier edition it holds as long as no shift of hers is another. */
const read = {
  /** Null: she has not read these shifts. */
  acknowledgedAt: Instant.nullable(),
  /** The edition that she read. */
  acknowledgedEdition: z.number().int().nullable(),
}

/** A member of a published roster, and whether she has read it. */
export const RosterReader = z.object({
  agentId: z.number().int(),
  name: z.string(),
  teamName: z.string().nullable(),
  shifts: z.number().int(),
  ...read,
})
export type RosterReader = z.infer<typeof RosterReader>

/** A roster in force that holds an agent. */
export const MyRoster = z.object({
  rosterId: z.number().int(),
  name: z.string(),
  edition: z.number().int(),
  firstDay: LocalDate,
  lastDay: LocalDate,
  publishedAt: Instant,
  publishedByName: z.string().nullable(),
  ...read,
})
export type MyRoster = z.infer<typeof MyRoster>

const RosterParams = CenterParams.extend({ rosterId: Id })
type RosterParams = z.infer<typeof RosterParams>
const MineQuery = z.object({
  /** Somebody whom the caller sees; herself where left out. */
  agentId: Id.optional(),
})
type MineQuery = z.infer<typeof MineQuery>

interface AcknowledgementRoutes {
  readonly listMyRosters: Route<CenterParams, MineQuery, Nothing, { readonly rosters: MyRoster[] }>
  readonly acknowledgeRoster: Route<RosterParams, Nothing, Nothing, Done>
  readonly listReaders: Route<RosterParams, Nothing, Nothing, { readonly readers: RosterReader[] }>
}

/** Who has read which published roster. */
export const scheduleAcknowledgement: AcknowledgementRoutes = {
  listMyRosters: route('GET', '/centers/:centerId/my-rosters', {
    summary: 'Rosters in force that hold the caller, or an agent whom she sees, and end today or later.',
    may: 'readSchedule',
    params: CenterParams,
    query: MineQuery,
    reply: z.object({ rosters: z.array(MyRoster) }),
  }),
  acknowledgeRoster: route('POST', '/centers/:centerId/rosters/:rosterId/acknowledgement', {
    summary:
      'The caller has read her shifts in a roster in force. Said again it changes nothing; nobody says it for another.',
    may: 'readSchedule',
    params: RosterParams,
    reply: Done,
  }),
  listReaders: route('GET', '/centers/:centerId/rosters/:rosterId/acknowledgements', {
    summary: 'Members of a published roster whom the caller sees, and who of them has read it when.',
    may: 'readRosters',
    params: RosterParams,
    reply: z.object({ readers: z.array(RosterReader) }),
  }),
}
