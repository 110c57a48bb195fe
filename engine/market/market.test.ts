import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { normalProbability } from '../numeric/index.ts'
import {
  adjustForMany,
  comparablePay,
  countSkills,
  createSkillFinder,
  createTitleMatch,
  grossToNet,
  logPay,
  madeUpProfessions,
  makeUpVacancies,
  netToGross,
  payFigures,
  payStanding,
  shareTrend,
  skillKey,
  skillPayDifference,
  skillShare,
  suggestionQuality,
  suggestSynonyms,
  taxRuleOn,
  vacancyFingerprint,
  type PaidStratum,
  type PayCount,
  type ToldPay,
} from './index.ts'

const shared = process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const factsPath = join(shared, 'reference/source-facts.json')
interface Facts {
  readonly skillShares: { skill: string; share: number; inferredCount: number }[]
  readonly synonymGroupsInTable: { members: string[] }[]
  readonly method: { inferredPopulation: number }
  readonly vacancies: {
    skills: string[]
    salary: { from: number | null; to: number | null; currency: string; gross: string } | null
  }[]
  readonly salaryStats: Readonly<Record<'asPrinted' | 'grossToNet13pct', { n: number; median: number; mean: number }>>
  readonly recomputedFromListedVacancies: { rows: { skill: string; count: number; share: number }[] }
}
const facts = existsSync(factsPath) ? (JSON.parse(readFileSync(factsPath, 'utf8')) as Facts) : null

describe('a skill’s name', () => {
  it('is one however it is written', () => {
    expect(skillKey('  Учёт\u00A0 рабочего времени. ')).toBe('учет рабочего времени')
    expect(skillKey('«CRM»')).toBe('crm')
    // Latin c in a Cyrillic word, Cyrillic С in a Latin one.
    expect(skillKey('cервис')).toBe('сервис')
    expect(skillKey('СRM')).toBe('crm')
    expect(skillKey('1C')).toBe(skillKey('1С'))
    expect(skillKey('C++')).toBe('c++')
    expect(skillKey('B2C продажи')).toBe('b2c продажи')
  })

  it('is none when empty or longer than a name can be', () => {
    expect(skillKey(' . ')).toBeNull()
    expect(skillKey('я'.repeat(300))).toBeNull()
    expect(skillKey('я'.repeat(100))).toBe('я'.repeat(100))
  })

  it('stays as it is when made a key again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const key = skillKey(name)
        if (key !== null) expect(skillKey(key)).toBe(key)
      }),
    )
  })
})

describe('titles of a specialisation', () => {
  const match = createTitleMatch({
    titles: ['руководитель контактного центра', 'начальник call-центра'],
    excluded: ['продаж', 'помощник'],
  })
  it('are found in other cases and spellings', () => {
    for (const title of [
      'Руководитель Контакт-центра',
      'Требуется начальник колл центра',
      'НАЧАЛЬНИК CALL-ЦЕНТРА (ночь)',
    ])
      expect([title, match(title)]).toEqual([title, true])
  })
  it('are left out by a word, and by being something else', () => {
    for (const title of [
      'Помощник руководителя контактного центра',
      'Оператор контактного центра',
      'Руководитель центра',
    ])
      expect([title, match(title)]).toEqual([title, false])
  })
})

