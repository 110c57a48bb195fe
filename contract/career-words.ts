import { z } from 'zod'

import { industries, resumeLanguages, resumePositions, type Industry, type Resume } from '@pult/engine/career'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Id } from './route.ts'

// What cannot be printed is left out at the door: no text of a résumé needs it, and PostgreSQL keeps no zero byte.
const UNPRINTABLE = /[\p{Cc}--[\n\t]]/gv

const text = (most: number): z.ZodString =>
  z
    .string()
    .max(most)
    .overwrite((one) => one.replaceAll(UNPRINTABLE, ''))

const Short = text(200)
const Sentence = text(1000)
const Month = z
  .string()
  .regex(/^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?)?$/, 'must be a month such as 2024-05, a year, or empty')
const Year = z.number().int().min(1900).max(2200).nullable()

const Line = z.object({ text: Sentence, verifiedResultId: z.string().max(40).nullable() }).strict()

const Job = z
  .object({
    company: Short,
    companyAbout: Sentence,
    site: Short,
    city: Short,
    position: Short,
    from: Month,
    to: Month.nullable(),
    duties: z.array(Sentence).max(80),
    results: z.array(Line).max(60),
    projects: z.array(Sentence).max(40),
  })
  .strict()

/** A résumé as it is written: lines may be empty or wait to be filled; neither is printed. */
export const ResumeShape: z.ZodType<Resume> = z
  .object({
    language: z.enum(resumeLanguages),
    position: z.enum(resumePositions),
    desiredPosition: Short,
    contacts: z.object({ name: Short, city: Short, phone: Short, email: Short, link: text(500) }).strict(),
    profile: z.array(text(2000)).max(20),
    keySkills: z.array(Sentence).max(100),
    experience: z.array(Job).max(30),
    education: z
      .array(z.object({ institution: Short, faculty: Short, speciality: Short, year: Year }).strict())
      .max(20),
    courses: z.array(z.object({ name: Sentence, organisation: Short, year: Year }).strict()).max(60),
    languages: z.array(z.object({ name: Short, level: Short }).strict()).max(20),
    awards: z.array(z.object({ name: Sentence, year: Year }).strict()).max(40),
    technicalSkills: z.array(Sentence).max(100),
    qualities: z.array(Sentence).max(60),
  })
  .strict()

const LetterVacancyShape = z.object({ title: Short, employer: Short, text: text(20_000) }).strict()

/** A résumé with what the wizard keeps beside it and never prints. */
export interface ResumeDraft {
  readonly resume: Resume
  readonly industries: readonly Industry[]
  /** The vacancy that it is written for; empty words when for none. */
  readonly vacancy: { readonly title: string; readonly employer: string; readonly text: string }
  /** What an imported file held and nobody has placed yet. */
  readonly leftOver: readonly string[]
}

export const ResumeDraft: z.ZodType<ResumeDraft> = z
  .object({
    resume: ResumeShape,
    industries: z.array(z.enum(industries)).max(industries.length),
    vacancy: LetterVacancyShape,
    leftOver: z.array(text(5000)).max(1000),
  })
  .strict()

const Version = z.number().int().positive()

export const ResumeChange: z.ZodType<{ draft: ResumeDraft; version: number }> = z
  .object({ draft: ResumeDraft, version: Version })
  .strict()

export const ResumeSummary = z.object({
  resumeId: z.number(),
  desiredPosition: z.string(),
  position: z.enum(resumePositions),
  language: z.enum(resumeLanguages),
  /** 0 to 1: of all a résumé should have, the part that is there. */
  done: z.number(),
  changedAt: z.string(),
  version: z.number(),
})
export type ResumeSummary = z.infer<typeof ResumeSummary>

/** A cover letter as it is written. */
export const LetterDraft = z
  .object({
    vacancy: LetterVacancyShape,
    addressee: Short,
    paragraphs: z.array(text(5000)).max(20),
    date: PlainDate,
  })
  .strict()
export type LetterDraft = z.infer<typeof LetterDraft>

export const LetterChange = LetterDraft.extend({ version: Version })
export type LetterChange = z.infer<typeof LetterChange>

export const Letter = LetterDraft.extend({ letterId: z.number(), version: z.number(), changedAt: z.string() })
export type Letter = z.infer<typeof Letter>

export const OfResume = CenterParams.extend({ resumeId: Id })
export type OfResume = z.infer<typeof OfResume>
export const OfLetter = CenterParams.extend({ letterId: Id })
export type OfLetter = z.infer<typeof OfLetter>
