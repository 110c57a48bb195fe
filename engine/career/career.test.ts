import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  beginResume,
  byRelevance,
  composeLetter,
  emptyJob,
  exampleResume,
  filledLine,
  fillPiece,
  fitsSearch,
  hasBlank,
  isTemplate,
  kpiTemplate,
  matchKeyWords,
  pickKinds,
  pickLists,
  printableResume,
  resumeDone,
  resumeProgress,
  suggestProfile,
  templateOf,
  unfilledLines,
  writtenSkill,
  type Resume,
} from './index.ts'

const TODAY = '2026-11'

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  return value
}

const begun = freeze(beginResume('ru', 'head-of-contact-center'))
const example = freeze(exampleResume('ru', 'head-of-contact-center'))

describe('pick lists', () => {
  it('are rich', () => {
    const least = { duty: 165, kpi: 47, resultWithFigure: 33, result: 13, project: 24, award: 6, keySkill: 74 }
    for (const [kind, count] of Object.entries({ ...least, technicalSkill: 34, quality: 50, course: 15, client: 20 }))
      expect([kind, pickLists[kind as keyof typeof pickLists].length >= count]).toEqual([kind, true])
  })

  it('say each thing once, in both languages', () => {
    for (const kind of pickKinds) {
      const entries = pickLists[kind]
      for (const language of ['ru', 'en'] as const) {
        const texts = entries.map((entry) => entry[language])
        expect([kind, texts.filter((text, place) => text === '' || texts.indexOf(text) !== place)]).toEqual([kind, []])
      }
      const untranslated = entries.filter(({ en }) => /[а-яё]/i.test(en))
      expect(untranslated.map(({ en }) => en)).toEqual([])
    }
  })

  it('ask for the period wherever a result has a figure', () => {
    for (const { ru, en } of pickLists.resultWithFigure) {
      expect([ru, /‹(год|период)›/.test(ru)]).toEqual([ru, true])
      expect([en, /‹(year|period)›/.test(en)]).toEqual([en, true])
      expect(ru.match(/‹/g)?.length).toBe(en.match(/‹/g)?.length)
    }
    for (const kpi of pickLists.kpi) expect(kpiTemplate(kpi, 'ru').match(/‹период›/g)).toHaveLength(2)
  })

  const facts = join(process.env['PULT_SHARED'] ?? '../shared', 'reference', 'source-facts.json')
  // The lists of the source are facts to carry over, its sentences are another's: they lie in ../shared, which a user has not.
  it.skipIf(!existsSync(facts))('repeat no sentence of their source (skipped where ../shared is absent)', () => {
    const source = JSON.parse(readFileSync(facts, 'utf8')) as Record<string, readonly string[]>
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replaceAll('ё', 'е')
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    const theirs = new Set(
      ['duties', 'resultsWithNumbers', 'resultsWithoutNumbers', 'projects', 'awards', 'qualities'].flatMap((list) =>
        (source[list] ?? []).map(plain),
      ),
    )
    expect(theirs.size).toBeGreaterThan(200)
    const kinds = ['duty', 'resultWithFigure', 'result', 'project', 'award', 'quality'] as const
    // A name of one to three words (such as "Analytical mind") belongs to nobody.
    const copied = kinds
      .flatMap((kind) => pickLists[kind])
      .filter(({ ru }) => theirs.has(plain(ru)) && ru.split(' ').length > 3)
    expect(copied.map(({ ru }) => ru)).toEqual([])
  })
})

describe('order of relevance', () => {
  const to = { position: 'head-of-contact-center', industries: ['banking'], vacancy: '' } as const

  it('puts the industry and position first, and loses nothing', () => {
    const ordered = byRelevance(pickLists.duty, to)
    expect(ordered).toHaveLength(pickLists.duty.length)
    expect(ordered[0]?.industries).toContain('banking')
    expect(ordered.at(-1)?.industries).not.toContain('banking')
    expect(ordered.at(-1)?.positions).toEqual(['head-of-customer-relations'])
  })

  it('follows the words of a vacancy, in whatever case they stand', () => {
    const vacancy = 'Запустите речевую аналитику и голосовых помощников'
    const [first, second] = byRelevance(pickLists.keySkill, { ...to, industries: [], vacancy })
    expect(new Set([first?.ru, second?.ru])).toEqual(new Set(['Речевая аналитика', 'Чат-боты и голосовые помощники']))
  })

  it('finds by any words of either language', () => {
    const find = (search: string): string[] =>
      pickLists.duty.filter((entry) => fitsSearch(entry, search)).map(({ en }) => en)
    expect(find('графики смен')).toEqual(find('shift rosters'))
    expect(find('графики смен')).toHaveLength(1)
    expect(find('')).toHaveLength(pickLists.duty.length)
    expect(find('Ы')).toEqual([])
    // By industry too: all that are told of banks, in either language.
    const banking = pickLists.duty.filter(({ industries }) => industries.includes('banking')).map(({ en }) => en)
    expect(banking.length).toBeGreaterThan(0)
    expect(find('банки')).toEqual(expect.arrayContaining(banking))
    expect(find('banking')).toEqual(expect.arrayContaining(banking))
  })
})

