import { describe, expect, it } from 'vitest'

import { findPage } from './ahead.ts'
import type { CenterPage } from './room.ts'

const page = (path: string): CenterPage => ({
  path,
  may: 'readMeasures',
  page: () => Promise.reject(new Error('not here')),
})
const rooms = [{ centerPages: [page('/imports/$importId'), page('/imports/new'), page('/today')] }]

describe('the page of an address', () => {
  it('is found with its parameters', () => {
    expect(findPage(rooms, '/imports/7')).toMatchObject({
      page: { path: '/imports/$importId' },
      params: { importId: '7' },
    })
  })
  it('is the plain one before the one with parameters', () => {
    expect(findPage(rooms, '/imports/new')?.page.path).toBe('/imports/new')
  })
  it('is none where there is none', () => {
    expect(findPage(rooms, '/today/7')).toBeNull()
  })
})
