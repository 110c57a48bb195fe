import { expect, test } from 'vitest'

import { remembering } from './remembering.ts'

test('makes a thing once for all who ask, forgets what failed, what is old and what is one too many', async () => {
  const made: string[] = []
  const remember = remembering<string>({ most: 2, forMs: 40 })
  const ask = (key: string): Promise<string> =>
    remember(key, async () => {
      made.push(key)
      if (key === 'spoilt') throw new Error('a spoilt document')
      return `${key} ${made.length}`
    })
  expect(await Promise.all([ask('a'), ask('a')])).toEqual(['a 1', 'a 1'])
  await expect(ask('spoilt')).rejects.toThrow('spoilt')
  await expect(ask('spoilt')).rejects.toThrow('spoilt')
  await ask('b')
  await ask('a')
  await ask('c')
  expect(made).toEqual(['a', 'spoilt', 'spoilt', 'b', 'c'])
  await ask('a')
  expect(made.at(-1)).toBe('a')
  await new Promise((resolve) => setTimeout(resolve, 60))
  await ask('a')
  expect(made.filter((key) => key === 'a')).toHaveLength(3)
})
