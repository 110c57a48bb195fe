import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { judgeSkills, numberChange, type SkillTwice } from './judge-digest.ts'
import { medianChange, medianWithin } from './median-change.ts'
import { fisherTest, shareChange } from './share-change.ts'

describe('Fisher’s exact test', () => {
  it('agrees with the tea that a lady tasted (Fisher 1935)', () => {
    expect(fisherTest({ naming: 3, named: 4 }, { naming: 1, named: 4 })).toBeCloseTo(34 / 70, 10)
    expect(fisherTest({ naming: 4, named: 4 }, { naming: 0, named: 4 })).toBeCloseTo(2 / 70, 10)
  })

  it('agrees with the published example of 1 of 10 against 11 of 14', () => {
    // Agresti's and Wikipedia's table of dieting: 0.002759.
    expect(fisherTest({ naming: 1, named: 12 }, { naming: 9, named: 12 })).toBeCloseTo(0.002759, 5)
  })

  it('is 1 where nothing differs and the same from both sides', () => {
    expect(fisherTest({ naming: 5, named: 50 }, { naming: 5, named: 50 })).toBeCloseTo(1, 10)
    const one = { naming: 7, named: 33 }
    const other = { naming: 21, named: 40 }
    expect(fisherTest(one, other)).toBeCloseTo(fisherTest(other, one), 12)
  })
})

describe('the change of a share', () => {
  it('has Newcombe’s interval of his first example: 56 of 70 against 48 of 80', () => {
    const change = shareChange({ naming: 48, named: 80 }, { naming: 56, named: 70 })
    expect(change?.difference).toBeCloseTo(0.2, 10)
    // Newcombe 1998, table II, method 10.
    expect(change?.low).toBeCloseTo(0.0524, 4)
    expect(change?.high).toBeCloseTo(0.3339, 4)
  })

  it('is nothing where there is nothing to compare', () => {
    expect(shareChange({ naming: 0, named: 0 }, { naming: 1, named: 2 })).toBeNull()
  })
})

/** Skills drawn for vacancies before and after; `moved` doubles the share of the first skill afterwards. */
function drawSkills(seed: string, moved: boolean): SkillTwice[] {
  const random = createRandom(seed)
  return Array.from({ length: 60 }, (_, place) => {
    const share = 0.3 / (1 + place / 6)
    const draw = (count: number, chance: number): number => {
      let found = 0
      for (let one = 0; one < count; one++) if (random.uniform() < chance) found++
      return found
    }
    const before = draw(400, share)
    const after = draw(100, moved && place === 0 ? 2 * share : share)
    return { name: `навык ${place}`, before, after, activeThen: before, activeNow: before + after }
  })
}
const named = { beforeNamed: 400, afterNamed: 100 }

describe('skills judged', () => {
  it('takes noise for noise: one digest in twenty at most tells of a change that is none', () => {
    let told = 0
    const digests = 200
    for (let one = 0; one < digests; one++) {
      const { risen, fallen } = judgeSkills(drawSkills(`шум ${one}`, false), named)
      if (risen.length + fallen.length > 0) told++
    }
    expect(told / digests).toBeLessThan(0.05)
  })

  it('finds a share that doubled', () => {
    const { risen, tested } = judgeSkills(drawSkills('рост', true), named)
    expect(tested).toBe(60)
    expect(risen.map(({ name }) => name)).toEqual(['навык 0'])
    expect(risen[0]?.low).toBeGreaterThan(0)
  })

  it('says who came into the twenty for a reason, and counts those who did by chance', () => {
    const skills = Array.from({ length: 30 }, (_, place): SkillTwice => {
      const base = { name: `навык ${String(place).padStart(2, '0')}`, before: 200 - place, after: 50 }
      return { ...base, activeThen: 200 - place, activeNow: 200 - place }
    }).map((skill, place) =>
      // The 26th came from nearly nothing; the 22nd and the 20th changed places.
      place === 25
        ? { ...skill, before: 4, after: 80, activeThen: 4, activeNow: 190 }
        : place === 21
          ? { ...skill, activeNow: 182 }
          : skill,
    )
    const judged = judgeSkills(skills, { beforeNamed: 1000, afterNamed: 250 })
    expect(judged.entered).toEqual(['навык 25'])
    expect(judged.byChance).toBeGreaterThan(0)
    expect(judged.left).toEqual([])
  })
})

describe('the number of vacancies', () => {
  it('has changed when more came than went, beyond the spread of both', () => {
    expect(numberChange(100, 90)).toMatchObject({ change: 10, isSure: false })
    expect(numberChange(160, 90)).toMatchObject({ change: 70, isSure: true })
    expect(numberChange(0, 0)).toMatchObject({ change: 0, isSure: false })
  })
})

describe('a median', () => {
  it('stands within order statistics: of 1 to 20 within 6 and 15', () => {
    // Conover 1999: n = 20 has the 6th and the 15th.
    const values = Array.from({ length: 20 }, (_, place) => place + 1)
    expect(medianWithin(Object.freeze(values))).toEqual({ n: 20, median: 10.5, low: 6, high: 15 })
    expect(medianWithin([3, 1])).toEqual({ n: 2, median: 2, low: null, high: null })
    expect(medianWithin([])).toEqual({ n: 0, median: null, low: null, high: null })
  })

  it('changes within an interval that holds the truth nineteen times of twenty', () => {
    const random = createRandom('зарплаты')
    const draw = (count: number, middle: number): number[] =>
      Array.from({ length: count }, () =>
        Math.round(middle * Math.exp((random.uniform() + random.uniform() + random.uniform() - 1.5) * 0.6)),
      )
    let held = 0
    const trials = 600
    for (let trial = 0; trial < trials; trial++) {
      const change = medianChange(draw(60, 80_000), draw(35, 88_000))
      if (change !== null && change.low <= 0.1 && 0.1 <= change.high) held++
    }
    expect(held / trials).toBeGreaterThan(0.93)
    expect(held / trials).toBeLessThan(0.995)
  })

  it('says nothing of too few', () => {
    expect(medianChange([1, 2, 3], [4, 5, 6])).toBeNull()
  })
})
