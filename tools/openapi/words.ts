import { routes } from '../rooms.ts'

/** What the document says at its top. */
export const about = `JSON over HTTP below \`/api/v1\`. Instants are ISO 8601 with an offset, days \`2026-11-01\` in the centre's calendar, units stand in the
names (\`waitMs\`, \`ahtSeconds\`), shares are fractions, a ratio is never averaged.

**Who asks.** Scripts send \`Authorization: Bearer <token>\`; \`x-pult-right\` says which right an operation needs (\`anyone\`: no sign-in,
\`signedIn\`: any person). A centre one has no part in does not exist (404); what one's role does not allow is 403.

**Refusals** are problem documents (RFC 9457): a stable \`code\`, a sentence in \`detail\`, and in \`at\` the place in the request (\`body.contacts.3.offeredAt\`).

**Limits.** 6000 requests a minute from one address; \`x-ratelimit-remaining\` tells how many are left, a 429 says in \`retry-after\` how many seconds to wait.
Bodies of at most 1 MiB unless an operation takes more; what is larger is 413.

**Sending again.** Contacts and states have keys: the same batch again changes nothing. Things that people edit carry a \`version\`; who sends an
older one gets 409 \`stale\`.

**Streams.** Files go up as they are (\`application/octet-stream\`) and come down as they are; \`/centers/{centerId}/events\` is a server-sent stream that says
what changed and never the data.

**Stability.** Within v1 replies and enumerations of replies may gain members: pass over what you do not know. What else may change, and how it is told
before, is in docs/reference/api-stability.md.`

/** What each room is about, in the order in which the document lists them. */
export const roomWords: Readonly<Record<string, string>> = {
  access: 'Users, sign-in and second factors, roles, tokens, the audit log.',
  center: 'The centre, its queues, opening hours, calendar and targets.',
  people: 'Agents, teams, skills, pause reasons; agreements, leave, availability, wishes.',
  contacts: 'The history of every contact and agent state; batches, imports, lost callers.',
  connectors: 'Channels by which contacts come in as they happen.',
  measures: 'What happened: measures by definition, today, views, notes.',
  forecast: 'What is expected to come, with bands; corrections, accuracy.',
  staffing: 'How many agents a target needs.',
  schedule: 'Who works when: rosters, their proof, templates, publication.',
  intraday: 'The running day against its plan.',
  simulation: 'A day of the centre tried differently.',
  market: 'Vacancies of other employers: skills, pay, own posts beside them.',
  career: 'A person’s own résumés and letters.',
  messages: 'Mail, Telegram messages and signed posts that go out.',
  alerts: 'Rules of what is out of line, and the history of every alert.',
  reports: 'What happened, why and what to do, on a schedule, kept as it was.',
  installation: 'How this Pult itself is: its backups, slow questions to the database, sign-in at another place.',
  wallboards: 'Figures on the wall, by a link of their own.',
  privacy: 'What is held of a person: found, given out, erased; retention, requests, notices, consents.',
  demo: 'The living demonstration.',
}

/** Every room that has a route. */
export const roomsInOrder: readonly string[] = [
  ...new Set([...Object.keys(roomWords), ...routes.map(({ room }) => room)]),
].filter((room) => routes.some((one) => one.room === room))
