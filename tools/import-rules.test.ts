import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// A rule that cannot bite is no rule: forbidden imports are planted in a small house with the same floors and the project's own
// rule files, and the tools must reject each by name. All are planted at once, for a tool takes a second to look at a house.

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

/** A forbidden file, the name of the rule or what else the tool must say, and where. */
type Planted = readonly [rule: string, path: string, text: string]

const filesOf = (list: readonly Planted[]): Record<string, string> =>
  Object.fromEntries(list.map(([, path, text]) => [path, text]))

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
  const wrong: readonly Planted[] = [
    [
      'engine-stands-alone',
      'engine/numeric/reaches-contract.ts',
      "import { limit } from '@pult/contract/people'\n\nexport const bad: number = limit\n",
    ],
    [
      'engine-stands-alone',
      'engine/numeric/reaches-server.ts',
      "import { port } from '../../server/platform/index.ts'\n\nexport const bad: number = port\n",
    ],
    [
      'engine-has-no-input-or-output',
      'engine/numeric/reads-files.ts',
      "import { readFileSync } from 'node:fs'\n\nexport const bad: unknown = readFileSync\n",
    ],
    [
      'contract-knows-only-the-engine',
      'contract/bad.ts',
      "import { people } from '@pult/server/people'\n\nexport const bad = people\n",
    ],
    [
      'web-knows-no-server',
      'web/people/knows-server.ts',
      "import { people } from '@pult/server/people'\n\nexport const bad = people\n",
    ],
    [
      'server-knows-no-client',
      'server/people/knows-client.ts',
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
      'web/people/meets.ts',
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
      'server/people/needs-aid.ts',
      "import { aid } from './testing/aid.ts'\n\nexport const bad = aid\n",
    ],
    [
      'everything-resolves',
      'server/people/resolves-not.ts',
      "import { gone } from './gone.ts'\n\nexport const bad = gone\n",
    ],
    ['no-circle', 'server/people/one.ts', "import { two } from './two.ts'\n\nexport const one = (): number => two()\n"],
    // Through their doors, with no circle of files.
    ['rooms-form-no-circle', 'server/people', ''],
  ]
  const besides = {
    'server/people/testing/aid.ts': 'export const aid = 1\n',
    'server/people/two.ts': "import { one } from './one.ts'\n\nexport const two = (): number => one()\n",
    'server/contacts/history.ts': 'export const history = 1\n',
    'server/people/uses.ts': "import { contacts } from '../contacts/index.ts'\n\nexport const uses = contacts\n",
  }
  let words = ''
  beforeAll(() => {
    const files = filesOf(wrong.filter(([, , text]) => text !== ''))
    words = planted({ ...files, ...besides }, cruise)
  })

  it.each(wrong)('%s: %s', (rule, path) => {
    expect(words).toMatch(/^rejected/)
    expect(words).toContain(`${rule}: ${path}`)
  })
})

describe('an engine that looks at the world', () => {
  const looks: readonly Planted[] = [
    ['the clock', 'engine/numeric/clock.ts', 'export const bad = (): number => Date.now()\n'],
    ['a date', 'engine/numeric/date.ts', 'export const bad = (): unknown => new Date()\n'],
    ['chance', 'engine/numeric/chance.ts', 'export const bad = (): number => Math.random()\n'],
    ['the network', 'engine/numeric/network.ts', "export const bad = (): unknown => fetch('http://localhost')\n"],
    ['the process', 'engine/numeric/process.ts', 'export const bad = (): unknown => process.env\n'],
  ]
  const names: readonly Planted[] = [
    ['process', 'engine/numeric/process.ts', 'export const bad = (): unknown => process.env\n'],
    ['fetch', 'engine/numeric/fetch.ts', "export const bad = (): unknown => fetch('http://localhost')\n"],
    ['console', 'engine/numeric/console.ts', "export const bad = (): void => console.log('x')\n"],
    [
      'node:fs',
      'engine/numeric/files.ts',
      "import { readFileSync } from 'node:fs'\n\nexport const bad: unknown = readFileSync\n",
    ],
  ]
  let linted = ''
  let typed = ''
  beforeAll(() => {
    linted = planted(filesOf(looks), lint)
    typed = planted(filesOf(names), types)
  })

  it.each(looks)('reaches for %s: lint says so', (_what, path) => {
    expect(linted).toMatch(/^rejected/)
    expect(linted).toMatch(new RegExp(`no-restricted-(globals|properties)[^]{0,400}?${path}`))
  })

  it.each(names)('names %s: the types do not know it', (_what, path) => {
    expect(typed).toMatch(/^rejected/)
    expect(typed).toContain(`${path}(`)
  })
})
