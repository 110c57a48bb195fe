import { describe, expect, it } from 'vitest'

import { defineView, inAddress, readView, writeView } from './view.ts'

const view = defineView({
  queues: inAddress.numbers(),
  tab: inAddress.oneOf(['table', 'chart'], 'table'),
  search: inAddress.text(),
  withFormer: inAddress.flag(),
  within: inAddress.maybeNumber(),
})

describe('the state of a page in its address', () => {
  it('comes back as it was written', () => {
    const state = { queues: [3, 7], tab: 'chart', search: 'а & б=1', withFormer: true, within: 0 } as const
    expect(readView(view, writeView(view, state))).toEqual(state)
  })
  it('leaves out what stands at its start', () => {
    expect(writeView(view, { ...view.start, tab: 'chart' })).toBe('?tab=chart')
    expect(writeView(view, view.start)).toBe('')
  })
  it('falls back to the start on nonsense', () => {
    expect(readView(view, '?tab=cake&within=soon&queues=1,x,,2&other=1')).toEqual({ ...view.start, queues: [1, 2] })
  })
  it('keeps lists readable', () => {
    expect(writeView(view, { queues: [1, 2] })).toBe('?queues=1,2')
  })
})
