import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { access } from '@pult/contract/access'
import { center } from '@pult/contract/center'
import { contacts } from '@pult/contract/contacts'
import { demo } from '@pult/contract/demo'
import { forecast } from '@pult/contract/forecast'
import { forecastLayers } from '@pult/contract/forecast-layers'
import { forecastLeftOut } from '@pult/contract/forecast-left-out'
import { imports } from '@pult/contract/imports'
import { measures } from '@pult/contract/measures'
import { people } from '@pult/contract/people'
import { peopleAgreements } from '@pult/contract/people-agreements'
import { peopleTime } from '@pult/contract/people-time'
import { intraday } from '@pult/contract/intraday'
import { schedule } from '@pult/contract/schedule'
import { scheduleReports } from '@pult/contract/schedule-reports'
import { scheduleSettings } from '@pult/contract/schedule-settings'
import { simulation } from '@pult/contract/simulation'
import { staffing } from '@pult/contract/staffing'
import { staffingSkills } from '@pult/contract/staffing-skills'
import { permissions, rightsByRole, roleMay, roles } from '@pult/contract/permissions'
import type { AnyRoute } from '@pult/contract/route'
import { glossary, registry } from '@pult/engine/measures'

const root = join(import.meta.dirname, '..')

const glossaryHead = `# Словарь · Glossary

Пишется из определений показателей: \`npm run docs\`. Written from the definitions of the measures; do not edit by hand.

«÷» — из каких счётчиков; число после @ — версия определения, опубликованная версия не меняется. "÷" says of which counters; the number after @ is
the definition's version, and a published version never changes.

`

/** What GLOSSARY.md must say now. */
export const glossaryText = (): string => glossaryHead + glossary(registry.all)

const rooms: Readonly<Record<string, object>> = {
  access,
  center,
  people: { ...people, ...peopleAgreements, ...peopleTime },
  contacts,
  imports,
  measures,
  forecast,
  forecastLayers,
  forecastLeftOut,
  staffing: { ...staffing, ...staffingSkills },
  schedule: { ...schedule, ...scheduleSettings, ...scheduleReports },
  intraday,
  simulation,
  demo,
}

const apiHead = `# The API

Written from the routes themselves: \`npm run docs\`. Do not edit by hand.

JSON over HTTP below \`/api/v1\`. Scripts send \`Authorization: Bearer <token>\` (Settings → Tokens: one centre, one role, with an end). Refusals
are problem documents (RFC 9457) with a stable \`code\`, a sentence, and the place in the request. Shapes of requests and replies are the Zod
schemas of \`contract/\`. A centre one has no part in does not exist (404); what one's role does not allow is 403.

`

/** What docs/reference/api.md must say now. */
export function apiText(): string {
  const parts = Object.entries(rooms).map(([room, routes]) => {
    const rows = (Object.values(routes) as AnyRoute[]).map(
      ({ method, path, may, summary }) => `| \`${method} ${path}\` | ${may} | ${summary} |`,
    )
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

if (import.meta.main) {
  await writeFile(join(root, 'GLOSSARY.md'), glossaryText())
  await writeFile(join(root, 'docs/reference/api.md'), apiText())
  console.log('GLOSSARY.md and docs/reference/api.md are written')
}
