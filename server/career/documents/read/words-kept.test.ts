import fc from 'fast-check'
import { expect, it } from 'vitest'

import { lineOf } from './line.ts'
import { resumeOfLines } from './resume-of-lines.ts'
import { markdownLines, textLines } from './text-lines.ts'

const FRAME = new Set(['language', 'position', 'from', 'to'])

/** Every text and number of a value, the fields that a file does not print aside. */
function textsOf(value: unknown, isJob = false): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, isJob))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([field, one]) =>
    FRAME.has(field) && !(isJob && field === 'position') ? [] : textsOf(one, isJob || field === 'experience'),
  )
}

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).toSorted()

const headings = [
  'Контакты',
  'ПРОФИЛЬ',
  'Key skills',
  'Образование:',
  'Курсы',
  'Языки',
  'Awards',
  'Технические навыки',
  'Качества',
  'Хобби',
]
const periods = ['02/2018 - 05/2020', 'Февраль 2018 — по настоящее время', '2011–2013', 'May 2009 – Present']

const word = fc.oneof(
  fc.stringMatching(/^[а-яё]{4,9}[жшщ]ы$/),
  fc.stringMatching(/^[A-Z][a-z]{3,8}q$/),
  fc.constantFrom(
    'оператор',
    'Москва',
    'university',
    'elena@example.com',
    '+7 900 123-45-67',
    'site.ru',
    'РУКОВОДИТЕЛЬ',
  ),
)
const body = fc
  .tuple(
    fc.array(fc.tuple(word, fc.constantFrom(' ', ', ', ' | ', ' — ', '\t', ' (', '; ')), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.constantFrom('', '• ', '- '),
    fc.constantFrom('', '.', ')', ', 2019'),
  )
  .map(
    ([pairs, bullet, end]) =>
      bullet + pairs.map(([one, between], at) => (at === pairs.length - 1 ? one : one + between)).join('') + end,
  )

/** Lines of the frame, whose words need not come back, among lines whose words must. */
const file = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: body.map((text) => ({ text, isFrame: false })) },
    { weight: 1, arbitrary: fc.constantFrom(...headings, 'Опыт работы').map((text) => ({ text, isFrame: true })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('Опыт работы', 'Work experience'), fc.constantFrom(...periods))
        .map(([heading, period]) => ({ text: `${heading}\n${period}`, isFrame: true })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('Обязанности:', 'Достижения', 'Projects:').map((text) => ({ text, isFrame: true })),
    },
  ),
  { maxLength: 30 },
)

/** A title of a job's list where no job is gives itself back, as one more word of the person's. */
const TITLES = new Set(['обязанности', 'достижения', 'projects'])

it('loses no word and makes none up, whatever stands where', () => {
  fc.assert(
    fc.property(file, fc.constantFrom(textLines, markdownLines), (lines, read) => {
      const between = read === markdownLines ? '\n\n' : '\n'
      const { resume, leftOver } = resumeOfLines(
        read(lines.map(({ text }) => text.replace('\n', between)).join(between)),
      )
      const given = wordsOf(lines.filter(({ isFrame }) => !isFrame).map(({ text }) => text))
      const back = wordsOf([...textsOf(resume), ...leftOver]).filter((one) => !TITLES.has(one))
      expect(back).toEqual(given)
    }),
    { numRuns: 600, seed: 20_261_129 },
  )
})

it('gives what is left over in the order of the file', () => {
  const lines = ['Хобби', 'второе', 'Хобби', 'третье'].map((text, at) => lineOf(text, at + 1))
  const { leftOver } = resumeOfLines([lineOf('!первое', 0), ...lines])
  expect(leftOver.slice(-2)).toEqual(['второе', 'третье'])
})
