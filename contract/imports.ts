import { z } from 'zod'

import { channels, directions, flowReasons, outcomes, qualityFlags } from '@pult/engine/contacts'

import { CenterParams, Done, Id, route, type Route } from './route.ts'

const Instant = z.iso.datetime({ offset: true })
const Name = z.string().trim().min(1).max(200)
/** Letters of a column's name. */
export const LONGEST_COLUMN = 200
/** Conditions by which a mapping leaves rows out. */
export const MOST_FILTERS = 20
const Column = z.string().min(1).max(LONGEST_COLUMN)
type None = Record<string, never>

export const importKinds = ['queueLog', 'csv', 'xlsx'] as const
export const ImportKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof ImportKind>

export const timeFormats = ['auto', 'dmy', 'mdy', 'ymd', 'yymmdd', 'epochSeconds', 'epochMs'] as const

/** A moment: one column, or date and time in two; the first list that is not empty in a row is taken. */
export const MomentField = z.object({
  anyOf: z.array(z.array(Column).min(1).max(2)).min(1).max(4),
  format: z.enum(timeFormats).default('auto'),
})
export type MomentField = z.infer<typeof MomentField>

export const DurationField = z.object({
  column: Column,
  unit: z.enum(['seconds', 'milliseconds', 'clock']).default('seconds'),
})
export type DurationField = z.infer<typeof DurationField>

/** A value of a column, through a table of values where given; or a constant. */
export const TextField = z.object({
  column: Column.optional(),
  constant: z.string().max(200).optional(),
  values: z.record(z.string(), z.string()).optional(),
  /** Only what stands before the last of these: `-` makes `SIP/301` of the channel `SIP/301-00000004`. */
  beforeLast: z.string().length(1).optional(),
})
export type TextField = z.infer<typeof TextField>

/** How the columns of a file become contacts. */
export const Mapping = z.object({
  /** One character; `tab` is "\t". Guessed from the file when left out. */
  delimiter: z.string().length(1).optional(),
  /** Whether the first row holds names; without it columns are called `1`, `2`, … */
  header: z.boolean().default(true),
  sheet: z.string().max(100).optional(),
  /** Of the times in the file; the centre's when left out. */
  timeZone: z.string().max(60).optional(),
  /** Columns that together tell one row from all others. Without any, the row's content does. */
  key: z.array(Column).max(8),
  contactRef: z.array(Column).max(8).optional(),
  /**
   * Columns that the rows of one contact share, where a source writes several: every telephone that rang, every conversation.
   * Those rows become one contact, with a leg for each conversation.
   */
  joinBy: z.array(Column).max(8).optional(),
  offeredAt: MomentField,
  /** A row whose every time of offering is empty: rejected, or left out as never offered (hung up in the voice menu). */
  withoutTime: z.enum(['reject', 'leaveOut']).optional(),
  answeredAt: MomentField.optional(),
  endedAt: MomentField.optional(),
  wait: DurationField.optional(),
  talk: DurationField.optional(),
  hold: DurationField.optional(),
  acw: DurationField.optional(),
  queue: TextField.optional(),
  agent: TextField.optional(),
  customer: TextField.optional(),
  topic: TextField.optional(),
  /** Values: answered, abandoned, flowedOut, unreached. Without it: answered where there is talk or an answer. */
  outcome: TextField.optional(),
  /** Values of both are the words of ContactRecord, or words for them that are known; a row with another one is rejected. */
  channel: TextField.default({ constant: 'voice' }),
  direction: TextField.default({ constant: 'inbound' }),
  /** Values that mean "nothing there": 0:00:00, NO_SERVER. */
  emptyValues: z.array(z.string().max(100)).max(50).default([]),
  /** Rows are left out where the column holds one of `not`, or none of `only`. */
  filters: z
    .array(z.object({ column: Column, not: z.array(z.string()).optional(), only: z.array(z.string()).optional() }))
    .max(MOST_FILTERS)
    .default([]),
})
export type Mapping = z.infer<typeof Mapping>
export type MappingInput = z.input<typeof Mapping>

/** The problem of an import that failed through no fault of its file. */
export const BROKEN_IMPORT = 'Something went wrong in Pult itself; the log has the details. Nothing was kept.'