describe('popularity', () => {
  it('divides by the vacancies that name any skill and counts the others', () => {
    const table = countSkills([{ skills: ['a', 'b', 'a'] }, { skills: ['b'] }, { skills: [] }])
    expect(table.named).toBe(2)
    expect(table.unnamed).toBe(1)
    expect(table.shares.get('a')?.share).toBe(0.5)
    expect(table.shares.get('b')?.share).toBe(1)
  })

  it('counts a vacancy once for a group of synonyms, whichever of them it names', () => {
    const vacancies = [{ skills: ['a', 'b'] }, { skills: ['a'] }, { skills: ['b'] }, { skills: ['c'] }]
    const table = countSkills(vacancies, (skill) => (skill === 'b' ? 'a' : skill))
    expect(table.shares.get('a')).toMatchObject({ naming: 3, named: 4 })
  })

  it('never makes a group smaller than its largest member or larger than the sum', () => {
    const skill = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(
        fc.array(fc.record({ skills: fc.uniqueArray(skill) }), { minLength: 1, maxLength: 40 }),
        (vacancies) => {
          const apart = countSkills(vacancies)
          const together = countSkills(vacancies, (one) => (one === 'b' ? 'a' : one))
          const of = (name: string): number => apart.shares.get(name)?.naming ?? 0
          const group = together.shares.get('a')?.naming ?? 0
          expect(group).toBeGreaterThanOrEqual(Math.max(of('a'), of('b')))
          expect(group).toBeLessThanOrEqual(of('a') + of('b'))
        },
      ),
    )
  })

  it('refuses counts that cannot be', () => {
    expect(() => skillShare(3, 2)).toThrow(/naming/)
    expect(() => skillShare(0, 0)).toThrow(/named/)
  })

  it.skipIf(facts === null)('gives every printed share of the source table from its counts', () => {
    const { skillShares, method } = facts as Facts
    const wrong = skillShares.filter(
      ({ share, inferredCount }) =>
        (skillShare(inferredCount, method.inferredPopulation).share * 100).toFixed(2) !== share.toFixed(2),
    )
    expect(skillShares).toHaveLength(100)
    expect(wrong).toEqual([])
  })

  it.skipIf(facts === null)('gives the recount of the listed vacancies', () => {
    const { vacancies, recomputedFromListedVacancies } = facts as Facts
    const table = countSkills(
      vacancies.map(({ skills }) => ({ skills: skills.flatMap((skill) => skillKey(skill) ?? []) })),
    )
    for (const { skill, count } of recomputedFromListedVacancies.rows)
      expect([skill, table.shares.get(skillKey(skill) ?? '')?.naming]).toEqual([skill, count])
  })
})

describe('a trend', () => {
  const points = (shares: readonly number[], named = 200) =>
    Object.freeze(
      shares.map((share, week) => Object.freeze({ day: week * 7, naming: Math.round(share * named), named })),
    )
  it('is sure where a share climbs week by week', () => {
    const trend = shareTrend(points([0.1, 0.13, 0.16, 0.19, 0.22, 0.25]))
    expect(trend?.pValue).toBeLessThan(0.001)
    expect(trend?.perMonth).toBeCloseTo((0.03 / 7) * 30, 2)
  })
  it('is none where a share only wobbles, and none of two snapshots', () => {
    expect(shareTrend(points([0.2, 0.21, 0.19, 0.2, 0.21, 0.19]))?.pValue).toBeGreaterThan(0.3)
    expect(shareTrend(points([0.1, 0.9]))).toBeNull()
    expect(shareTrend(points([0, 0, 0]))).toBeNull()
  })
  it('has Armitage’s statistic: N times the squared correlation of day and naming', () => {
    const table = [
      { day: 0, naming: 2, named: 10 },
      { day: 1, naming: 4, named: 10 },
      { day: 2, naming: 7, named: 10 },
    ]
    const people = table.flatMap(({ day, naming, named }) =>
      Array.from({ length: named }, (_, i) => [day, i < naming ? 1 : 0] as const),
    )
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    const mx = mean(people.map(([x]) => x))
    const my = mean(people.map(([, y]) => y))
    const sxy = people.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0)
    const sxx = people.reduce((sum, [x]) => sum + (x - mx) ** 2, 0)
    const syy = people.reduce((sum, [, y]) => sum + (y - my) ** 2, 0)
    const chiSquare = (people.length * sxy ** 2) / (sxx * syy)
    expect(shareTrend(table)?.pValue).toBeCloseTo(2 * (1 - normalProbability(Math.sqrt(chiSquare))), 10)
  })
  it('is judged among all that were looked at', () => {
    expect(adjustForMany([0.01, null, 0.04, 0.03])).toEqual([0.03, null, 0.06, 0.06])
  })
})

