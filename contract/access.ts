import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { permissions, roles } from './permissions.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const Name = z.string().trim().min(1).max(200)
const Instant = z.iso.datetime({ offset: true })

export const RoleName = z.enum(roles)

/** Only these acts of a role; null where the role is not narrowed. */
const Only = z.array(z.enum(permissions)).min(1).max(permissions.length).nullable()

export const Membership = z.object({
  centerId: z.number(),
  centerName: z.string(),
  kind: z.enum(['own', 'demo']),
  timeZone: z.string(),
  role: RoleName,
  agentId: z.number().nullable(),
  only: Only,
  /** The centre asks her role for a second factor, and this session has none: it does not open before she has. */
  needsSecondFactor: z.boolean(),
})
export type Membership = z.infer<typeof Membership>

export const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  administersInstallation: z.boolean(),
  /** Came by a one-time link and has no password yet. */
  needsPassword: z.boolean(),
  /** Whether a link for a new password can come by mail. */
  resetsByMail: z.boolean(),
  /** What the other place is called at which members may sign in; null where there is none. */
  provider: z.string().nullable(),
  memberships: z.array(Membership),
})
export type Session = z.infer<typeof Session>

/** How a session came about. */
export const signInWays = ['password', 'link', 'code', 'backupCode', 'passkey', 'provider'] as const
export type SignInWay = (typeof signInWays)[number]

/** Characters of a password: what NIST SP 800-63B-4 asks where a password may stand alone. The server also refuses what is guessed first. */
export const SHORTEST_PASSWORD = 15
export const LONGEST_PASSWORD = 200

/** Longer than any that is taken, so that a sentence and not a schema tells why one is refused. */
const NewPassword = z.string().max(1000)

export const Welcome = z.object({ name: Name, email: z.email().max(200), password: NewPassword })
export type Welcome = z.infer<typeof Welcome>

export const Member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: RoleName,
  agentId: z.number().nullable(),
  hasPassword: z.boolean(),
  only: Only,
  /** The last day of a guest, in the centre's calendar. */
  lastDay: z.string().nullable(),
})
export type Member = z.infer<typeof Member>

export const Invitation = z.object({
  name: Name,
  email: z.email().max(200),
  role: RoleName,
  agentId: Id.nullable().optional(),
  /** A guest may only these acts of her role. */
  only: Only.optional(),
  /** A guest comes until this day, in the centre's calendar. */
  lastDay: PlainDate.nullable().optional(),
})
export type Invitation = z.infer<typeof Invitation>

export const Token = z.object({
  tokenId: z.number(),
  name: z.string(),
  role: RoleName,
  only: Only,
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
})
export type Token = z.infer<typeof Token>

const TokenDraft = z.object({
  name: Name,
  role: RoleName,
  /** Only these acts of the role. */
  only: Only.optional(),
  days: z.number().int().min(1).max(3650).nullable(),
})

export const AuditLine = z.object({
  auditId: z.number(),
  at: Instant,
  userName: z.string(),
  kind: z.enum(['user', 'token', 'system']),
  act: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditLine = z.infer<typeof AuditLine>

const MemberParams = CenterParams.extend({ userId: z.string().min(1).max(100) })
const TokenParams = CenterParams.extend({ tokenId: Id })
type None = Record<string, never>

/** `looks`: only who looked at customers or took data away. */
const AuditQuery = z.object({ before: Id.optional(), only: z.enum(['looks']).optional() })
type AuditQuery = z.infer<typeof AuditQuery>

interface AccessRoutes {
  readonly readSession: Route<None, None, None, Session>
  readonly welcome: Route<None, None, Welcome, Done>
  readonly listMembers: Route<CenterParams, None, None, { members: Member[] }>
  readonly invite: Route<CenterParams, None, Invitation, { link: string; expiresAt: string | null }>
  readonly changeMember: Route<z.infer<typeof MemberParams>, None, { role: z.infer<typeof RoleName> }, Done>
  readonly removeMember: Route<z.infer<typeof MemberParams>, None, None, Done>
  readonly listTokens: Route<CenterParams, None, None, { tokens: Token[] }>
  readonly createToken: Route<CenterParams, None, z.infer<typeof TokenDraft>, { token: string; tokenId: number }>
  readonly revokeToken: Route<z.infer<typeof TokenParams>, None, None, Done>
  readonly listAudit: Route<CenterParams, AuditQuery, None, { lines: AuditLine[] }>
}

/** Who may do what: sign-in itself is at /api/auth. */
export const access: AccessRoutes = {
  readSession: route('GET', '/session', {
    summary: 'Who is signed in, and in which centres.',
    may: 'anyone',
    reply: Session,
  }),
  welcome: route('POST', '/session/welcome', {
    summary: 'Name, e-mail and password of a person who came by a one-time link.',
    may: 'signedIn',
    body: Welcome,
    reply: Done,
  }),
  listMembers: route('GET', '/centers/:centerId/members', {
    summary: 'People with access to the centre.',
    may: 'manageAccess',
    params: CenterParams,
    reply: z.object({ members: z.array(Member) }),
  }),
  invite: route('POST', '/centers/:centerId/members', {
    summary:
      'Gives a person a role and a one-time link to come in by, shown once and sent nowhere. Whoever has an account already gets the address of sign-in and no expiry: she comes in as herself.',
    may: 'manageAccess',
    params: CenterParams,
    body: Invitation,
    reply: z.object({ link: z.string(), expiresAt: Instant.nullable() }),
  }),
  changeMember: route('PATCH', '/centers/:centerId/members/:userId', {
    summary: 'Changes a person’s role.',
    may: 'manageAccess',
    params: MemberParams,
    body: z.object({ role: RoleName }),
    reply: Done,
  }),
  removeMember: route('DELETE', '/centers/:centerId/members/:userId', {
    summary: 'Takes a person’s access to this centre away. The last administrator stays.',
    may: 'manageAccess',
    params: MemberParams,
    reply: Done,
  }),
  listTokens: route('GET', '/centers/:centerId/tokens', {
    summary: 'Tokens for scripts.',
    may: 'administer',
    params: CenterParams,
    reply: z.object({ tokens: z.array(Token) }),
  }),
  createToken: route('POST', '/centers/:centerId/tokens', {
    summary: 'Makes a token. Its secret is in this reply and nowhere else.',
    may: 'administer',
    params: CenterParams,
    body: TokenDraft,
    reply: z.object({ token: z.string(), tokenId: z.number() }),
  }),
  revokeToken: route('DELETE', '/centers/:centerId/tokens/:tokenId', {
    summary: 'Ends a token at once.',
    may: 'administer',
    params: TokenParams,
    reply: Done,
  }),
  listAudit: route('GET', '/centers/:centerId/audit', {
    summary:
      'Who did what, newest first, a hundred at a time; where asked, only who looked at customers or took data away.',
    may: 'readAudit',
    params: CenterParams,
    query: AuditQuery,
    reply: z.object({ lines: z.array(AuditLine) }),
  }),
}