describe('blanks', () => {
  it('are filled one by one, can be corrected, and the template is known again', () => {
    const template = 'NPS: с ‹было› до ‹стало› за ‹период›'
    const fill = (line: string, values: readonly (readonly [number, string])[]): string =>
      values.reduce((made, [place, value]) => fillPiece(made, place, value), line)
    const half = fill(template, [
      [1, '30'],
      [3, '  '],
    ])
    expect(hasBlank(half)).toBe(true)
    const whole = fill(half, [
      [3, '45'],
      [5, '2026 ‹к› 2025'],
    ])
    expect([hasBlank(whole), filledLine(whole)]).toEqual([false, 'NPS: с 30 до 45 за 2026 к 2025'])
    expect(filledLine(fillPiece(whole, 3, '46'))).toBe('NPS: с 30 до 46 за 2026 к 2025')
    expect(templateOf(whole)).toBe(template)
    expect(isTemplate('a < b > c = d')).toBe(false)
    const resume = { ...begun, experience: [{ ...emptyJob, company: 'А', duties: [whole] }] }
    expect(printableResume(resume).experience[0]?.duties).toEqual(['NPS: с 30 до 45 за 2026 к 2025'])
  })

  it('are never printed', () => {
    expect(unfilledLines(example)).toBe(1)
    expect(JSON.stringify(printableResume(example))).not.toContain('‹')
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const lines = texts.map((text) => ({ text: `${text}‹период›`, verifiedResultId: null }))
        const resume: Resume = { ...begun, profile: texts, experience: [{ ...emptyJob, company: 'А', results: lines }] }
        const printed = printableResume(resume)
        expect(printed.experience[0]?.results).toEqual([])
        expect(printed.profile.some((text) => text.trim() === '' || hasBlank(text))).toBe(false)
      }),
    )
  })
})

describe('the profile', () => {
  it('says only what the facts say: two jobs at once are one time', () => {
    const job = { ...emptyJob, company: 'А', position: 'Руководитель колл-центра' }
    const experience = [
      { ...job, from: '2020-01', to: null },
      { ...job, from: '2018-01', to: '2020-12', position: 'Супервайзер' },
      { ...job, from: '2015', to: '2018', position: 'Оператор' },
    ]
    const told = suggestProfile(freeze({ ...begun, experience, technicalSkills: ['SQL'] }), ['banking'], TODAY)
    expect(told).toEqual([
      { from: 'years', text: 'Опыт руководства — 8 лет, общий стаж — 11 лет.' },
      {
        from: 'positions',
        text: 'Должности: руководитель колл-центра — 6 лет; супервайзер — 3 года; оператор — 3 года.'.replaceAll(
          ';',
          ',',
        ),
      },
      { from: 'industries', text: 'Отрасли: банки.' },
      { from: 'tools', text: 'Инструменты: SQL.' },
    ])
    expect(suggestProfile(begun, [], TODAY)).toEqual([])
  })

  it('joins lines into a sentence: small letters for words, as they are for names', () => {
    const own = (text: string) => ({ text, verifiedResultId: null })
    const results = [own('Организовал работу отдела с нуля в десяти офисах.'), own('NPS: с 30 до 45, 2025 к 2024')]
    const experience = [{ ...emptyJob, company: 'А', results, projects: ['Битрикс24: внедрение', 'Единое окно'] }]
    const told = suggestProfile({ ...begun, experience }, [], TODAY).map(({ text }) => text)
    expect(told).toEqual([
      'Среди результатов: организовал работу отдела с нуля в десяти офисах; NPS: с 30 до 45, 2025 к 2024.',
      'Проекты: Битрикс24: внедрение, единое окно.',
    ])
  })

  it('counts a period that runs backwards for nothing, and says so', () => {
    const experience = [{ ...emptyJob, company: 'А', position: 'Руководитель', from: '2024-05', to: '2020-01' }]
    expect(suggestProfile({ ...begun, experience }, [], TODAY)).toEqual([])
    const state = resumeProgress({ ...begun, experience }, TODAY).find(({ part }) => part === 'experience')
    expect(state?.missing).toContain('periodBackwards')
  })
})

