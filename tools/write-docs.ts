import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { permissions, rightsByRole, roleMay, roles } from '@pult/contract/permissions'
import { commonRules, jurisdictions, presets, type LaborRule } from '@pult/engine/labor'
import { glossary, registry } from '@pult/engine/measures'

import { clientTypes } from '../client/write-types.ts'
import { openApiText } from './openapi/document.ts'
import { roomsInOrder } from './openapi/words.ts'
import { routes } from './rooms.ts'

const root = join(import.meta.dirname, '..')

const glossaryHead = `# Словарь · Glossary

Пишется из определений показателей: \`npm run docs\`. Written from the definitions of the measures; do not edit by hand.

«÷» — из каких счётчиков; число после @ — версия определения, опубликованная версия не меняется. "÷" says of which counters; the number after @ is
the definition's version, and a published version never changes.

`

/** What GLOSSARY.md must say now. */
export const glossaryText = (): string => glossaryHead + glossary(registry.all)

const apiHead = `# The API

Written from the routes themselves: \`npm run docs\`. Do not edit by hand.

JSON over HTTP below \`/api/v1\`. Scripts send \`Authorization: Bearer <token>\` (Settings → Tokens: one centre, one role, with an end). Refusals
are problem documents (RFC 9457) with a stable \`code\`, a sentence, and the place in the request. Shapes of requests and replies are the Zod
schemas of \`contract/\`, told to any tool by [openapi.json](openapi.json) (OpenAPI 3.1, also served at \`/api/v1/openapi.json\`) and held by
[rules of stability](api-stability.md). A centre one has no part in does not exist (404); what one's role does not allow is 403.

`

/** What docs/reference/api.md must say now. */
export function apiText(): string {
  const parts = roomsInOrder.map((room) => {
    const rows = routes
      .filter((one) => one.room === room)
      .map(({ route: { method, path, may, summary } }) => `| \`${method} ${path}\` | ${may} | ${summary} |`)
    return [`## ${room}`, '', '| route | right | what it does |', '|---|---|---|', ...rows, ''].join('\n')
  })
  return `${apiHead + parts.join('\n')}\n${rightsText()}`
}

/** Role × right, from the one table that the server asks. */
function rightsText(): string {
  const rows = permissions.map(
    (permission) => `| ${permission} | ${roles.map((role) => (roleMay(role, permission) ? '✔' : '')).join(' | ')} |`,
  )
  const reach = `| *sees* | ${roles.map((role) => rightsByRole[role].reach).join(' | ')} |`
  return [
    '## Who may what',
    '',
    `| right | ${roles.join(' | ')} |`,
    `|---|${roles.map(() => '---|').join('')}`,
    reach,
    ...rows,
    '',
  ].join('\n')
}

const lawHead = `# Rules of labour law

Written from the presets of \`engine/labor\`: \`npm run docs\`. Do not edit by hand. How rules are data, and what is provisional or left out, is in
[the background](../background/labour-law.md).

**block**: a roster is not published with it unless a named person decides so with a reason. **warn**: shown, may be accepted. **pay**: goes into the
hours for pay. **info**: a fact other rules read, or a duty that no roster shows. Rules that are not verified were written from general knowledge:
*check them against the law in force*. Every value can be changed for a centre or an agreement, with the days on which the change holds. None of this is
legal advice.

`

/** What docs/reference/labour-rules.md must say now. */
export function labourText(): string {
  const parts = [...jurisdictions.map((id) => [id, presets[id]] as const), ['everywhere', commonRules] as const]
  const tables = parts.map(([id, rules]) =>
    [
      `## ${id}`,
      '',
      '| id | article | rule | value | severity | verified |',
      '|---|---|---|---|---|---|',
      ...rules.map(
        (rule) =>
          `| ${rule.ruleId} | ${rule.article} | ${rule.title.en} | ${valueText(rule)} | ${rule.severity} | ${rule.isVerified ? '✔' : ''} |`,
      ),
      '',
    ].join('\n'),
  )
  return lawHead + tables.join('\n')
}

/** Parameters that say something: what an article leaves open is left out. */
function valueText({ kind, parameters }: LaborRule): string {
  const said = Object.entries(parameters).filter(([, value]) => value !== null)
  return `${kind}: ${said.map(([name, value]) => `${name} ${plain(value)}`).join(', ')}`
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(' · ')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, each]) => `${name} ${plain(each)}`)
    .join(' · ')
}

if (import.meta.main) {
  await writeFile(join(root, 'GLOSSARY.md'), glossaryText())
  await writeFile(join(root, 'docs/reference/api.md'), apiText())
  await writeFile(join(root, 'docs/reference/labour-rules.md'), labourText())
  await writeFile(join(root, 'docs/reference/openapi.json'), openApiText())
  await writeFile(join(root, 'client/openapi.d.ts'), await clientTypes(openApiText()))
  console.log(
    'GLOSSARY.md, client/openapi.d.ts and in docs/reference api.md, openapi.json and labour-rules.md are written',
  )
}
