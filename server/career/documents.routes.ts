import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import { career } from '@pult/contract/career'
import type { DocumentFormat } from '@pult/contract/career-documents'
import type { SignedStatement, VerifiedResult } from '@pult/contract/career-results'
import { periodInWords, printableResume, type Resume, type ResumeLanguage } from '@pult/engine/career'

import type { Download, Platform } from '../platform/index.ts'
import {
  letterToDocx,
  letterToMarkdown,
  letterToPdf,
  readResumeFile,
  resumeToDocx,
  resumeToMarkdown,
  resumeToPdf,
  type Letter,
  type PrintOptions,
  type VerifiedNote,
} from './documents/index.ts'
import { readLetter } from './letter-store.ts'
import { personOf } from './own-person.ts'
import { listResults } from './result-store.ts'
import { readResume } from './resume-store.ts'

/** Serves résumés and letters as files. */
export function serveDocuments({ http }: Pick<Platform, 'http'>): void {
  http.serve(career.resumeFile, async ({ caller, params, query, inCenter, audit }) => {
    const { resume, notes } = await inCenter(async (tx) => {
      const person = personOf(caller)
      const { draft } = await readResume(tx, person, params.resumeId)
      const subject = `resume ${params.resumeId}`
      await audit(tx, { act: 'career.resume.export', subject, detail: { format: query.format } })
      return { resume: draft.resume, notes: notesOf(await listResults(tx, person), draft.resume.language) }
    })
    return resumeDownload(resume, query.format, notes)
  })
  http.serve(career.resumePages, async ({ caller, params, readCenter }) => {
    const { resume, notes } = await readCenter(async (tx) => {
      const person = personOf(caller)
      const { resume } = (await readResume(tx, person, params.resumeId)).draft
      return { resume, notes: notesOf(await listResults(tx, person), resume.language) }
    })
    const { pages, missingLetters } = await resumeToPdf(printableResume(resume), notes)
    return { pages, missingLetters: [...missingLetters] }
  })
  http.serve(career.readResumeFile, async ({ caller, query, request }) => {
    personOf(caller)
    return readResumeFile(await buffer(request.body as Readable), query.name)
  })
  http.serve(career.renderResume, ({ body, query }) => resumeDownload(body, query.format, {}))
  http.serve(career.letterFile, async ({ caller, params, query, inCenter, audit }) => {
    const { letter, resume } = await inCenter(async (tx) => {
      const found = await readLetter(tx, personOf(caller), params.letterId)
      const subject = `letter ${params.letterId}`
      await audit(tx, { act: 'career.letter.export', subject, detail: { format: query.format } })
      return found
    })
    const { name, ...contacts } = resume.contacts
    const { addressee, paragraphs, date } = letter
    return letterDownload({ language: resume.language, name, contacts, addressee, paragraphs, date }, query.format)
  })
}

const types: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
}

function asFile(name: string, format: DocumentFormat, bytes: Buffer | string): Download {
  const usable = name
    .replaceAll(/[^\p{L}\p{N} .-]/gu, '')
    .trim()
    .slice(0, 100)
  const fileName = `${usable === '' ? 'resume' : usable}.${format}`
  return { stream: Readable.from([Buffer.from(bytes)]), contentType: types[format], fileName }
}

async function resumeDownload(draft: Resume, format: DocumentFormat, notes: PrintOptions): Promise<Download> {
  const resume = printableResume(draft)
  const name = [resume.contacts.name, resume.desiredPosition].filter((part) => part !== '').join(' - ')
  if (format === 'md') return asFile(name, format, resumeToMarkdown(resume, notes))
  if (format === 'docx') return asFile(name, format, await resumeToDocx(resume, notes))
  return asFile(name, format, (await resumeToPdf(resume, notes)).bytes)
}

async function letterDownload(letter: Letter, format: DocumentFormat): Promise<Download> {
  const name = [letter.name, letter.addressee].filter((part) => part !== '').join(' - ')
  if (format === 'md') return asFile(name, format, letterToMarkdown(letter))
  if (format === 'docx') return asFile(name, format, await letterToDocx(letter))
  return asFile(name, format, (await letterToPdf(letter)).bytes)
}

const SHOWN_OF_SIGNATURE = 12

/** The notes under verified results: what was measured by which definition, over which periods, and the beginning of the signature. */
function notesOf(results: readonly VerifiedResult[], language: ResumeLanguage): PrintOptions {
  const noteOf = ({ statement, signature }: VerifiedResult): VerifiedNote => ({
    label: statement.name[language],
    footnote: footnoteOf(statement, signature, language),
  })
  return { verified: Object.fromEntries(results.map((result) => [result.resultId, noteOf(result)])) }
}

function footnoteOf(
  { measure, period, before, resultId }: SignedStatement,
  signature: string,
  language: ResumeLanguage,
): string {
  const periods = `${periodInWords(period, language)} ${language === 'ru' ? 'к' : 'against'} ${periodInWords(before, language)}`
  const signed = `${resultId.slice(0, SHOWN_OF_SIGNATURE)} · ${signature.slice(0, SHOWN_OF_SIGNATURE)}`
  return language === 'ru'
    ? `${measure}, ${periods}; посчитано и подписано Пультом: ${signed}`
    : `${measure}, ${periods}; computed and signed by Pult: ${signed}`
}