/** The problem of an import whose undoing was given up. */
export const BROKEN_UNDO =
  'Undoing this import was given up: the server ended each time it worked on it. Part of it may be gone. Undo it again.'

export const Finding = z.object({
  kind: z.enum(['rejected', 'repaired', 'flagged', 'conflict']),
  rowNumber: z.number().nullable(),
  field: z.string().nullable(),
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.infer<typeof Finding>

/** The data-quality report of an import. */
export const ImportReport = z.object({
  /** Lines or rows of the file. */
  read: z.number(),
  /** Facts stored by this import. */
  accepted: z.number(),
  duplicates: z.number(),
  completed: z.number(),
  corrected: z.number(),
  /** By code. */
  rejected: z.record(z.string(), z.number()),
  repaired: z.record(z.string(), z.number()),
  flagged: z.record(z.string(), z.number()),
  conflicts: z.number(),
  /** Rows left out because the mapping says so, or lines that tell nothing about contacts. */
  leftOut: z.number(),
  from: Instant.nullable(),
  to: Instant.nullable(),
  contacts: z.number(),
  states: z.number(),
  byQueue: z.record(
    z.string(),
    z.object({ offered: z.number(), answered: z.number(), abandoned: z.number(), flowedOut: z.number() }),
  ),
  byEvent: z.record(z.string(), z.number()),
  /** Stretches with no data at all although there should be some. Missing is not zero. */
  gaps: z.array(z.object({ from: Instant, to: Instant })),
  created: z.object({ queues: z.array(z.string()), agents: z.number(), pauseReasons: z.array(z.string()) }),
  encoding: z.string(),
  timeZone: z.string(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const Import = z.object({
  importId: z.number(),
  kind: z.enum([...importKinds, 'api', 'demo']),
  sourceName: z.string(),
  fileName: z.string(),
  fileBytes: z.number().nullable(),
  status: z.enum(['waiting', 'reading', 'rollingUp', 'done', 'failed', 'cancelling', 'cancelled', 'undoing', 'undone']),
  dryRun: z.boolean(),
  /** Of the work in hand, 0 to 1. */
  progress: z.number(),
  rowsRead: z.number(),
  report: ImportReport.nullable(),
  problem: z.string().nullable(),
  createdByName: z.string(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
})
export type Import = z.infer<typeof Import>

export const Preview = z.object({
  kind: ImportKind,
  encoding: z.string(),
  /** Names of sheets, for workbooks. */
  sheets: z.array(z.string()),
  /** Names of columns, for tables. */
  columns: z.array(z.string()),
  /** The first rows as they are. */
  rows: z.array(z.array(z.string())),
  mapping: Mapping.nullable(),
  /** Why it was guessed so: a code and the column. */
  reasons: z.array(
    z.object({ field: z.string(), column: z.string(), reason: z.enum(['name', 'content', 'template']) }),
  ),
  /** The first contacts that come of it. */
  contacts: z.array(
    z.object({
      offeredAt: Instant,
      queue: z.string().nullable(),
      agent: z.string().nullable(),
      channel: z.enum(channels),
      direction: z.enum(directions),
      outcome: z.enum(outcomes),
      flowReason: z.enum(flowReasons).nullable(),
      waitSeconds: z.number(),
      talkSeconds: z.number(),
      flags: z.array(z.enum(qualityFlags)),
    }),
  ),
  findings: z.array(Finding),
})
export type Preview = z.infer<typeof Preview>

export const StartImport = z.object({
  uploadId: z.string().regex(/^[\w-]{10,60}$/),
  fileName: Name,
  kind: ImportKind,
  mapping: Mapping.optional(),
  /** What the file comes from; files of one source complete each other. */
  sourceName: Name.optional(),
  dryRun: z.boolean().default(false),
  onConflict: z.enum(['reject', 'replace']).default('reject'),
})
export type StartImport = z.infer<typeof StartImport>

export const Template = z.object({ templateId: z.number(), name: Name, mapping: Mapping })
export type Template = z.infer<typeof Template>

const ImportParams = CenterParams.extend({ importId: Id })
const TemplateParams = CenterParams.extend({ templateId: Id })
const FindingsQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })
const PreviewBody = z.object({
  uploadId: z.string().regex(/^[\w-]{10,60}$/),
  kind: ImportKind.optional(),
  mapping: Mapping.optional(),
  /** Of a workbook, where the mapping is still to be guessed. */
  sheet: z.string().max(100).optional(),
})

interface ImportRoutes {
  readonly upload: Route<CenterParams, None, None, { uploadId: string; bytes: number }>
  readonly preview: Route<CenterParams, None, z.infer<typeof PreviewBody>, Preview>
  readonly startImport: Route<CenterParams, None, StartImport, { importId: number }>
  readonly listImports: Route<CenterParams, None, None, { imports: Import[] }>
  readonly readImport: Route<z.infer<typeof ImportParams>, None, None, Import>
  readonly listFindings: Route<
    z.infer<typeof ImportParams>,
    z.infer<typeof FindingsQuery>,
    None,
    { findings: Finding[]; next: number | null }
  >
  readonly cancelImport: Route<z.infer<typeof ImportParams>, None, None, Done>
  readonly undoImport: Route<z.infer<typeof ImportParams>, None, None, Done>
  readonly listTemplates: Route<CenterParams, None, None, { templates: Template[] }>
  readonly saveTemplate: Route<CenterParams, None, { name: string; mapping: Mapping }, { templateId: number }>
  readonly deleteTemplate: Route<z.infer<typeof TemplateParams>, None, None, Done>
}

/** Contact history in: upload, look, import, undo. */
export const imports: ImportRoutes = {
  upload: route('POST', '/centers/:centerId/uploads', {
    summary: 'Takes a file as a raw stream (application/octet-stream), to be looked at and imported.',
    may: 'importContacts',
    params: CenterParams,
    reply: z.object({ uploadId: z.string(), bytes: z.number() }),
    transport: 'upload',
    bodyLimit: Number.MAX_SAFE_INTEGER,
  }),
  preview: route('POST', '/centers/:centerId/imports/preview', {
    summary: 'What the file is, how its columns would be read, and the first contacts that come of it. Stores nothing.',
    may: 'importContacts',
    params: CenterParams,
    body: PreviewBody,
    reply: Preview,
  }),
  startImport: route('POST', '/centers/:centerId/imports', {
    summary: 'Starts reading the file as a job.',
    may: 'importContacts',
    params: CenterParams,
    body: StartImport,
    reply: z.object({ importId: z.number() }),
  }),
  listImports: route('GET', '/centers/:centerId/imports', {
    summary: 'The last hundred imports.',
    may: 'importContacts',
    params: CenterParams,
    reply: z.object({ imports: z.array(Import) }),
  }),
  readImport: route('GET', '/centers/:centerId/imports/:importId', {
    summary: 'One import with progress and data-quality report.',
    may: 'importContacts',
    params: ImportParams,
    reply: Import,
  }),
  listFindings: route('GET', '/centers/:centerId/imports/:importId/findings', {
    summary: 'Rows rejected, repaired or flagged, in order, five hundred at a time.',
    may: 'importContacts',
    params: ImportParams,
    query: FindingsQuery,
    reply: z.object({ findings: z.array(Finding), next: z.number().nullable() }),
  }),
  cancelImport: route('POST', '/centers/:centerId/imports/:importId/cancel', {
    summary: 'Stops a running import and takes back what it had stored.',
    may: 'importContacts',
    params: ImportParams,
    reply: Done,
  }),
  undoImport: route('POST', '/centers/:centerId/imports/:importId/undo', {
    summary: 'Takes a finished import back, whole. Facts that another import also holds stay.',
    may: 'importContacts',
    params: ImportParams,
    reply: Done,
  }),
  listTemplates: route('GET', '/centers/:centerId/mapping-templates', {
    summary: 'Kept mappings.',
    may: 'importContacts',
    params: CenterParams,
    reply: z.object({ templates: z.array(Template) }),
  }),
  saveTemplate: route('POST', '/centers/:centerId/mapping-templates', {
    summary: 'Keeps a mapping under a name.',
    may: 'importContacts',
    params: CenterParams,
    body: z.object({ name: Name, mapping: Mapping }),
    reply: z.object({ templateId: z.number() }),
  }),
  deleteTemplate: route('DELETE', '/centers/:centerId/mapping-templates/:templateId', {
    summary: 'Forgets a mapping.',
    may: 'importContacts',
    params: TemplateParams,
    reply: Done,
  }),
}
