import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Pages that people read: no tool parses them, so nothing else would see what a merge has left in them. */
function pages(): string[] {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name))
  return [...readdirSync(root), ...docs].filter((name) => name.endsWith('.md'))
}

it('no page of documentation holds the marks of an unfinished merge', () => {
  const read = pages().map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
  expect(read.length).toBeGreaterThan(30)
  expect(read.filter(({ text }) => /^(<{7}|>{7}) /m.test(text)).map(({ name }) => name)).toEqual([])
})
