import { z } from 'zod'

import type { Resume } from '@pult/engine/career'

import { OfLetter, OfResume, ResumeShape } from './career-words.ts'
import { CenterParams, route, type Route } from './route.ts'

export const documentFormats = ['docx', 'pdf', 'md'] as const
export type DocumentFormat = (typeof documentFormats)[number]
const DocumentQuery = z.object({ format: z.enum(documentFormats) }).strict()
type DocumentQuery = z.infer<typeof DocumentQuery>

const FileName = z.object({ name: z.string().max(200).default('resume') }).strict()
type FileName = z.infer<typeof FileName>

/** What to look after by hand: no headings that are known, jobs without periods, pages of a PDF that are pictures. */
const ReadResumeWarning = z.object({
  code: z.enum(['noSections', 'jobsWithoutPeriods', 'pagesWithoutText']),
  pages: z.array(z.number()).readonly().optional(),
})
export type ReadResumeWarning = z.infer<typeof ReadResumeWarning>

export interface ReadResumeReply {
  readonly resume: Partial<Resume>
  readonly leftOver: readonly string[]
  readonly warnings: readonly ReadResumeWarning[]
}
const ReadResumeReply: z.ZodType<ReadResumeReply> = z.object({
  resume: z.custom<Partial<Resume>>(),
  leftOver: z.array(z.string()),
  warnings: z.array(ReadResumeWarning),
})

const ResumePages = z.object({
  pages: z.number(),
  /** Letters that no font of the PDF has (Chinese, some emoji): printed as boxes. DOCX leaves them to the reader's fonts. */
  missingLetters: z.array(z.string()),
})
type ResumePages = z.infer<typeof ResumePages>

type None = Record<string, never>
export interface CareerDocumentRoutes {
  readonly resumePages: Route<OfResume, None, None, ResumePages>
  readonly resumeFile: Route<OfResume, DocumentQuery, None, unknown>
  readonly readResumeFile: Route<CenterParams, FileName, None, ReadResumeReply>
  readonly renderResume: Route<CenterParams, DocumentQuery, Resume, unknown>
  readonly letterFile: Route<OfLetter, DocumentQuery, None, unknown>
}

const home = '/centers/:centerId/career'
const FILE_BYTES = 10 * 1024 * 1024

export const careerDocumentRoutes: CareerDocumentRoutes = {
  resumePages: route('GET', `${home}/resumes/:resumeId/pages`, {
    summary: 'How many A4 pages the résumé takes as PDF, and which letters cannot be printed.',
    may: 'writeResume',
    params: OfResume,
    reply: ResumePages,
  }),
  resumeFile: route('GET', `${home}/resumes/:resumeId/file`, {
    summary: 'The résumé as DOCX, PDF or Markdown. Lines that wait to be filled are left out.',
    may: 'writeResume',
    params: OfResume,
    query: DocumentQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  readResumeFile: route('POST', `${home}/files`, {
    summary: 'Reads a résumé from DOCX, PDF or text. Keeps nothing; what was not recognised is given back as it stood.',
    may: 'writeResume',
    params: CenterParams,
    query: FileName,
    reply: ReadResumeReply,
    transport: 'upload',
    bodyLimit: FILE_BYTES,
  }),
  renderResume: route('POST', `${home}/render`, {
    summary: 'A résumé given as data, as DOCX, PDF or Markdown. Keeps nothing.',
    may: 'writeResume',
    params: CenterParams,
    query: DocumentQuery,
    body: ResumeShape,
    reply: z.unknown(),
    transport: 'file',
  }),
  letterFile: route('GET', `${home}/letters/:letterId/file`, {
    summary: 'A letter as DOCX, PDF or Markdown.',
    may: 'writeResume',
    params: OfLetter,
    query: DocumentQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
}
