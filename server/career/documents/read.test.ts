import { expect, it } from 'vitest'

import type { Resume } from '@pult/engine/career'

import { readResumeFile, resumeToDocx, resumeToMarkdown, resumeToPdf } from './index.ts'
import { englishResume, fullResume } from './testing/resumes.ts'

const verified = { aht: { label: 'AHT, версия 2', footnote: '2026 к 2025, все очереди' } }

/** Reading gives own words back: what proved a result is not in the file. */
const inOwnWords = (resume: Resume): Resume => ({
  ...resume,
  experience: resume.experience.map((job) => ({
    ...job,
    results: job.results.map(({ text }) => ({ text, verifiedResultId: null })),
  })),
})

const forms = {
  'a.docx': (resume: Resume) => resumeToDocx(resume, { verified }),
  'a.pdf': async (resume: Resume) => (await resumeToPdf(resume, { verified })).bytes,
  'a.md': (resume: Resume) => Promise.resolve(Buffer.from(resumeToMarkdown(resume, { verified }))),
}

it.each(Object.entries(forms))('reads its own %s back as it was', async (name, print) => {
  const russian = await readResumeFile(await print(fullResume), name)
  expect(russian.resume).toEqual(inOwnWords(fullResume))
  expect(russian.leftOver).toEqual(['¹ AHT, версия 2: 2026 к 2025, все очереди'])
  expect(russian.warnings).toEqual([])
  const english = await readResumeFile(await print(englishResume), name)
  expect(english.resume).toEqual(inOwnWords(englishResume))
  expect(english.leftOver).toEqual([])
})
