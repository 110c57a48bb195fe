import { describe, expect, it } from 'vitest'

import { Mapping } from '@pult/contract/imports'

import { withDate, withElse } from './moment-columns.ts'

const apart = Mapping.parse({
  key: [],
  offeredAt: { anyOf: [['Called', 'Queued']] },
  endedAt: { anyOf: [['Called', 'Ended']] },
})

describe('the time when a contact began', () => {
  it('has another where the first is empty, of the same date', () => {
    expect(withElse(apart.offeredAt, 'Rang').anyOf).toEqual([
      ['Called', 'Queued'],
      ['Called', 'Rang'],
    ])
    expect(withElse(withElse(apart.offeredAt, 'Rang'), null).anyOf).toEqual([['Called', 'Queued']])
    expect(withElse({ ...apart.offeredAt, anyOf: [['Began']] }, 'Rang').anyOf).toEqual([['Began'], ['Rang']])
  })

  it('takes all times of day along when its date is another column', () => {
    const { offeredAt, endedAt } = withDate({ ...apart, offeredAt: withElse(apart.offeredAt, 'Rang') }, 'Day')
    expect(offeredAt.anyOf).toEqual([
      ['Day', 'Queued'],
      ['Day', 'Rang'],
    ])
    expect(endedAt?.anyOf).toEqual([['Day', 'Ended']])
    expect(withDate(apart, null).offeredAt.anyOf).toEqual([['Queued']])
    expect(withDate({ ...apart, offeredAt: { ...apart.offeredAt, anyOf: [['Began']] } }, 'Day').endedAt).toBe(
      apart.endedAt,
    )
  })
})
