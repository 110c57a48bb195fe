import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'
import {
  LawViolation,
  ObjectiveParts,
  PlannedShift,
  Roster,
  RosterDraft,
  RosterMember,
  RosterWeights,
  ShiftChange,
} from './schedule-roster.ts'

export { ShiftChange } from './schedule-roster.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
const Reason = z.string().trim().min(1).max(1000)
const Version = z.number().int().min(0)
type Nothing = Record<string, never>

export const ShiftEdit = z
  .object({
    /** Of the roster as it was read. */
    version: Version,
    changes: z.array(ShiftChange).min(1).max(200),
    /** True: says what would come of it and changes nothing. */
    isTrial: z.boolean().default(false),
  })
  .strict()
export type ShiftEdit = z.infer<typeof ShiftEdit>

/** Agents at their posts that a queue gains or loses. */
export const CoverageChange = z.object({
  queueId: z.number().int(),
  at: Instant,
  before: z.number(),
  after: z.number(),
  needed: z.number().nullable(),
})
export type CoverageChange = z.infer<typeof CoverageChange>

/** What came of an edit, or would. */
export const EditResult = z.object({
  version: Version,
  /** Shifts as they are now, and those that are gone. */
  shifts: z.array(PlannedShift),
  removed: z.array(z.number().int()),
  before: ObjectiveParts,
  after: ObjectiveParts,
  coverage: z.array(CoverageChange),
  /** Violations that came and those that went. */
  broken: z.array(LawViolation),
  cured: z.array(LawViolation),
  /** Of the whole roster, by severity. */
  violations: z.object({
    block: z.number().int(),
    warn: z.number().int(),
    pay: z.number().int(),
    info: z.number().int(),
  }),
})
export type EditResult = z.infer<typeof EditResult>

/** A line of a roster's change log. */
export const RosterChange = z.object({
  version: Version,
  kind: z.enum(['built', 'edit', 'undo', 'import', 'optimised']),
  changes: z.array(ShiftChange),
  shifts: z.number().int(),
  byName: z.string(),
  at: Instant,
  isUndone: z.boolean(),
})
export type RosterChange = z.infer<typeof RosterChange>

export const PublishRoster = z
  .object({
    version: Version,
    /** For each blocking rule that stays broken: why it is published all the same. */
    decisions: z.array(z.object({ key: z.string().min(1).max(200), reason: Reason }).strict()).max(5000),
  })
  .strict()
export type PublishRoster = z.infer<typeof PublishRoster>

/** A shift that differs between two rosters; null: there is none in that one. */
export const ShiftDifference = z.object({
  agentId: z.number().int(),
  agentName: z.string(),
  day: LocalDate,
  before: PlannedShift.nullable(),
  after: PlannedShift.nullable(),
  /** Days by the calendar from today, or from its publication, to the shift: as the law counts notice. */
  noticeDays: z.number().int().nullable(),
})
export type ShiftDifference = z.infer<typeof ShiftDifference>

export const importCodes = [
  'noTable',
  'noColumn',
  'noRows',
  'nobody',
  'otherName',
  'notADay',
  'outsideDays',
  'notATime',
  'sameTimes',
  'noTemplate',
  'breakWords',
  'breakPlace',
  'secondShift',
] as const
export const ImportProblem = z.object({
  row: z.number().int(),
  /** A column: agentId, agent, day, start, end, template, breaks, locked; empty: the file. */
  field: z.string(),
  code: z.enum(importCodes),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The same as a sentence. */
  reason: z.string(),
})
export type ImportProblem = z.infer<typeof ImportProblem>
/** Nothing is changed when a row has a problem. */
export const ImportedRoster = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  problems: z.array(ImportProblem),
  isApplied: z.boolean(),
  version: Version,
})
export type ImportedRoster = z.infer<typeof ImportedRoster>

