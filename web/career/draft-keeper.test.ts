import { setTimeout as rest } from 'node:timers/promises'

import { expect, it } from 'vitest'

import type { ResumeDraft } from '@pult/contract/career-words'
import { beginResume } from '@pult/engine/career'

import { createDraftKeeper } from './draft-keeper.ts'

const draft: ResumeDraft = {
  resume: beginResume('ru', 'head-of-call-center'),
  industries: [],
  vacancy: { title: '', employer: '', text: '' },
  leftOver: [],
}
const named = (name: string): ResumeDraft => ({ ...draft, leftOver: [name] })

/** A server that holds one version. */
function server() {
  const kept = { version: 1, draft, isDown: false, saves: 0 }
  const save = async (given: ResumeDraft, version: number): Promise<number> => {
    await rest(5)
    if (kept.isDown) throw new Error('down')
    if (version !== kept.version) throw new Error('stale')
    kept.draft = given
    kept.saves += 1
    kept.version += 1
    return kept.version
  }
  const isStale = (error: unknown): boolean => (error as Error).message === 'stale'
  return { kept, keeper: () => createDraftKeeper({ draft, version: 1, save, isStale, waitMs: 1, againMs: 10 }) }
}

it('saves all that is typed, also while it is saving', async () => {
  const { kept, keeper } = server()
  const own = keeper()
  own.change(named('а'))
  const saving = own.flush()
  own.change(named('аб'))
  own.change(named('абв'))
  await saving
  await own.flush()
  expect(kept.draft).toEqual(named('абв'))
  expect(own.state()).toBe('saved')
  expect(kept.saves).toBeLessThan(3)
})

it('writes nothing over another window until told to, and loses nothing', async () => {
  const { kept, keeper } = server()
  const [one, two] = [keeper(), keeper()]
  one.change(named('первое окно'))
  await one.flush()
  two.change(named('второе окно'))
  await two.flush()
  expect(two.state()).toBe('stale')
  two.change(named('второе окно пишет дальше'))
  await two.flush()
  expect(kept.draft).toEqual(named('первое окно'))
  await two.overwrite(kept.version)
  expect(kept.draft).toEqual(named('второе окно пишет дальше'))
})

it('tries again while the server cannot be reached', async () => {
  const { kept, keeper } = server()
  const own = keeper()
  kept.isDown = true
  own.change(named('в поезде'))
  await own.flush()
  expect(own.state()).toBe('failed')
  kept.isDown = false
  await expect.poll(() => own.state(), { timeout: 2000 }).toBe('saved')
  expect(kept.draft).toEqual(named('в поезде'))
})
