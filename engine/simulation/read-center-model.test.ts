import { describe, expect, it } from 'vitest'

import { readCenterModel } from './index.ts'
import { simpleMsk } from './testing/reference-centers.ts'

/** The model with one place changed, as in `contactTypes.0.handling`. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(simpleMsk) as unknown
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let at = copy as Record<string, unknown>
  for (const step of steps) at = at[step] as Record<string, unknown>
  at[last] = value
  return copy
}

describe('the model file', () => {
  it('takes a distribution in either spelling, for all periods or for each', () => {
    const { model } = readCenterModel(
      changed('contactTypes.0.patience', { kind: 'gamma', shape: 2, meanSeconds: 90, probabilityZero: 0.1 }),
    )
    const gamma = { kind: 'gamma', shape: 2, meanSeconds: 90, probabilityZero: 0.1 }
    expect(model.contactTypes[0]?.patience).toEqual([gamma, gamma, gamma])
    expect(model.contactTypes[0]?.handling).toEqual(
      [0.5, 0.6, 0.4].map((rate) => ({ kind: 'exponential', meanSeconds: 60 / rate })),
    )
    const nested = changed('contactTypes.0.patience', { exponential: { meanSeconds: 90, probabilityZero: 0.1 } })
    expect(readCenterModel(nested).model.contactTypes[0]?.patience?.[0]).toEqual({
      kind: 'exponential',
      meanSeconds: 90,
      probabilityZero: 0.1,
    })
  })

  it('is its own reading: read again it is the same', () => {
    const { model, unused } = readCenterModel(simpleMsk)
    expect(unused).toEqual([])
    expect(readCenterModel(JSON.parse(JSON.stringify(model))).model).toEqual(model)
  })

  it('tells fields it does not know', () => {
    expect(readCenterModel(changed('contactTypes.1.pateince', {})).unused).toEqual(['contactTypes[1].pateince'])
  })

  it.each([
    ['horizonSeconds', 0, 'horizonSeconds must be a number above 0, not 0'],
    ['horizonSeconds', 'long', 'horizonSeconds must be a number above 0, not "long"'],
    ['horizonSeconds', 100, 'periods[0] ends at 7200 seconds, after horizonSeconds (100)'],
    ['periods', [], 'periods must be a list with at least one entry, not []'],
    ['periods.1.startSeconds', 3000, 'periods[1].startSeconds is 3000, before the end of the period before it (7200)'],
    ['busyness.gammaShape', 0, 'busyness.gammaShape must be a number of at least 0.05, not 0'],
    ['contactTypes.0', 7, 'contactTypes[0] must be an object, not 7'],
    [
      'contactTypes.0.arrivalsPerHour',
      [1, 2],
      'contactTypes[0].arrivalsPerHour must have one entry for each of the 3 periods, not 2',
    ],
    [
      'contactTypes.0.arrivalsPerHour.1',
      -3,
      'contactTypes[0].arrivalsPerHour[1] must be a number of at least 0, not -3',
    ],
    [
      'contactTypes.0.arrivalsPerHour.1',
      null,
      'contactTypes[0].arrivalsPerHour[1] must be a number of at least 0, not null',
    ],
    ['contactTypes.0.handling', undefined, 'contactTypes[0].handling must be an object, not missing'],
    [
      'contactTypes.0.handling.2',
      { exponential: { meanSeconds: -1 } },
      'contactTypes[0].handling[2].exponential.meanSeconds must be a number above 0, not -1',
    ],
    [
      'contactTypes.0.handling.2.exponential.meanSeconds',
      Number.NaN,
      'contactTypes[0].handling[2].exponential.meanSeconds must be a number above 0, not NaN',
    ],
    [
      'contactTypes.0.patience',
      { exponential: { meanSeconds: 60 }, probabilityZero: 2 },
      'contactTypes[0].patience.probabilityZero must be a number of at least 0 and at most 1, not 2',
    ],
    ['contactTypes.0.groups', [], 'contactTypes[0].groups must be a list with at least one entry, not []'],
    ['contactTypes.0.groups', ['Z'], 'contactTypes[0].groups[0] is "Z", which the model does not have'],
    ['contactTypes.1.id', '0', 'contactTypes[1].id repeats "0"'],
    ['groups.0.types', ['0', '0'], 'groups[0].types[1] repeats "0"'],
    ['groups.0.agents.0', 2.5, 'groups[0].agents[0] must be a whole number of at least 0, not 2.5'],
    ['routing', 'random', 'routing must be one of longestWaiting, priority, not "random"'],
    ['lines', 0, 'lines must be a whole number of at least 1, not 0'],
    ['drainAfterEnd', 1, 'drainAfterEnd must be true or false, not 1'],
    ['contactTypes.0.arrivalsPerHour.0', 1e9, /more than 100000000 are not simulated/],
  ])('%s = %j is refused by its place', (path, value, words) => {
    const read = (): unknown => readCenterModel(changed(path, value))
    expect(read).toThrow(RangeError)
    expect(read).toThrow(words)
  })

  it('must be an object at all, and its distributions must be known', () => {
    expect(() => readCenterModel([])).toThrow('the model must be an object, not []')
    expect(() => readCenterModel(changed('contactTypes.0.handling', { weibull: {} }))).toThrow(
      /^contactTypes\[0\]\.handling must be a distribution/,
    )
  })
})
