import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '../time/index.ts'
import {
  applyCure,
  checkLaw,
  jurisdictions,
  payHours,
  rulesOf,
  sayCure,
  sayViolation,
  violationKey,
  type PersonWork,
  type Violation,
  type WorkShift,
} from './index.ts'
import { within } from './apply-cure.ts'
import { agreement, at, person, question, russian } from './testing/work.ts'

const DAYS = 14
const MONDAY = '2026-04-27'
const asked = { from: MONDAY, to: addDays(MONDAY, DAYS - 1) }

/** A shift on most days of two weeks that hold two holidays, of any length and start, some with a meal and rests. */
const someShifts = fc
  .array(
    fc.option(
      fc.record({
        start: fc.integer({ min: 0, max: 47 }),
        length: fc.integer({ min: 4, max: 28 }),
        meal: fc.option(fc.record({ at: fc.integer({ min: 20, max: 70 }), minutes: fc.constantFrom(15, 30, 60, 150) })),
        hasRests: fc.boolean(),
        overtime: fc.constantFrom(undefined, 60, 180),
      }),
      { freq: 4 },
    ),
    { minLength: DAYS, maxLength: DAYS },
  )
  .map((days) =>
    days.flatMap((one, index): WorkShift[] => {
      if (one === null) return []
      const start = at(`${addDays(MONDAY, index)} 00:00`) + one.start * 30
      const end = start + one.length * 30
      const breaks: WorkShift['breaks'] = [
        ...(one.hasRests ? [{ kind: 'rest' as const, isPaid: true, start: start + 20, end: start + 30 }] : []),
        ...(one.meal === null
          ? []
          : [mealAt(start + Math.round(((end - start) * one.meal.at) / 100), one.meal.minutes, end)]),
      ]
      const whole = { start, end, breaks: breaks.filter((each) => each.end < end && each.start > start) }
      return [one.overtime === undefined ? whole : { ...whole, overtimeMinutes: one.overtime }]
    }),
  )

const mealAt = (start: number, minutes: number, end: number): WorkShift['breaks'][number] => ({
  kind: 'meal',
  isPaid: false,
  start,
  end: Math.min(end, start + minutes),
})

const someWork = fc.record({
  shifts: someShifts,
  jurisdiction: fc.constantFrom(...jurisdictions),
  weekPattern: fc.constantFrom('fiveDay', 'sixDay', 'shifts'),
  isContinuousOperation: fc.boolean(),
  isNightWorkEqualised: fc.boolean(),
  group: fc.constantFrom(null, 'pregnant', 'womanWithChildUnder3', 'harmful'),
})

type SomeWork = typeof someWork extends fc.Arbitrary<infer Work> ? Work : never

const questionOf = ({ shifts, group, ...how }: SomeWork): ReturnType<typeof question> =>
  question(shifts, {
    ...asked,
    how: { ...how, weekHours: group === 'harmful' ? 36 : 40, accountingMonths: 1 },
    who: { groups: group === null ? [] : [{ group, from: '2020-01-01', to: null }] },
  })

describe('any two weeks of shifts', () => {
  it('break nothing where no rule holds', () => {
    fc.assert(
      fc.property(someWork, (work) => {
        expect(checkLaw({ ...questionOf(work), rulesFor: () => [] })).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('are left as they were by the check', () => {
    fc.assert(
      fc.property(someWork, (work) => {
        const before = questionOf(work)
        const copy = structuredClone(before.people)
        checkLaw(before)
        expect(before.people).toEqual(copy)
      }),
      { numRuns: 30 },
    )
  })

  it('are led out of each breach by each way that is offered', () => {
    fc.assert(
      fc.property(someWork, (work) => {
        const before = questionOf(work)
        const all = checkLaw(before)
        // While shifts overlap, parting them comes first: what is gained by moving one may be lost to the other.
        const overlaps = all.filter(({ code }) => code === 'shiftsOverlap')
        const found = overlaps.length > 0 ? overlaps : all
        for (const one of found)
          for (const cure of one.cures) {
            const people = before.people.map((each) => applyCure(each, cure))
            // Of the same kind of work: a shift that begins after midnight instead is no work on a day off, but may be overtime of the new day.
            const isLike = ({ ruleId, code, details }: Violation): boolean =>
              ruleId === one.ruleId && code === one.code && details.work === one.details.work
            const left = checkLaw({ ...before, people }).filter(isLike)
            const many = found.filter(isLike)
            expect({ one, cure, left: Math.min(left.length, many.length - 1) }).toEqual({
              one,
              cure,
              left: left.length,
            })
          }
      }),
      { numRuns: 300 },
    )
  })

  it('have a key, a sentence and cures in words for each breach, in both languages', () => {
    fc.assert(
      fc.property(someWork, (work) => {
        const found = checkLaw(questionOf(work))
        expect(new Set(found.map(violationKey)).size).toBe(found.length)
        for (const one of found)
          for (const language of ['ru', 'en'] as const) {
            const sentences = [
              sayViolation(one, language),
              ...one.cures.map((cure) => sayCure(cure, language, russian)),
            ]
            for (const sentence of sentences) expect(sentence).toMatch(/^(?!.*(undefined|NaN|Infinity)).{10,}/)
            const isRussian = /[а-я]/.test(sentences.join(''))
            expect(isRussian).toBe(language === 'ru')
          }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a shift that is cut short', () => {
  it('never makes more hours of any kind', () => {
    const paid = (shifts: readonly WorkShift[]): ReturnType<typeof payHours> => {
      const work: PersonWork = { person: { ...person, agreement: { ...agreement, accountingMonths: 1 } }, shifts }
      return payHours({ work, rules: rulesOf('RU'), calendar: russian, from: '2026-04-01', to: '2026-05-31' })
    }
    fc.assert(
      fc.property(
        someShifts,
        fc.nat(),
        fc.nat({ max: 600 }),
        fc.nat({ max: 600 }),
        (shifts, which, fromStart, fromEnd) => {
          fc.pre(shifts.length > 0)
          const index = which % shifts.length
          const less = shifts.flatMap((one, place) =>
            place === index ? [within(one, one.start + fromStart, one.end - fromEnd) ?? []].flat() : [one],
          )
          const [before, after] = [paid(shifts), paid(less)]
          for (const hours of [
            'workedMinutes',
            'nightMinutes',
            'holidayMinutes',
            'holidayAboveNormMinutes',
            'overtimeMinutes',
          ] as const)
            expect(after[hours]).toBeLessThanOrEqual(before[hours])
          const sum = after.bands.reduce((total, { minutes }) => total + minutes, 0)
          expect(sum).toBe(after.workedMinutes)
        },
      ),
      { numRuns: 200 },
    )
  })
})