describe('key words', () => {
  const asked = freeze([
    { name: 'обучение персонала', naming: 40, named: 100, others: ['обучение и развитие'] },
    { name: 'sql', naming: 25, named: 100, others: [] },
    { name: 'речевая аналитика', naming: 10, named: 100, others: [] },
    { name: 'python', naming: 5, named: 100, others: [] },
  ])

  it('are weighed by their share: listed, told in a line, under another name, or missing', () => {
    const resume = {
      ...begun,
      keySkills: ['Обучение и развитие'],
      technicalSkills: ['SQL.'],
      experience: [{ ...emptyJob, company: 'А', duties: ['Запуск речевой аналитики'] }],
    }
    const { skills, coverage } = matchKeyWords(freeze(resume), asked)
    expect(skills.map(({ name, where }) => [name, where])).toEqual([
      ['обучение персонала', 'listed'],
      ['sql', 'listed'],
      ['речевая аналитика', 'text'],
      ['python', 'missing'],
    ])
    expect(coverage).toBeCloseTo(75 / 80, 12)
    for (const { low, share, high } of skills) expect(low < share && share < high).toBe(true)
  })

  it('add nothing by themselves', () => {
    expect(matchKeyWords(begun, asked).coverage).toBe(0)
    expect(matchKeyWords(begun, []).coverage).toBeNull()
    expect(begun.keySkills).toEqual([])
  })
})

describe('the letter', () => {
  const vacancy = freeze({ title: 'Руководитель КЦ', employer: '«Ромашка»', text: 'Бюджет, графики смен, Python, SQL' })

  it('names what the vacancy asks for and the résumé has, and is silent about the rest', () => {
    const letter = composeLetter(example, vacancy, TODAY).join('\n')
    expect(letter).toContain('«Руководитель КЦ» в компании «Ромашка»')
    expect(letter).toContain('Опыт руководства — 8 лет')
    expect(letter).toContain('бюджет подразделения')
    expect(letter).toContain('SQL')
    expect(letter).not.toContain('Python')
    expect(letter).not.toContain('‹')
    expect(letter).toContain('e.orlova@example.com')
  })

  it('puts results proven by data first', () => {
    const verified = { text: 'AHT: −12 %, 2026 к 2025', verifiedResultId: 'r1' }
    const [job] = example.experience
    if (job === undefined) throw new Error('the example has a job')
    const resume = { ...example, experience: [{ ...job, results: [...job.results, verified] }] }
    expect(composeLetter(resume, vacancy, TODAY).find((one) => one.startsWith('Что получилось'))).toMatch(/: AHT/)
  })

  it('can be written with hardly any facts', () => {
    expect(composeLetter(begun, { title: '', employer: '', text: '' }, TODAY)).toHaveLength(2)
    const english = composeLetter(
      beginResume('en', 'head-of-call-center'),
      { title: '', employer: '', text: '' },
      TODAY,
    )
    expect(english[0]).toContain('Head of call centre')
  })
})

describe('a skill of the market', () => {
  it('is written as a list has it, else with its capitals', () => {
    const written = (name: string) => writtenSkill(name, 'ru')
    expect(
      ['crm', 'обучение персонала', 'ms excel', 'речевая аналитика', 'b2b продажи', 'Power BI'].map(written),
    ).toEqual(['CRM', 'Обучение персонала', 'MS Excel', 'Речевая аналитика', 'B2B продажи', 'Power BI'])
    expect(writtenSkill('head of sales', 'en')).toBe('Head of Sales')
    // Asked for in English, it is not said in Russian.
    expect(written('people management')).toBe('People management')
  })
})

describe('progress', () => {
  it('runs from nothing to all of it', () => {
    // The position is there from the start, a quarter of one part of seven; a mistake that nobody made is no merit.
    expect(resumeDone(resumeProgress(begun, TODAY))).toBeCloseTo(1 / 28, 10)
    expect(resumeProgress(begun, TODAY).find(({ part }) => part === 'experience')?.missing).toEqual(['job'])
    const missing = resumeProgress(example, TODAY).flatMap((state) => state.missing)
    expect(missing).toEqual(['blanks'])
  })
})
