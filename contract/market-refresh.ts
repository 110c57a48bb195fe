import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { OfSpecialisation, SnapshotSummary, SourceState } from './market-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

/** Why a row of a file was left out. */
export const rowProblems = [
  'noTitle',
  'notAVacancy',
  'skillTooLong',
  'payNotANumber',
  'fromAboveTo',
  'badDate',
] as const
export type RowProblem = (typeof rowProblems)[number]

export const FileOutcome = z.object({
  snapshotId: z.number(),
  rows: z.number(),
  read: z.number(),
  otherTitle: z.number(),
  otherRegion: z.number(),
  /** Rows with something wrong; those of `isKept` are kept without it. */
  problems: z.array(
    z.object({ row: z.number(), problem: z.enum(rowProblems), value: z.string(), isKept: z.boolean() }),
  ),
  moreProblems: z.number(),
})
export type FileOutcome = z.infer<typeof FileOutcome>

/** How hh.ru wants to be told who asks. */
export const UserAgent = z
  .string()
  .trim()
  .regex(/^\S.* \(\S+@\S+\)$/, 'write it as hh.ru asks: Name/1.0 (mail@example.com)')
  .max(200)

/** What is told to a source so that it lets Pult in. What is left out stays as it was. */
export const HhAccess = z
  .object({
    isOn: z.boolean(),
    userAgent: UserAgent.optional(),
    /** The application's token. */
    token: z.string().trim().min(10).max(500).optional(),
    /** Or the application's id and secret, with which Pult asks for the token. */
    clientId: z.string().trim().min(1).max(200).optional(),
    clientSecret: z.string().trim().min(1).max(500).optional(),
  })
  .strict()
  .refine(({ clientId, clientSecret }) => (clientId === undefined) === (clientSecret === undefined), {
    message: 'give the id of the application and its secret together',
  })
export type HhAccess = z.infer<typeof HhAccess>

const FILE_BYTES = 200 * 1024 * 1024
const specialisation = '/centers/:centerId/market/specialisations/:specialisationId'

type Nothing = Record<string, never>
type OfSnapshot = z.infer<typeof OfSnapshot>
const OfSnapshot = CenterParams.extend({ snapshotId: Id })
const FileWords = z
  .object({
    name: z.string().max(200).default('vacancies'),
    /** On which day they were active; today unless said. */
    day: PlainDate.optional(),
    /** Whether the file is a snapshot of its own, or part of the one that files of that day made: a search saved page by page. */
    files: z.enum(['apart', 'together']).default('apart'),
  })
  .strict()
const Switch = z.object({ isOn: z.boolean() }).strict()

export interface MarketRefreshRoutes {
  readonly listSnapshots: Route<OfSpecialisation, Nothing, Nothing, { snapshots: SnapshotSummary[] }>
  readonly refresh: Route<OfSpecialisation, Nothing, Nothing, { snapshotId: number }>
  readonly cancelSnapshot: Route<OfSnapshot, Nothing, Nothing, Done>
  readonly deleteSnapshot: Route<OfSnapshot, Nothing, Nothing, Done>
  readonly importVacancies: Route<OfSpecialisation, z.infer<typeof FileWords>, Nothing, FileOutcome>
  readonly setHhAccess: Route<CenterParams, Nothing, HhAccess, SourceState>
  readonly forgetHhSecret: Route<CenterParams, Nothing, Nothing, Done>
  readonly setTrudvsem: Route<CenterParams, Nothing, z.infer<typeof Switch>, SourceState>
}

export const marketRefreshRoutes: MarketRefreshRoutes = {
  listSnapshots: route('GET', `${specialisation}/snapshots`, {
    summary: 'Snapshots of a specialisation, the newest first.',
    may: 'readMarket',
    params: OfSpecialisation,
    reply: z.object({ snapshots: z.array(SnapshotSummary) }),
  }),
  refresh: route('POST', `${specialisation}/refresh`, {
    summary: 'Asks the sources for the vacancies active now and keeps them as a dated snapshot.',
    may: 'editMarket',
    params: OfSpecialisation,
    reply: z.object({ snapshotId: z.number() }),
  }),
  cancelSnapshot: route('POST', '/centers/:centerId/market/snapshots/:snapshotId/cancel', {
    summary: 'Stops a refresh. What was read stays known; no snapshot is made of it.',
    may: 'editMarket',
    params: OfSnapshot,
    reply: Done,
  }),
  deleteSnapshot: route('DELETE', '/centers/:centerId/market/snapshots/:snapshotId', {
    summary: 'Throws a snapshot away, such as that of a wrong file.',
    may: 'editMarket',
    params: OfSnapshot,
    reply: Done,
  }),
  importVacancies: route('POST', `${specialisation}/files`, {
    summary: 'Takes vacancies of a saved JSON or CSV file as a dated snapshot.',
    may: 'editMarket',
    params: OfSpecialisation,
    query: FileWords,
    reply: FileOutcome,
    transport: 'upload',
    bodyLimit: FILE_BYTES,
  }),
  setHhAccess: route('PUT', '/centers/:centerId/market/sources/hh', {
    summary: 'Tells Pult how to ask hh.ru. Secrets are kept encrypted and never told again.',
    may: 'editMarket',
    params: CenterParams,
    body: HhAccess,
    reply: SourceState,
  }),
  forgetHhSecret: route('DELETE', '/centers/:centerId/market/sources/hh/secret', {
    summary: 'Forgets the token of hh.ru.',
    may: 'editMarket',
    params: CenterParams,
    reply: Done,
  }),
  setTrudvsem: route('PUT', '/centers/:centerId/market/sources/trudvsem', {
    summary: 'Whether Работа России is asked. It needs no key.',
    may: 'editMarket',
    params: CenterParams,
    body: Switch,
    reply: SourceState,
  }),
}