const RosterParams = CenterParams.extend({ rosterId: Id })
type RosterParams = z.infer<typeof RosterParams>
const PairParams = RosterParams.extend({ otherId: Id })
type PairParams = z.infer<typeof PairParams>
const PartQuery = z.object({
  /** Days, both included; all where left out. */
  firstDay: LocalDate.optional(),
  lastDay: LocalDate.optional(),
  teamId: Id.optional(),
})
type PartQuery = z.infer<typeof PartQuery>
const ExportQuery = z.object({
  format: z.enum(['xlsx', 'csv']),
  language: z.enum(['ru', 'en']).default('ru'),
  /** Agents of this team, of this queue, with this in their names alone. */
  teamId: Id.optional(),
  queueId: Id.optional(),
  name: z.string().max(200).optional(),
})
type ExportQuery = z.infer<typeof ExportQuery>
const ImportQuery = z.object({
  /** Of the roster as it was exported. */
  version: z.coerce.number().int().min(0),
  isTrial: z.enum(['true', 'false']).default('false'),
})
type ImportQuery = z.infer<typeof ImportQuery>
const Continue = z.object({ seconds: z.number().int().min(1).max(7200), weights: RosterWeights.optional() }).strict()
type Continue = z.infer<typeof Continue>
const AtVersion = z.object({ version: Version }).strict()
type AtVersion = z.infer<typeof AtVersion>
const Revise = z.object({ reason: Reason }).strict()
type Revise = z.infer<typeof Revise>

interface ReadRoster {
  readonly roster: Roster
  readonly members: RosterMember[]
  readonly shifts: PlannedShift[]
}
interface Compared {
  readonly before: ObjectiveParts | null
  readonly after: ObjectiveParts | null
  readonly differences: ShiftDifference[]
}

interface ScheduleRoutes {
  readonly listRosters: Route<CenterParams, Nothing, Nothing, { readonly rosters: Roster[] }>
  readonly createRoster: Route<CenterParams, Nothing, RosterDraft, { readonly rosterId: number }>
  readonly readRoster: Route<RosterParams, PartQuery, Nothing, ReadRoster>
  readonly deleteRoster: Route<RosterParams, Nothing, Nothing, Done>
  readonly stopRoster: Route<RosterParams, Nothing, Nothing, Done>
  readonly continueRoster: Route<RosterParams, Nothing, Continue, Done>
  readonly editShifts: Route<RosterParams, Nothing, ShiftEdit, EditResult>
  readonly undoChange: Route<RosterParams, Nothing, AtVersion, EditResult>
  readonly listChanges: Route<RosterParams, Nothing, Nothing, { readonly changes: RosterChange[] }>
  readonly readViolations: Route<RosterParams, Nothing, Nothing, { readonly violations: LawViolation[] }>
  readonly publishRoster: Route<RosterParams, Nothing, PublishRoster, Done>
  readonly reviseRoster: Route<RosterParams, Nothing, Revise, { readonly rosterId: number }>
  readonly compareRosters: Route<PairParams, Nothing, Nothing, Compared>
  readonly exportRoster: Route<RosterParams, ExportQuery, Nothing, unknown>
  readonly importRoster: Route<RosterParams, ImportQuery, unknown, ImportedRoster>
}

