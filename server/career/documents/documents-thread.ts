import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { Resume } from '@pult/engine/career'

import { tooLarge, unprocessable } from '../../platform/index.ts'
import type { DocumentAnswer, DocumentTask } from './documents-worker.ts'
import { inTurn } from './in-turn.ts'
import type { Letter } from './letter.ts'
import type { PdfFile } from './pdf.ts'
import { remembering } from './remembering.ts'
import type { PrintOptions } from './printed-resume.ts'
import type { ReadResume } from './read/resume-of-lines.ts'

const LONGEST_MS = 30_000
const LARGEST_FILE = 10 * 1024 ** 2

/** Seen on the page, then taken as PDF and as DOCX: all that within a minute, and no person's papers stay in memory for longer. */
const rememberPdf = remembering<PdfFile>({ most: 4, forMs: 60_000 })

/** A résumé as PDF on A4, set as large as two pages allow; `pages` says where it takes more. */
export function resumeToPdf(resume: Resume, options: PrintOptions = {}): Promise<PdfFile> {
  const key = createHash('sha256')
    .update(JSON.stringify([resume, options]))
    .digest('base64')
  return rememberPdf(key, async () =>
    asPdf(await inOwnThread<PdfFile>({ task: 'printResume', form: 'pdf', resume, options })),
  )
}

/** A résumé as a Word document, set as large as the PDF of it. */
export async function resumeToDocx(resume: Resume, options: PrintOptions = {}): Promise<Buffer> {
  const { step } = await resumeToPdf(resume, options)
  return asBuffer(await inOwnThread<Uint8Array>({ task: 'printResume', form: 'docx', resume, options, step }))
}

/** A cover letter as a Word document. */
export const letterToDocx = async (letter: Letter): Promise<Buffer> =>
  asBuffer(await inOwnThread<Uint8Array>({ task: 'printLetter', form: 'docx', letter }))

/** A cover letter as PDF. */
export const letterToPdf = async (letter: Letter): Promise<PdfFile> =>
  asPdf(await inOwnThread<PdfFile>({ task: 'printLetter', form: 'pdf', letter }))

/** Reads a résumé that was written elsewhere: DOCX, PDF with text, plain text or Markdown. Throws a RequestProblem for a file that is none. */
export async function readResumeFile(bytes: Buffer, fileName: string): Promise<ReadResume> {
  const megabytes = LARGEST_FILE / 1024 ** 2
  if (bytes.length > LARGEST_FILE)
    throw tooLarge(`The file is larger than ${megabytes} MB, and a résumé is smaller. Leave its pictures out.`, {
      values: { megabytes },
    })
  return inOwnThread<ReadResume>({ task: 'read', bytes, fileName })
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const asPdf = (file: PdfFile): PdfFile => ({ ...file, bytes: asBuffer(file.bytes) })

/**
 * Works on one document in a thread of its own: the server goes on answering, a file made to take for ever is given up after half a minute, and
 * what the libraries load is gone afterwards.
 */
const inOwnThread = <Value>(task: DocumentTask): Promise<Value> => inTurn(() => startThread<Value>(task))

function startThread<Value>(task: DocumentTask): Promise<Value> {
  const worker = new Worker(join(import.meta.dirname, 'documents-worker.ts'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 },
    stdout: true,
    stderr: true,
  })
  return new Promise<Value>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(tooLong()), LONGEST_MS)
    giveUp.unref()
    worker.once('message', (answer: DocumentAnswer) => {
      if (answer.kind === 'done') resolve(answer.value as Value)
      else reject(unprocessable(answer.code, answer.message, { values: answer.values }))
    })
    worker.once('error', (error: Error & { code?: string }) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLong() : error)
    })
    worker.once('exit', (status) => {
      clearTimeout(giveUp)
      reject(new Error(`the thread of documents ended with status ${status}`))
    })
  }).finally(() => worker.terminate())
}

const tooLong = (): Error =>
  unprocessable('documentTooHard', 'The document takes more time or memory than any résumé needs, and was given up.')