describe('pay', () => {
  const told = (pay: Partial<ToldPay>): ToldPay => ({
    from: null,
    to: null,
    currency: 'RUB',
    isGross: false,
    per: 'month',
    ...pay,
  })
  it('is made comparable by the tax rule of the day', () => {
    const gross = told({ from: 250_000, to: 350_000, isGross: true })
    expect(comparablePay(gross, '2020-06-01').netPoint).toBeCloseTo(300_000 * 0.87)
    // From 2025 what is above 2.4 million a year is taxed with 15 %.
    expect(comparablePay(gross, '2026-06-01').netFrom).toBeCloseTo((2_400_000 * 0.87 + 600_000 * 0.85) / 12)
    expect(comparablePay(told({ from: 100_000, isGross: null }), '2026-06-01').netPoint).toBe(100_000)
  })
  it('says why it stands in no monthly figure', () => {
    const kinds = [
      null,
      told({}),
      told({ from: 2000, per: 'shift' }),
      told({ from: 300, per: 'hour' }),
      told({ from: 2000, currency: 'USD' }),
      told({ from: 90_000, to: 60_000 }),
      told({ from: -5 }),
    ].map((pay) => comparablePay(pay, '2026-06-01').kind)
    expect(kinds).toEqual(['missing', 'missing', 'perShift', 'perHour', 'foreign', 'impossible', 'impossible'])
  })
  it('comes back when tax is taken and given again', () => {
    fc.assert(
      fc.property(fc.double({ min: 1000, max: 9_000_000, noNaN: true }), (net) => {
        const rule = taxRuleOn('2026-01-01')
        expect(grossToNet(netToGross(net, rule), rule)).toBeCloseTo(net, 4)
      }),
    )
    expect(() => taxRuleOn('1999-01-01')).toThrow(/1999/)
  })
  it('has percentiles and a standing among them', () => {
    expect(payFigures(each([40, 10, 20, 30]))).toMatchObject({ n: 4, median: 25, p25: 17.5, mean: 25 })
    // Counted together they are the same.
    expect(payFigures([{ pay: 20, vacancies: 3 }, ...each([10, 40])])).toEqual(payFigures(each([20, 10, 20, 40, 20])))
    expect(payFigures([])).toMatchObject({ n: 0, median: null })
    expect(payStanding(each([10, 20, 30, 40]), 30)).toBe(0.625)
  })
  it.skipIf(facts === null)('gives the printed figures of the listed vacancies, before and after tax', () => {
    const { vacancies, salaryStats } = facts as Facts
    const points = (isConverted: boolean): number[] =>
      vacancies.flatMap(({ salary }) => {
        if (salary === null) return []
        const pay = told({ from: salary.from, to: salary.to, isGross: isConverted && salary.gross === 'gross' })
        // The rule that the source counted with: 13 % of everything.
        return comparablePay(pay, '2020-01-01').netPoint ?? []
      })
    const { asPrinted, grossToNet13pct } = salaryStats
    expect(payFigures(each(points(false)))).toMatchObject({
      n: asPrinted.n,
      median: asPrinted.median,
      mean: asPrinted.mean,
    })
    const converted = payFigures(each(points(true)))
    expect([converted.n, converted.median]).toEqual([grossToNet13pct.n, grossToNet13pct.median])
    expect(converted.mean).toBeCloseTo(grossToNet13pct.mean, 1)
  })
})

const each = (pays: readonly number[]): PayCount[] => pays.map((pay) => ({ pay, vacancies: 1 }))

interface Paid {
  readonly pay: number
  readonly names: boolean
  readonly stratum: string
}

const strataOf = (vacancies: readonly Paid[]): PaidStratum[] =>
  [...Map.groupBy(vacancies, ({ stratum }) => stratum).values()].map((own) => {
    const logsOf = (isNaming: boolean) => logPay(own.filter(({ names }) => names === isNaming).map(({ pay }) => pay))
    return { naming: logsOf(true), others: logsOf(false) }
  })

