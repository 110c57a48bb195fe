import { describe, expect, it } from 'vitest'

import { shareAnswers } from './shared-answers.ts'

/** A computation that ends when it is told to; counts how often it was begun. */
function slow() {
  const begun: PromiseWithResolvers<number>[] = []
  const work = (): Promise<number> => {
    const one = Promise.withResolvers<number>()
    begun.push(one)
    return one.promise
  }
  return { begun, work }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('many who ask the same at once', () => {
  it('share one answer that was begun after they asked, and each key has its own', async () => {
    const ask = shareAnswers<number>()
    const { begun, work } = slow()
    const first = ask('a', work)
    const later = [ask('a', work), ask('a', work), ask('a', work)]
    const other = ask('b', work)
    expect(begun).toHaveLength(2)
    begun[0]?.resolve(1)
    begun[1]?.resolve(2)
    expect(await Promise.all([first, other])).toEqual([1, 2])
    await settled()
    expect(begun).toHaveLength(3)
    begun[2]?.resolve(3)
    expect(await Promise.all(later)).toEqual([3, 3, 3])
    const fresh = ask('a', work)
    begun[3]?.resolve(4)
    expect(await fresh).toBe(4)
  })

  it('are not kept from theirs by one that failed', async () => {
    const ask = shareAnswers<number>()
    const { begun, work } = slow()
    const first = ask('a', work)
    const second = ask('a', work)
    begun[0]?.reject(new Error('no database'))
    await expect(first).rejects.toThrow('no database')
    await settled()
    begun[1]?.resolve(5)
    expect(await second).toBe(5)
  })
})
