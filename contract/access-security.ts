import { z } from 'zod'

import { RoleName, signInWays } from './access.ts'
import { CenterParams, Done, route, type Route } from './route.ts'

const Instant = z.iso.datetime({ offset: true })
const LibraryId = z.string().min(1).max(100)

export const OwnSession = z.object({
  sessionId: z.string(),
  /** The one that asks. */
  isThis: z.boolean(),
  /** How it came about; null for sessions of before this was kept. */
  signedInBy: z.enum(signInWays).nullable(),
  /** What the browser says of itself. */
  device: z.string(),
  address: z.string(),
  beganAt: Instant,
  /** To within ten minutes. */
  lastSeenAt: Instant,
})
export type OwnSession = z.infer<typeof OwnSession>

export const Passkey = z.object({
  passkeyId: z.string(),
  name: z.string(),
  /** The name of the server it was made for; it opens no other. */
  host: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type Passkey = z.infer<typeof Passkey>

export const OwnSecurity = z.object({
  hasPassword: z.boolean(),
  /** Codes of an app are asked for beside the password. */
  hasCodes: z.boolean(),
  passkeys: z.array(Passkey),
  sessions: z.array(OwnSession),
})
export type OwnSecurity = z.infer<typeof OwnSecurity>

/** In which roles one needs a second factor (a code or a passkey) to open the centre. */
export const SecurityPolicy = z.object({ secondFactorRoles: z.array(RoleName).max(20) }).strict()
export type SecurityPolicy = z.infer<typeof SecurityPolicy>

export const AuditCheck = z.object({
  /** How many lines the chain holds, up to where it is broken. */
  lines: z.number(),
  /** How many of its links the server has marked with a key of its data folder. */
  marks: z.number(),
  /** The hash of the newest line: noted elsewhere, it shows later that nothing before it was made anew. */
  head: z.string().nullable(),
  broken: z
    .object({
      problem: z.enum(['linkGone', 'lineGone', 'changed', 'mark', 'tailGone', 'notChained']),
      auditId: z.number().nullable(),
      position: z.number(),
    })
    .nullable(),
})
export type AuditCheck = z.infer<typeof AuditCheck>

const OfSession = z.object({ sessionId: LibraryId })
const OfPasskey = z.object({ passkeyId: LibraryId })
const OfMember = CenterParams.extend({ userId: LibraryId })
type Nothing = Record<string, never>

interface SecurityRoutes {
  readonly readOwnSecurity: Route<Nothing, Nothing, Nothing, OwnSecurity>
  readonly endSession: Route<z.infer<typeof OfSession>, Nothing, Nothing, Done>
  readonly endOtherSessions: Route<Nothing, Nothing, Nothing, { ended: number }>
  readonly removePasskey: Route<z.infer<typeof OfPasskey>, Nothing, { password: string }, Done>
  readonly askReset: Route<Nothing, Nothing, { email: string }, Done>
  readonly makeResetLink: Route<z.infer<typeof OfMember>, Nothing, Nothing, { link: string; expiresAt: string }>
  readonly readSecurityPolicy: Route<CenterParams, Nothing, Nothing, SecurityPolicy>
  readonly setSecurityPolicy: Route<CenterParams, Nothing, SecurityPolicy, SecurityPolicy>
  readonly checkAudit: Route<CenterParams, Nothing, Nothing, AuditCheck>
  readonly endMemberSessions: Route<z.infer<typeof OfMember>, Nothing, Nothing, { ended: number }>
  readonly resetSecondFactor: Route<z.infer<typeof OfMember>, Nothing, Nothing, Done>
}

/** How safely one is signed in. Passwords, codes and passkeys themselves are made at /api/auth. */
export const security: SecurityRoutes = {
  readOwnSecurity: route('GET', '/session/security', {
    summary: 'One’s own password, codes, passkeys and open sessions.',
    may: 'signedIn',
    reply: OwnSecurity,
  }),
  endSession: route('DELETE', '/session/sessions/:sessionId', {
    summary: 'Ends one of one’s own sessions at once.',
    may: 'signedIn',
    params: OfSession,
    reply: Done,
  }),
  endOtherSessions: route('DELETE', '/session/sessions', {
    summary: 'Ends all of one’s own sessions but this one.',
    may: 'signedIn',
    reply: z.object({ ended: z.number() }),
  }),
  removePasskey: route('DELETE', '/session/passkeys/:passkeyId', {
    summary: 'Forgets one of one’s own passkeys; asks for the password.',
    may: 'signedIn',
    params: OfPasskey,
    body: z.object({ password: z.string().max(1000) }).strict(),
    reply: Done,
  }),
  askReset: route('POST', '/session/reset', {
    summary:
      'Asks for a link by mail that sets a new password. The answer is the same whether the address is anybody’s or not; works where PULT_URL and a mail server are set.',
    may: 'anyone',
    body: z.object({ email: z.email().max(200) }).strict(),
    reply: Done,
  }),
  makeResetLink: route('POST', '/centers/:centerId/members/:userId/reset-link', {
    summary:
      'A link, shown once and good for an hour, by which a member sets a new password. Not of people who belong to other centres too.',
    may: 'manageAccess',
    params: OfMember,
    reply: z.object({ link: z.string(), expiresAt: Instant }),
  }),
  readSecurityPolicy: route('GET', '/centers/:centerId/security', {
    summary: 'In which roles a second factor is needed.',
    may: 'manageAccess',
    params: CenterParams,
    reply: SecurityPolicy,
  }),
  setSecurityPolicy: route('PUT', '/centers/:centerId/security', {
    summary:
      'Says in which roles a second factor is needed. It holds at once; whoever sets it needs one herself where her role is named.',
    may: 'administer',
    params: CenterParams,
    body: SecurityPolicy,
    reply: SecurityPolicy,
  }),
  checkAudit: route('GET', '/centers/:centerId/audit/check', {
    summary: 'Counts the audit log’s chain again: whether a line was changed, left out or slipped in.',
    may: 'readAudit',
    params: CenterParams,
    reply: AuditCheck,
  }),
  endMemberSessions: route('DELETE', '/centers/:centerId/members/:userId/sessions', {
    summary: 'Ends all sessions of a member at once; she can sign in again.',
    may: 'manageAccess',
    params: OfMember,
    reply: z.object({ ended: z.number() }),
  }),
  resetSecondFactor: route('DELETE', '/centers/:centerId/members/:userId/second-factor', {
    summary:
      'Forgets the codes and passkeys of a member who has lost them, and ends her sessions. Not of people who belong to other centres too.',
    may: 'manageAccess',
    params: OfMember,
    reply: Done,
  }),
}
