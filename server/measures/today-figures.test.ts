import { describe, expect, it } from 'vitest'

import { definitionsOfDay } from './today-definitions.ts'
import { figuresOf } from './today-figures.ts'

describe('what is usual', () => {
  const usual = (...offered: (number | undefined)[]): unknown =>
    figuresOf({
      counts: undefined,
      former: offered.map((count) => (count === undefined ? undefined : { offered: count })),
      live: undefined,
      now: 0,
      targets: [],
      queueId: 1,
      shortAbandonSeconds: 5,
      held: definitionsOfDay([], '2026-10-05').held,
    }).usual

  it('counts a week in which nobody asked for a small queue as nobody', () => {
    expect(usual(4, undefined, 2, 6)).toMatchObject({ days: 4, offered: 3 })
    expect(usual(undefined, 2)).toMatchObject({ days: 2, offered: 1 })
  })

  it('leaves out the weeks before a queue’s first contact', () => {
    expect(usual(4, 2, undefined, undefined)).toMatchObject({ days: 2, offered: 3 })
    expect(usual(undefined, undefined)).toBeNull()
  })
})
