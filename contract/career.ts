import { z } from 'zod'

import { careerDocumentRoutes, type CareerDocumentRoutes } from './career-documents.ts'
import { careerResultRoutes, type CareerResultRoutes } from './career-results.ts'
import {
  Letter,
  LetterChange,
  LetterDraft,
  OfLetter,
  OfResume,
  ResumeChange,
  ResumeDraft,
  ResumeSummary,
} from './career-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

export interface ResumeReply {
  readonly resumeId: number
  readonly draft: ResumeDraft
  readonly version: number
  readonly changedAt: string
  readonly letters: readonly Letter[]
}
const ResumeReply: z.ZodType<ResumeReply> = z.object({
  resumeId: z.number(),
  draft: ResumeDraft,
  version: z.number(),
  changedAt: z.string(),
  letters: z.array(Letter),
})

const AskedSkill = z.object({
  name: z.string(),
  naming: z.number(),
  named: z.number(),
  /** Other names that the market counts as this one. */
  others: z.array(z.string()),
})

export const SkillsOfMarket = z.object({
  specialisations: z.array(z.object({ specialisationId: z.number(), name: z.string() })),
  /** The one that `skills` are of; null where there is none. */
  specialisationId: z.number().nullable(),
  /** The most asked for first. */
  skills: z.array(AskedSkill),
  /** Whether the vacancies are made up by the demonstration. */
  isMadeUp: z.boolean(),
})
export type SkillsOfMarket = z.infer<typeof SkillsOfMarket>

const SkillQuery = z.object({ specialisationId: Id.optional() }).strict()

type None = Record<string, never>
interface Versioned {
  readonly version: number
}
const Versioned = z.object({ version: z.number() })

interface CareerRoutes extends CareerResultRoutes, CareerDocumentRoutes {
  readonly listResumes: Route<CenterParams, None, None, { resumes: ResumeSummary[] }>
  readonly createResume: Route<CenterParams, None, ResumeDraft, { resumeId: number }>
  readonly readResume: Route<OfResume, None, None, ResumeReply>
  readonly changeResume: Route<OfResume, None, { draft: ResumeDraft; version: number }, Versioned>
  readonly deleteResume: Route<OfResume, None, None, Done>
  readonly createLetter: Route<OfResume, None, LetterDraft, { letterId: number }>
  readonly changeLetter: Route<OfLetter, None, LetterChange, Versioned>
  readonly deleteLetter: Route<OfLetter, None, None, Done>
  readonly marketSkills: Route<CenterParams, z.infer<typeof SkillQuery>, None, SkillsOfMarket>
  readonly exportAll: Route<CenterParams, None, None, unknown>
  readonly deleteAll: Route<CenterParams, None, None, Done>
}

const home = '/centers/:centerId/career'

/** The own résumé, its letters and results. All of it belongs to the person who is signed in, and nobody else reads it. */
export const career: CareerRoutes = {
  ...careerResultRoutes,
  ...careerDocumentRoutes,
  listResumes: route('GET', `${home}/resumes`, {
    summary: 'Own résumés, the last changed first.',
    may: 'writeResume',
    params: CenterParams,
    reply: z.object({ resumes: z.array(ResumeSummary) }),
  }),
  createResume: route('POST', `${home}/resumes`, {
    summary: 'Begins a résumé.',
    may: 'writeResume',
    params: CenterParams,
    body: ResumeDraft,
    reply: z.object({ resumeId: z.number() }),
  }),
  readResume: route('GET', `${home}/resumes/:resumeId`, {
    summary: 'An own résumé with its letters.',
    may: 'writeResume',
    params: OfResume,
    reply: ResumeReply,
  }),
  changeResume: route('PUT', `${home}/resumes/:resumeId`, {
    summary:
      'Saves a résumé over the version that was read. A line marked as verified that says anything else loses its mark.',
    may: 'writeResume',
    params: OfResume,
    body: ResumeChange,
    reply: Versioned,
  }),
  deleteResume: route('DELETE', `${home}/resumes/:resumeId`, {
    summary: 'Deletes an own résumé with its letters.',
    may: 'writeResume',
    params: OfResume,
    reply: Done,
  }),
  createLetter: route('POST', `${home}/resumes/:resumeId/letters`, {
    summary: 'Keeps a cover letter beside an own résumé.',
    may: 'writeResume',
    params: OfResume,
    body: LetterDraft,
    reply: z.object({ letterId: z.number() }),
  }),
  changeLetter: route('PUT', `${home}/letters/:letterId`, {
    summary: 'Saves a letter over the version that was read.',
    may: 'writeResume',
    params: OfLetter,
    body: LetterChange,
    reply: Versioned,
  }),
  deleteLetter: route('DELETE', `${home}/letters/:letterId`, {
    summary: 'Deletes an own letter.',
    may: 'writeResume',
    params: OfLetter,
    reply: Done,
  }),
  marketSkills: route('GET', `${home}/market-skills`, {
    summary: 'Skills that vacancies of a specialisation ask for, to hold a résumé against.',
    may: 'readMarket',
    params: CenterParams,
    query: SkillQuery,
    reply: SkillsOfMarket,
  }),
  exportAll: route('GET', `${home}/all`, {
    summary: 'Everything that Pult keeps of one’s career, as JSON.',
    may: 'writeResume',
    params: CenterParams,
    reply: z.unknown(),
    transport: 'file',
  }),
  deleteAll: route('DELETE', `${home}/all`, {
    summary: 'Deletes all own résumés, letters and signed results.',
    may: 'writeResume',
    params: CenterParams,
    reply: Done,
  }),
}
