import { expect, test } from 'vitest'

import { inTurn } from './in-turn.ts'

test('works on two documents at once and no more, in the order of asking, past one that fails', async () => {
  let now = 0
  let most = 0
  const begun: number[] = []
  const one = (name: number) => async (): Promise<number> => {
    begun.push(name)
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 5))
    now--
    if (name === 1) throw new Error('a spoilt document')
    return name
  }
  const ended = await Promise.allSettled([0, 1, 2, 3, 4].map((name) => inTurn(one(name))))
  expect(most).toBe(2)
  expect(begun).toEqual([0, 1, 2, 3, 4])
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
})
