import { expect, it } from 'vitest'

import { letterToDocx, letterToMarkdown, letterToPdf, resumeToDocx, resumeToMarkdown, resumeToPdf } from './index.ts'
import { fullResume } from './testing/resumes.ts'

const verified = { aht: { label: 'AHT, версия 2', footnote: '2026 к 2025, все очереди' } }

it('prints sections in order, a mark at the verified result and its note below', () => {
  const text = resumeToMarkdown(fullResume, { verified })
  const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
  expect(titles).toEqual([
    'Профиль',
    'Ключевые навыки',
    'Опыт работы',
    'Образование',
    'Курсы',
    'Языки',
    'Награды',
    'Технические навыки',
    'Качества',
  ])
  expect(text).toContain('02/2018 – по наст. время')
  expect(text).toContain('- AHT: −12,4 %, 2026 к 2025\u00A0¹')
  expect(text).toContain('¹ AHT, версия 2: 2026 к 2025, все очереди')
})

it('leaves out sections without content, and marks without a note', () => {
  const text = resumeToMarkdown({ ...fullResume, awards: [], courses: [{ name: ' ', organisation: '', year: null }] })
  expect(text).not.toContain('Награды')
  expect(text).not.toContain('Курсы')
  expect(text).not.toContain('¹')
})

it('sets a longer résumé smaller, and says how many pages it takes beyond that', async () => {
  const [job] = fullResume.experience
  if (job === undefined) throw new Error('the résumé has jobs')
  const duties = Array.from({ length: 14 }, (_, place) => `${job.duties[0]}, ${place}`)
  const usual = await resumeToPdf(fullResume)
  expect(usual.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(usual.pages).toBeLessThanOrEqual(2)
  const endless = await resumeToPdf({
    ...fullResume,
    experience: Array.from({ length: 12 }, () => ({ ...job, duties })),
  })
  expect(endless.pages).toBeGreaterThan(2)
})

it('makes Word documents and letters', async () => {
  const letter = {
    language: 'ru',
    name: fullResume.contacts.name,
    contacts: fullResume.contacts,
    addressee: 'Отдел персонала',
    paragraphs: ['Здравствуйте!'],
    date: '2026-11-29',
  } as const
  expect((await resumeToDocx(fullResume)).subarray(0, 2).toString()).toBe('PK')
  expect((await letterToDocx(letter)).subarray(0, 2).toString()).toBe('PK')
  expect((await letterToPdf(letter)).pages).toBe(1)
  expect(letterToMarkdown(letter)).toContain('29 ноября 2026')
})
