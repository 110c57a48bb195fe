import { parentPort, workerData } from 'node:worker_threads'

import { letterToDocx, resumeToDocx } from './docx.ts'
import type { Letter } from './letter.ts'
import { letterToPdf, resumeToPdf } from './pdf.ts'
import type { Step } from './pdf-steps.ts'
import type { PrintOptions } from './printed-resume.ts'
import { readResumeFile } from './read/read-resume-file.ts'
import { ResumeRefusal } from './read/refusal.ts'

import type { Resume } from '@pult/engine/career'

// Prints or reads one document and ends, so that the libraries' memory goes with it.

export type DocumentTask =
  | {
      readonly task: 'printResume'
      readonly form: 'pdf'
      readonly resume: Resume
      readonly options: PrintOptions
    }
  | {
      readonly task: 'printResume'
      readonly form: 'docx'
      readonly resume: Resume
      readonly options: PrintOptions
      readonly step: Step
    }
  | { readonly task: 'printLetter'; readonly form: 'docx' | 'pdf'; readonly letter: Letter }
  | { readonly task: 'read'; readonly bytes: Uint8Array; readonly fileName: string }

export type DocumentAnswer =
  | { readonly kind: 'done'; readonly value: unknown }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly message: string
      readonly values: ResumeRefusal['values']
    }

function work(task: DocumentTask): Promise<unknown> {
  switch (task.task) {
    case 'printResume':
      return task.form === 'docx'
        ? resumeToDocx(task.resume, task.step, task.options)
        : resumeToPdf(task.resume, task.options)
    case 'printLetter':
      return task.form === 'docx' ? letterToDocx(task.letter) : letterToPdf(task.letter)
    case 'read':
      return readResumeFile(Buffer.from(task.bytes), task.fileName)
  }
}

const answer = (message: DocumentAnswer): void => parentPort?.postMessage(message)

try {
  answer({ kind: 'done', value: await work(workerData as DocumentTask) })
} catch (error) {
  if (!(error instanceof ResumeRefusal)) throw error
  answer({ kind: 'refused', code: error.code, message: error.message, values: error.values })
}
