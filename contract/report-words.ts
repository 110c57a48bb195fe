import { z } from 'zod'

/** What a report holds: the two pages for management, or a saved view of Measures. */
export const reportContents = ['management', 'view'] as const
/** How often it is made, and so what it is about: the day, the week or the month that is over. */
export const reportRhythms = ['daily', 'weekly', 'monthly'] as const
export type ReportRhythm = (typeof reportRhythms)[number]
export const reportFormats = ['pdf', 'xlsx'] as const
export type ReportFormat = (typeof reportFormats)[number]
export const reportLanguages = ['ru', 'en'] as const
export type ReportLanguage = (typeof reportLanguages)[number]

/** `viewGone`: the saved view has been deleted; `failed`: see the server's log. */
export const reportProblems = ['viewGone', 'failed', 'givenUp'] as const

/** A cell as it is read, and the number behind it with the format a workbook gives it. */
export const ReportCell = z.object({
  text: z.string(),
  value: z.number().nullable(),
  format: z.string().nullable(),
})
export type ReportCell = z.infer<typeof ReportCell>

export const ReportTable = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(ReportCell)),
  /** The last row is the sum of the others. */
  hasTotal: z.boolean(),
})
export type ReportTable = z.infer<typeof ReportTable>

export const ReportLine = z.object({
  text: z.string(),
  /** Where it is seen in Pult, below `/c/ID`; null where nowhere. */
  path: z.string().nullable(),
})
export type ReportLine = z.infer<typeof ReportLine>

/** A drawing with its description in words. */
export const ReportChart = z.object({ label: z.string(), svg: z.string() })
export type ReportChart = z.infer<typeof ReportChart>

export const ReportSection = z.object({
  title: z.string(),
  lines: z.array(ReportLine),
  charts: z.array(ReportChart),
  tables: z.array(ReportTable),
})
export type ReportSection = z.infer<typeof ReportSection>

/** A report as it is read: what its page, PDF and workbook are made from, in one language. */
export const ReportDocument = z.object({
  title: z.string(),
  language: z.enum(reportLanguages),
  lines: z.array(z.string()),
  sections: z.array(ReportSection),
  /** Of every measure in it, with its version. */
  definitions: z.array(z.object({ reference: z.string(), name: z.string(), formula: z.string() })),
  definitionsTitle: z.string(),
})
export type ReportDocument = z.infer<typeof ReportDocument>
