import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// A rule that cannot bite is no rule: each forbidden import is planted in a small house with the same floors and the
// project's own rule files, and the tools must reject it by name.

const ROOT = dirname(import.meta.dirname)
let house: string

/** A lawful house: every floor, two rooms with doors, imports in the allowed direction only. */
const lawful: Readonly<Record<string, string>> = {
  'engine/numeric/index.ts': "export { half } from './half.ts'\n",
  'engine/numeric/half.ts': 'export function half(value: number): number {\n  return value / 2\n}\n',
  'contract/people.ts': "import { half } from '@pult/engine/numeric'\n\nexport const limit: number = half(10)\n",
  'server/platform/index.ts': 'export const port = 1\n',
  'server/people/index.ts': "export { people } from './people.ts'\n",
  'server/people/people.ts': "import { limit } from '@pult/contract/people'\n\nexport const people = [limit]\n",
  'server/contacts/index.ts': "import { people } from '../people/index.ts'\n\nexport const contacts = people\n",
  'web/platform/client.ts': 'export const client = 1\n',
  'web/people/PeoplePage.ts': "import { client } from '../platform/client.ts'\n\nexport const page = client\n",
  'web/contacts/ContactsPage.ts': 'export const contactsPage = 1\n',
  'web/ui/table.ts': 'export const table = 1\n',
  'client/index.ts': 'export const ask = 1\n',
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'pult-house-'))
  for (const file of ['.dependency-cruiser.mjs', '.oxlintrc.json', 'tsconfig.base.json', 'package.json'])
    cpSync(join(ROOT, file), join(house, file))
  for (const floor of ['engine', 'contract', 'server', 'web']) {
    mkdirSync(join(house, floor), { recursive: true })
    cpSync(join(ROOT, floor, 'package.json'), join(house, floor, 'package.json'))
    cpSync(join(ROOT, floor, 'tsconfig.json'), join(house, floor, 'tsconfig.json'))
  }
  mkdirSync(join(house, 'node_modules/@pult'), { recursive: true })
  for (const floor of ['engine', 'contract', 'server'])
    symlinkSync(join(house, floor), join(house, 'node_modules/@pult', floor))
  symlinkSync(join(ROOT, 'node_modules/@types'), join(house, 'node_modules/@types'))
  write(lawful)
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

function runTool(tool: string, args: readonly string[]): string {
  const result = spawnSync(join(ROOT, 'node_modules/.bin', tool), args, { cwd: house, encoding: 'utf8' })
  return `${result.status === 0 ? 'passed' : 'rejected'}\n${result.stdout}${result.stderr}`
}

const cruise = (): string =>
  runTool('depcruise', ['--config', '.dependency-cruiser.mjs', 'engine', 'contract', 'server', 'web', 'client'])
const lint = (): string => runTool('oxlint', ['engine'])
const types = (): string => runTool('tsc', ['-p', 'engine'])

/** Plants files, asks the tool, and puts the lawful house back. */
function planted(files: Readonly<Record<string, string>>, ask: () => string): string {
  write(files)
  try {
    return ask()
  } finally {
    for (const path of Object.keys(files)) rmSync(join(house, path))
    write(lawful)
  }
}