/** Who works when. */
export const schedule: ScheduleRoutes = {
  listRosters: route('GET', '/centers/:centerId/rosters', {
    summary: 'All rosters and their editions, the newest first.',
    may: 'readRosters',
    params: CenterParams,
    reply: z.object({ rosters: z.array(Roster) }),
  }),
  createRoster: route('POST', '/centers/:centerId/rosters', {
    summary:
      'Makes a roster for a requirement. Answers at once; the work is a job whose progress, bound and best roster so far can be read at any time.',
    may: 'editSchedule',
    params: CenterParams,
    body: RosterDraft,
    reply: z.object({ rosterId: z.number().int() }),
  }),
  readRoster: route('GET', '/centers/:centerId/rosters/:rosterId', {
    summary: 'A roster with its members and shifts, of the agents the caller sees; the best so far while it is made.',
    may: 'readRosters',
    params: RosterParams,
    query: PartQuery,
    reply: z.object({ roster: Roster, members: z.array(RosterMember), shifts: z.array(PlannedShift) }),
  }),
  deleteRoster: route('DELETE', '/centers/:centerId/rosters/:rosterId', {
    summary: 'Throws a roster away that was not published; one that is being made stops.',
    may: 'editSchedule',
    params: RosterParams,
    reply: Done,
  }),
  stopRoster: route('POST', '/centers/:centerId/rosters/:rosterId/stop', {
    summary: 'Stops the making of a roster and keeps the best so far.',
    may: 'editSchedule',
    params: RosterParams,
    reply: Done,
  }),
  continueRoster: route('POST', '/centers/:centerId/rosters/:rosterId/continue', {
    summary: 'Goes on improving a draft from what it is now; locked shifts stay where they are.',
    may: 'editSchedule',
    params: RosterParams,
    body: Continue,
    reply: Done,
  }),
  editShifts: route('PATCH', '/centers/:centerId/rosters/:rosterId/shifts', {
    summary:
      'Changes shifts by hand, or tries it: answers with cost by parts, change of coverage, and rules of the law that break or heal.',
    may: 'editSchedule',
    params: RosterParams,
    body: ShiftEdit,
    reply: EditResult,
  }),
  undoChange: route('POST', '/centers/:centerId/rosters/:rosterId/undo', {
    summary: 'Undoes the last change of a draft that was not undone yet.',
    may: 'editSchedule',
    params: RosterParams,
    body: AtVersion,
    reply: EditResult,
  }),
  listChanges: route('GET', '/centers/:centerId/rosters/:rosterId/changes', {
    summary: 'Who changed what in a roster, the newest first.',
    may: 'readRosters',
    params: RosterParams,
    reply: z.object({ changes: z.array(RosterChange) }),
  }),
  readViolations: route('GET', '/centers/:centerId/rosters/:rosterId/violations', {
    summary: 'Rules of labour law that the roster breaks, as of now, with the decisions taken on them.',
    may: 'readRosters',
    params: RosterParams,
    reply: z.object({ violations: z.array(LawViolation) }),
  }),
  publishRoster: route('POST', '/centers/:centerId/rosters/:rosterId/publish', {
    summary:
      'Publishes a roster: from then on it is never changed. Refused while a blocking rule is broken on which no reasoned decision is given.',
    may: 'publishSchedule',
    params: RosterParams,
    body: PublishRoster,
    reply: Done,
  }),
  reviseRoster: route('POST', '/centers/:centerId/rosters/:rosterId/revise', {
    summary: 'Begins a new edition of a published roster, as a draft, with the reason for it.',
    may: 'editSchedule',
    params: RosterParams,
    body: Revise,
    reply: z.object({ rosterId: z.number().int() }),
  }),
  compareRosters: route('GET', '/centers/:centerId/rosters/:rosterId/compare/:otherId', {
    summary: 'What differs from this roster to another: shift by shift, with the notice people get, and in cost.',
    may: 'readRosters',
    params: PairParams,
    reply: z.object({
      before: ObjectiveParts.nullable(),
      after: ObjectiveParts.nullable(),
      differences: z.array(ShiftDifference),
    }),
  }),
  exportRoster: route('POST', '/centers/:centerId/rosters/:rosterId/export', {
    summary: 'A roster as a file: a row a shift.',
    may: 'readRosters',
    params: RosterParams,
    query: ExportQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  importRoster: route('POST', '/centers/:centerId/rosters/:rosterId/import', {
    summary:
      'Takes shifts of a draft from a file as `export` writes it, edited by hand: shifts of the agents in it are replaced. Says row, field and reason of what is wrong, and then changes nothing.',
    may: 'editSchedule',
    params: RosterParams,
    query: ImportQuery,
    reply: ImportedRoster,
    transport: 'upload',
    bodyLimit: 20 * 1024 * 1024,
  }),
}