describe('pay and a skill', () => {
  it('finds a difference that is there, and none where the city explains it', () => {
    const vacancies = makeUpVacancies(madeUpProfessions.head, { seed: 'pay', count: 6000, weeks: 10 })
    const paid = (skill: string, stratified: boolean) =>
      skillPayDifference(
        strataOf(
          vacancies.flatMap(({ pay, skills, city, experience }) => {
            const point = comparablePay(pay, '2026-06-01').netPoint
            return point === null
              ? []
              : [{ pay: point, names: skills.includes(skill), stratum: stratified ? `${city} ${experience}` : '' }]
          }),
        ),
      )
    const sql = paid('SQL', true)
    expect(sql?.low).toBeGreaterThan(0.05)
    expect(sql?.high).toBeLessThan(0.24)
    const plain = paid('CRM', true)
    expect(plain?.low).toBeLessThan(0)
    expect(plain?.high).toBeGreaterThan(0)
    // Strata narrow the interval: city and experience move pay more than any skill.
    const loose = paid('SQL', false)
    expect((sql?.high ?? 0) - (sql?.low ?? 0)).toBeLessThan((loose?.high ?? 0) - (loose?.low ?? 0))
  })
  it('says nothing of a few', () => {
    expect(
      skillPayDifference(
        strataOf([
          { pay: 1, names: true, stratum: '' },
          { pay: 2, names: false, stratum: '' },
        ]),
      ),
    ).toBeNull()
  })
})

describe('near-synonyms', () => {
  const grouped = (...skills: string[]): string[][] =>
    suggestSynonyms(skills.map((skill) => ({ skill, naming: 1 }))).map((group) => [...group.skills])
  it('are suggested whatever their words, and different things are not', () => {
    expect(grouped('многозадачность', 'умение работать в условиях многозадачности', 'планирование')).toHaveLength(1)
    expect(grouped('тайм-менеджмент', 'управление временем')).toHaveLength(1)
    expect(grouped('входящие звонки', 'исходящие звонки', 'холодные звонки')).toEqual([])
    expect(grouped('управление продажами', 'управление проектами', 'управление персоналом')).toEqual([])
  })
  it.skipIf(facts === null)('stand well to the judged groups of the source table', () => {
    const { skillShares, synonymGroupsInTable } = facts as Facts
    const suggested = suggestSynonyms(skillShares.map(({ skill, inferredCount }) => ({ skill, naming: inferredCount })))
    const quality = suggestionQuality(
      suggested.map(({ skills }) => skills),
      synonymGroupsInTable.map(({ members }) => members),
    )
    if (process.env['PULT_SHOW'] !== undefined)
      console.log(
        quality,
        suggested.map(({ skills }) => skills.join(' = ')),
      )
    expect(quality.precision).toBeGreaterThan(0.8)
    expect(quality.recall).toBeGreaterThan(0.8)
  })
})

describe('one vacancy on two sites', () => {
  it('has one fingerprint, and an unnamed employer has none', () => {
    const here = vacancyFingerprint({ title: 'Руководитель контакт-центра', employer: 'ООО «Ответ»', city: 'г. Тула' })
    expect(here).toBe(vacancyFingerprint({ title: 'Руководитель контакт центра', employer: 'Ответ', city: 'Тула' }))
    expect(vacancyFingerprint({ title: 'Руководитель', employer: 'ООО', city: 'Тула' })).toBeNull()
  })
})

describe('skills in running text', () => {
  it('are found in other cases, and not in parts of words', () => {
    const find = createSkillFinder(['обучение персонала', 'crm', 'sql', 'контроль качества'])
    expect(find('<p>Опыт обучения персонала, работа в CRM и контролем качества; MySQLite.</p>')).toEqual([
      'обучение персонала',
      'crm',
      'контроль качества',
    ])
  })
})

describe('made-up vacancies', () => {
  it('are the same from the same seed and follow their shares', () => {
    const options = Object.freeze({ seed: 'a', count: 4000, weeks: 20 })
    const made = makeUpVacancies(madeUpProfessions.operator, options)
    expect(made).toEqual(makeUpVacancies(madeUpProfessions.operator, options))
    const naming = made.filter(({ skills }) => skills.includes('Грамотная речь')).length / made.length
    expect(naming).toBeGreaterThan(0.38)
    expect(naming).toBeLessThan(0.45)
  })
})