describe('the lawful house', () => {
  it('passes, and the tool really read it', () => {
    const words = cruise()
    expect(words).toMatch(/^passed/)
    expect(Number(/\((\d+) modules/.exec(words)?.[1])).toBeGreaterThanOrEqual(Object.keys(lawful).length)
    expect(lint()).toMatch(/^passed/)
    expect(types()).toMatch(/^passed/)
  })
})

describe('imports that go the wrong way', () => {
  it.each([
    [
      'engine-stands-alone',
      'engine/numeric/bad.ts',
      "import { limit } from '@pult/contract/people'\n\nexport const bad: number = limit\n",
    ],
    [
      'engine-stands-alone',
      'engine/numeric/bad.ts',
      "import { port } from '../../server/platform/index.ts'\n\nexport const bad: number = port\n",
    ],
    [
      'engine-has-no-input-or-output',
      'engine/numeric/bad.ts',
      "import { readFileSync } from 'node:fs'\n\nexport const bad: unknown = readFileSync\n",
    ],
    [
      'contract-knows-only-the-engine',
      'contract/bad.ts',
      "import { people } from '@pult/server/people'\n\nexport const bad = people\n",
    ],
    [
      'web-knows-no-server',
      'web/people/bad.ts',
      "import { people } from '@pult/server/people'\n\nexport const bad = people\n",
    ],
    [
      'server-knows-no-client',
      'server/people/bad.ts',
      "import { page } from '../../web/people/PeoplePage.ts'\n\nexport const bad = page\n",
    ],
    [
      'client-stands-alone',
      'client/bad.ts',
      "import { limit } from '@pult/contract/people'\n\nexport const bad: number = limit\n",
    ],
    [
      'rooms-have-doors',
      'server/contacts/bad.ts',
      "import { people } from '../people/people.ts'\n\nexport const bad = people\n",
    ],
    [
      'web-rooms-never-meet',
      'web/people/bad.ts',
      "import { contactsPage } from '../contacts/ContactsPage.ts'\n\nexport const bad = contactsPage\n",
    ],
    [
      'platform-knows-no-room',
      'server/platform/bad.ts',
      "import { people } from '../people/index.ts'\n\nexport const bad = people\n",
    ],
    [
      'ui-knows-no-platform',
      'web/ui/bad.ts',
      "import { client } from '../platform/client.ts'\n\nexport const bad = client\n",
    ],
    [
      'nobody-imports-a-test',
      'server/people/bad.ts',
      "import { aid } from './testing/aid.ts'\n\nexport const bad = aid\n",
    ],
    ['everything-resolves', 'server/people/bad.ts', "import { gone } from './gone.ts'\n\nexport const bad = gone\n"],
  ])('%s: %s', (rule, path, text) => {
    const extra = rule === 'nobody-imports-a-test' ? { 'server/people/testing/aid.ts': 'export const aid = 1\n' } : {}
    const words = planted({ ...extra, [path]: text }, cruise)
    expect(words).toMatch(/^rejected/)
    expect(words).toContain(rule)
  })

  it('no-circle: two files that need each other', () => {
    const words = planted(
      {
        'server/people/one.ts': "import { two } from './two.ts'\n\nexport const one = (): number => two()\n",
        'server/people/two.ts': "import { one } from './one.ts'\n\nexport const two = (): number => one()\n",
      },
      cruise,
    )
    expect(words).toMatch(/^rejected/)
    expect(words).toContain('no-circle')
  })

  it('rooms-form-no-circle: two rooms through their doors, with no circle of files', () => {
    const words = planted(
      {
        'server/contacts/history.ts': 'export const history = 1\n',
        'server/people/uses.ts': "import { contacts } from '../contacts/index.ts'\n\nexport const uses = contacts\n",
      },
      cruise,
    )
    expect(words).toMatch(/^rejected/)
    expect(words).toContain('rooms-form-no-circle')
  })
})

describe('an engine that looks at the world', () => {
  it.each([
    ['the clock', 'export const bad = (): number => Date.now()\n'],
    ['a date', 'export const bad = (): unknown => new Date()\n'],
    ['chance', 'export const bad = (): number => Math.random()\n'],
    ['the network', "export const bad = (): unknown => fetch('http://localhost')\n"],
    ['the process', 'export const bad = (): unknown => process.env\n'],
  ])('reaches for %s: lint says so', (_what, text) => {
    expect(planted({ 'engine/numeric/bad.ts': text }, lint)).toMatch(/^rejected[^]*no-restricted-(globals|properties)/)
  })

  it.each([
    ['process', 'export const bad = (): unknown => process.env\n'],
    ['fetch', "export const bad = (): unknown => fetch('http://localhost')\n"],
    ['console', "export const bad = (): void => console.log('x')\n"],
    ['node:fs', "import { readFileSync } from 'node:fs'\n\nexport const bad: unknown = readFileSync\n"],
  ])('names %s: the types do not know it', (_what, text) => {
    expect(planted({ 'engine/numeric/bad.ts': text }, types)).toMatch(/^rejected[^]*bad\.ts/)
  })
})
