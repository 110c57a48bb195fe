import { z } from 'zod'

import { CenterParams, Done, route, type Route } from './route.ts'

type Nothing = Record<string, never>
const Instant = z.iso.datetime({ offset: true })

/** Questions to the database of one form that took longer than the limit. */
const SlowQuery = z.object({
  /** Without what was asked for: values, texts and numbers are left out. */
  form: z.string(),
  count: z.number().int(),
  totalMs: z.number(),
  worstMs: z.number(),
  lastAt: Instant,
})
export type SlowQuery = z.infer<typeof SlowQuery>

const SlowQueries = z.object({
  /** When the server that answers started: it counts its own questions from then on. */
  since: Instant,
  limitMs: z.number(),
  /** Those that took most together first; a hundred forms at most. */
  queries: z.array(SlowQuery),
})
export type SlowQueries = z.infer<typeof SlowQueries>

/** What `pult backup` has written; where the file lies is known to whoever ran it. */
const Backup = z.object({
  madeAt: Instant,
  seconds: z.number(),
  bytes: z.number(),
  rows: z.number(),
  tables: z.number(),
})
export type Backup = z.infer<typeof Backup>

const Backups = z.object({
  /** The newest first; ten at most. */
  backups: z.array(Backup),
  /** Older than so many days the newest one must not be; null: this centre does not watch over backups. */
  maxAgeDays: z.number().int().nullable(),
  /** Whether it is older, or there is none though Pult has run for longer. */
  isOverdue: z.boolean(),
})
export type Backups = z.infer<typeof Backups>

const BackupAge = z.object({ maxAgeDays: z.number().int().min(1).max(365).nullable() }).strict()
type BackupAge = z.infer<typeof BackupAge>

/** Sign-in at another place, as the server was started with it; its secret is told to nobody. */
const OtherSignIn = z.object({
  /** Null where it is off. */
  provider: z.object({ issuer: z.string(), name: z.string(), client: z.string() }).nullable(),
  /** The address to register there; null as long as the server does not know its own (`PULT_URL`). */
  redirect: z.string().nullable(),
})
export type OtherSignIn = z.infer<typeof OtherSignIn>

/** What can be wrong with the other place, in the order in which it is found. */
export const signInProblems = [
  'unreachable',
  'slow',
  'status',
  'notJson',
  'otherIssuer',
  'noEndpoints',
  'badAddress',
  'noCode',
  'noPkce',
  'noSecretPost',
  'noEmail',
  'noKeys',
  'plainHttp',
] as const
export type SignInProblem = (typeof signInProblems)[number]

const SignInCheck = z.object({
  /** The discovery document that was asked for. */
  address: z.string(),
  /** Empty where nothing is wrong. `isFatal`: nobody can sign in there as it is. */
  problems: z.array(
    z.object({
      code: z.enum(signInProblems),
      isFatal: z.boolean(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})
export type SignInCheck = z.infer<typeof SignInCheck>

const base = '/centers/:centerId/installation'

interface InstallationRoutes {
  readonly readSlowQueries: Route<CenterParams, Nothing, Nothing, SlowQueries>
  readonly readBackups: Route<CenterParams, Nothing, Nothing, Backups>
  readonly setBackupAge: Route<CenterParams, Nothing, BackupAge, Done>
  readonly readOtherSignIn: Route<CenterParams, Nothing, Nothing, OtherSignIn>
  readonly checkOtherSignIn: Route<CenterParams, Nothing, Nothing, SignInCheck>
}

/** How this Pult itself is: its database, its backups, sign-in at another place. */
export const installation: InstallationRoutes = {
  readSlowQueries: route('GET', `${base}/slow-queries`, {
    summary:
      'Slow questions to the database by form since the server that answers started; nothing of any centre is in them.',
    may: 'administer',
    params: CenterParams,
    reply: SlowQueries,
  }),
  readBackups: route('GET', `${base}/backups`, {
    summary: 'The last backups of this Pult, and whether the newest one is older than this centre allows.',
    may: 'administer',
    params: CenterParams,
    reply: Backups,
  }),
  setBackupAge: route('PUT', `${base}/backups/age`, {
    summary:
      'Says how many days old the newest backup may be before alerts of overdue backups are raised; null: as old as it likes.',
    may: 'administer',
    params: CenterParams,
    body: BackupAge,
    reply: Done,
  }),
  readOtherSignIn: route('GET', `${base}/sign-in`, {
    summary:
      'Whether members may sign in at another place (OpenID Connect), at which, and the address to register there.',
    may: 'administer',
    params: CenterParams,
    reply: OtherSignIn,
  }),
  checkOtherSignIn: route('POST', `${base}/sign-in/check`, {
    summary:
      'Asks the other place for its discovery document and says what is wrong with it. Throws 409 where sign-in there is off.',
    may: 'administer',
    params: CenterParams,
    reply: SignInCheck,
  }),
}
