import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { MailAddress } from './message-words.ts'
import {
  reportContents,
  ReportDocument,
  reportFormats,
  reportLanguages,
  reportProblems,
  reportRhythms,
} from './report-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

/** What a report is, to whom it goes, and when. */
export const ReportDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    content: z.enum(reportContents).default('management'),
    /** The saved view, where that is the content. */
    viewId: z.number().int().positive().nullable().default(null),
    rhythm: z.enum(reportRhythms).default('weekly'),
    /** Of the week, 1 is Monday; or of the month. Every day has none. */
    day: z.number().int().min(1).max(28).default(1),
    /** Minutes after midnight in the centre. */
    minute: z.number().int().min(0).max(1439).default(480),
    language: z.enum(reportLanguages).default('ru'),
    formats: z.array(z.enum(reportFormats)).min(1).max(2).default(['pdf', 'xlsx']),
    /** People of the centre, at the address each has when it is sent. Nobody: it is made and kept. */
    members: z.array(z.string().min(1).max(100)).max(200).default([]),
    mails: z.array(MailAddress).max(50).default([]),
    isOn: z.boolean().default(true),
    /** How many of it are kept; older ones go. */
    keep: z.number().int().min(1).max(400).default(60),
  })
  .strict()
  .refine(({ rhythm, day }) => rhythm !== 'weekly' || day <= 7, {
    path: ['day'],
    message: 'a week has seven days: give 1 to 7',
  })
  .refine(({ content, viewId }) => (content === 'view') === (viewId !== null), {
    path: ['viewId'],
    message: 'name the view of a report of one, and none for the report to management',
  })
export type ReportDraft = z.infer<typeof ReportDraft>

const Run = z.object({
  runId: z.number(),
  reportId: z.number(),
  firstDay: z.string(),
  lastDay: z.string(),
  /** `waiting` is being made. */
  status: z.enum(['waiting', 'made', 'failed']),
  problem: z.enum(reportProblems).nullable(),
  askedAt: z.string(),
  madeAt: z.string().nullable(),
  /** Who asked; empty where its time had come. */
  madeByName: z.string(),
  title: z.string(),
  files: z.array(z.object({ format: z.enum(reportFormats), bytes: z.number() })),
  /** Letters by what became of them. */
  sent: z.number(),
  underway: z.number(),
  notSent: z.number(),
})
export type ReportRun = z.infer<typeof Run>

const Report = z.object({
  ...ReportDraft.shape,
  reportId: z.number(),
  viewName: z.string().nullable(),
  nextAt: z.string().nullable(),
  madeByName: z.string(),
  last: Run.nullable(),
})
export type Report = z.infer<typeof Report>

const Reports = z.object({
  reports: z.array(Report),
  /** Whom of the centre a report can be sent to; nobody for those who may not change reports. */
  people: z.array(z.object({ userId: z.string(), name: z.string(), email: z.string() })),
  /** Whether letters can go out. */
  hasMail: z.boolean(),
})
export type Reports = z.infer<typeof Reports>

const Preview = z
  .object({
    content: z.enum(reportContents).default('management'),
    viewId: z.number().int().positive().nullable().default(null),
    rhythm: z.enum(reportRhythms).default('weekly'),
    language: z.enum(reportLanguages).default('ru'),
    /** A day of the period; the one that is over last unless said. */
    on: PlainDate.optional(),
  })
  .strict()
export type ReportPreview = z.infer<typeof Preview>

const DrawQuery = Preview.omit({ viewId: true, content: true }).extend({
  format: z.enum(reportFormats).default('pdf'),
})
type DrawQuery = z.infer<typeof DrawQuery>

const Make = z.object({ isSent: z.boolean().default(false) }).strict()
const FileQuery = z.object({ format: z.enum(reportFormats).default('pdf') }).strict()
const OfReport = CenterParams.extend({ reportId: Id })
const OfRun = CenterParams.extend({ runId: Id })
type Nothing = Record<string, never>
type OfReport = z.infer<typeof OfReport>
type OfRun = z.infer<typeof OfRun>

interface ReportsRoutes {
  readonly listReports: Route<CenterParams, Nothing, Nothing, Reports>
  readonly createReport: Route<CenterParams, Nothing, ReportDraft, { reportId: number }>
  readonly changeReport: Route<OfReport, Nothing, ReportDraft, Done>
  readonly deleteReport: Route<OfReport, Nothing, Nothing, Done>
  readonly previewReport: Route<CenterParams, Nothing, ReportPreview, ReportDocument>
  readonly drawReport: Route<CenterParams, DrawQuery, Nothing, unknown>
  readonly makeReport: Route<OfReport, Nothing, z.infer<typeof Make>, { runId: number }>
  readonly listRuns: Route<OfReport, Nothing, Nothing, { runs: ReportRun[] }>
  readonly readRun: Route<OfRun, Nothing, Nothing, ReportDocument>
  readonly keepRunFile: Route<OfRun, z.infer<typeof FileQuery>, Nothing, unknown>
  readonly sendRun: Route<OfRun, Nothing, Nothing, { messages: number }>
}

const all = '/centers/:centerId/reports'
const run = '/centers/:centerId/report-runs/:runId'

/** Reports to management. */
export const reports: ReportsRoutes = {
  listReports: route('GET', all, {
    summary: 'What is reported to whom and when, with the last one of each.',
    may: 'readReports',
    params: CenterParams,
    reply: Reports,
  }),
  createReport: route('POST', all, {
    summary: 'Reports the day, the week or the month that is over to a list of people, at a time of the centre.',
    may: 'editReports',
    params: CenterParams,
    body: ReportDraft,
    reply: z.object({ reportId: z.number() }),
  }),
  changeReport: route('PUT', `${all}/:reportId`, {
    summary: 'Changes what is reported, to whom or when; what has been made stays as it is.',
    may: 'editReports',
    params: OfReport,
    body: ReportDraft,
    reply: Done,
  }),
  deleteReport: route('DELETE', `${all}/:reportId`, {
    summary: 'Makes this report no more; those that are kept go with it.',
    may: 'editReports',
    params: OfReport,
    reply: Done,
  }),
  previewReport: route('POST', `${all}/preview`, {
    summary: 'A report as it would be made now; nothing is kept or sent.',
    may: 'editReports',
    params: CenterParams,
    body: Preview,
    reply: ReportDocument,
  }),
  drawReport: route('POST', `${all}/draw`, {
    summary: 'The report to management of a day, a week or a month as a file; nothing is kept or sent.',
    may: 'readReports',
    params: CenterParams,
    query: DrawQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  makeReport: route('POST', `${all}/:reportId/runs`, {
    summary: 'Makes the report now and keeps it; sends it where asked.',
    may: 'editReports',
    params: OfReport,
    body: Make,
    reply: z.object({ runId: z.number() }),
  }),
  listRuns: route('GET', `${all}/:reportId/runs`, {
    summary: 'The kept ones of a report, the newest first, with what became of their letters.',
    may: 'readReports',
    params: OfReport,
    reply: z.object({ runs: z.array(Run) }),
  }),
  readRun: route('GET', run, {
    summary: 'A kept report, to read.',
    may: 'readReports',
    params: OfRun,
    reply: ReportDocument,
  }),
  keepRunFile: route('POST', `${run}/file`, {
    summary: 'A kept report as PDF or workbook, byte for byte as it was made.',
    may: 'readReports',
    params: OfRun,
    query: FileQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  sendRun: route('POST', `${run}/send`, {
    summary: 'Sends a kept report to those who are on its list today.',
    may: 'editReports',
    params: OfRun,
    reply: z.object({ messages: z.number() }),
  }),
}
