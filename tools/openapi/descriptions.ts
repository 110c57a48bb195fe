import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { inner, type JsonSchema } from './json-schema.ts'

const contract = join(import.meta.dirname, '../../contract')

/** A sentence of the contract beside what it is about: `['Batch']` a shape, `['Batch', 'source']` a field of it. */
interface Said {
  readonly path: readonly string[]
  readonly sentence: string
}

/** Gives shapes and their fields the sentences that stand beside them in the contract. */
export function describeShapes(shapes: Readonly<Record<string, JsonSchema>>): void {
  const texts = readdirSync(contract)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(contract, file), 'utf8'))
  const said = texts.flatMap(sentences)
  const bases = new Map(
    texts.flatMap((text) => [...text.matchAll(DERIVED)].map(([, name = '', base = '']) => [name, base])),
  )
  const describe = (shape: JsonSchema, subject: string, isWhole: boolean): void => {
    for (const { path, sentence } of said) {
      const [name, ...fields] = path
      if (name !== subject || (fields.length === 0 && !isWhole)) continue
      for (const place of find(shape, fields)) place.description ??= sentence
    }
    const base = bases.get(subject)
    if (base !== undefined) describe(shape, base, false)
  }
  for (const [name, shape] of Object.entries(shapes)) {
    describe(shape, name, true)
    if (name.endsWith('Input')) describe(shape, name.slice(0, -'Input'.length), true)
  }
}

/** A shape that is another one with some fields more, fewer or looser. */
const DERIVED = /const (\w+) = ([A-Z]\w+)\s*\.(?:extend|partial|omit|pick)\(/g

/** The doc comments of a file of schemas. Its indentation, which the formatter keeps, says what is inside what. */
export function sentences(text: string): Said[] {
  const found: Said[] = []
  let comment: string[] | null = null
  let pending = ''
  let stack: { readonly indent: number; readonly name: string }[] = []
  for (const line of text.split('\n')) {
    const opened = /^\s*\/\*\*\s?(.*?)(\s*\*\/)?$/.exec(line)
    if (opened !== null) {
      comment = [opened[1] ?? '']
      if (opened[2] === undefined) continue
    } else if (comment !== null) {
      const [, words = '', end] = /^\s*\*?\s?(.*?)(\s*\*?\/)?$/.exec(line) ?? []
      comment.push(words)
      if (end === undefined) continue
    }
    if (comment !== null) {
      pending = comment.join(' ').replaceAll(/\s+/g, ' ').trim()
      comment = null
      continue
    }
    const declared = /^(?:export )?const (\w+)/.exec(line)?.[1]
    const field = /^(\s+)(\w+):/.exec(line)
    if (declared !== undefined) stack = [{ indent: -1, name: declared }]
    else if (field !== null) {
      const indent = (field[1] ?? '').length
      stack = [...stack.filter((one) => one.indent < indent), { indent, name: field[2] ?? '' }]
    } else if (line.trim() === '' || /^\S/.test(line)) {
      if (line.trim() !== '' && !/^[})\]]/.test(line)) stack = []
      continue
    } else continue
    if (pending !== '' && stack.length > 0) found.push({ path: stack.map(({ name }) => name), sentence: pending })
    pending = ''
  }
  return found
}

/** The places of a shape that a path of field names leads to, through lists and alternatives. */
function find(shape: JsonSchema, [field, ...rest]: readonly string[]): JsonSchema[] {
  if (field === undefined) return [shape]
  const here = shape.properties?.[field]
  if (here !== undefined) return find(here, rest)
  const through = inner(shape).filter(
    (one) => shape.properties === undefined || !Object.values(shape.properties).includes(one),
  )
  return through.flatMap((one) => find(one, [field, ...rest]))
}
