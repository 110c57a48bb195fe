import { z } from 'zod'

import { channels } from '@pult/engine/contacts'

import { PlainDate } from './plain-date.ts'
import { agentStatesNow } from './measures-today.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const Instant = z.iso.datetime({ offset: true })
const LocalDate = PlainDate
type None = Record<string, never>

/** What a tile may show: figures of contacts, of the whole centre or of a queue, and how many agents are in a state. */
export const contactFigures = [
  'serviceLevel',
  'waiting',
  'longestWait',
  'inService',
  'offered',
  'answered',
  'abandoned',
  'abandonRate',
  'flowedOut',
  'asa',
  'aht',
] as const
/** Agents belong to no queue: these are of the whole centre always. */
export const agentFigures = ['signedIn', ...agentStatesNow] as const
export const boardFigures = [...contactFigures, ...agentFigures] as const
export type ContactFigure = (typeof contactFigures)[number]
export type AgentFigure = (typeof agentFigures)[number]
export type BoardFigure = ContactFigure | AgentFigure

export const isAgentFigure = (figure: BoardFigure): figure is AgentFigure =>
  (agentFigures as readonly string[]).includes(figure)

/** What a board may hold: more is read from nowhere in a room. */
export const mostQueues = 30
export const mostTiles = 24

/** In columns of the board; a board of fewer columns shows it as wide as it is itself. */
const Width = z.number().int().min(1).max(3)

export const Tile = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('figure'),
      width: Width,
      figure: z.enum(boardFigures),
      /** Null: the whole centre. Agents' figures are of the whole centre, whatever it says. */
      queueId: Id.nullable().default(null),
    })
    .strict(),
  z
    .object({
      kind: z.literal('queues'),
      width: Width,
      /** None: every queue that has something to show today. */
      queueIds: z.array(Id).max(mostQueues).default([]),
    })
    .strict(),
  z.object({ kind: z.literal('agents'), width: Width }).strict(),
  z.object({ kind: z.literal('clock'), width: Width }).strict(),
  z.object({ kind: z.literal('text'), width: Width, text: z.string().trim().min(1).max(500) }).strict(),
])
export type Tile = z.infer<typeof Tile>
export const tileKinds = ['figure', 'queues', 'agents', 'clock', 'text'] as const

/** What a board is, also as a file that another centre may take: names of queues are not in it, only their ids. */
export const Scheme = z
  .object({
    name: z.string().trim().min(1).max(200),
    language: z.enum(['ru', 'en']),
    theme: z.enum(['dark', 'light']),
    columns: z.number().int().min(1).max(6),
    /** By which part of its target a figure may miss it and still be yellow, not red. */
    margin: z.number().min(0).max(0.5),
    /** Whether agents are shown by name: a screen on a wall is seen by whoever passes. */
    showsNames: z.boolean(),
    tiles: z.array(Tile).max(mostTiles),
  })
  .strict()
export type Scheme = z.infer<typeof Scheme>

export const BoardLink = z.object({
  madeAt: Instant,
  madeByName: z.string(),
  /** The last day on which it opens; null: until it is revoked. */
  lastDay: LocalDate.nullable(),
  /** Whether that day is over. */
  hasEnded: z.boolean(),
  lastOpenedAt: Instant.nullable(),
})
export type BoardLink = z.infer<typeof BoardLink>

export const Wallboard = z.object({
  wallboardId: z.number(),
  scheme: Scheme,
  version: z.number(),
  changedAt: Instant,
  changedByName: z.string(),
  link: BoardLink.nullable(),
})
export type Wallboard = z.infer<typeof Wallboard>

export const targetLevels = ['good', 'near', 'bad', 'none'] as const
const Level = z.enum(targetLevels)
export type Level = z.infer<typeof Level>
const BoardTarget = z.object({ value: z.number(), withinSeconds: z.number().nullable() })
export type BoardTarget = z.infer<typeof BoardTarget>

const QueueLine = z.object({
  name: z.string(),
  channel: z.enum(channels),
  waiting: z.number(),
  longestWaitSeconds: z.number().nullable(),
  serviceLevel: z.number().nullable(),
  target: BoardTarget.nullable(),
  level: Level,
  offered: z.number(),
  abandonRate: z.number().nullable(),
})
export type QueueLine = z.infer<typeof QueueLine>

const StateLine = z.object({ state: z.enum(agentStatesNow), agents: z.number() })
const AgentLine = z.object({
  name: z.string(),
  state: z.enum(agentStatesNow),
  reason: z.string().nullable(),
  since: Instant,
})

export const ShownTile = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figure'),
    width: Width,
    figure: z.enum(boardFigures),
    /** Null: the whole centre. */
    queue: z.string().nullable(),
    /** The queue it was about is no longer there. */
    isGone: z.boolean(),
    /** A number, a share or seconds, as its figure says; null: nothing to show. */
    value: z.number().nullable(),
    target: BoardTarget.nullable(),
    level: Level,
  }),
  z.object({ kind: z.literal('queues'), width: Width, queues: z.array(QueueLine) }),
  z.object({
    kind: z.literal('agents'),
    width: Width,
    states: z.array(StateLine),
    /** Null: the board shows no names. */
    agents: z.array(AgentLine).nullable(),
  }),
  z.object({ kind: z.literal('clock'), width: Width }),
  z.object({ kind: z.literal('text'), width: Width, text: z.string() }),
])
export type ShownTile = z.infer<typeof ShownTile>

/** A board with its figures of this moment, and nothing else of the centre. */
export const ShownBoard = Scheme.omit({ tiles: true, showsNames: true }).extend({
  timeZone: z.string(),
  asOf: Instant,
  day: LocalDate,
  /** The newest fact that came in; null when there is none. */
  lastFactAt: Instant.nullable(),
  tiles: z.array(ShownTile),
})
export type ShownBoard = z.infer<typeof ShownBoard>

const BoardParams = CenterParams.extend({ wallboardId: Id })
type BoardParams = z.infer<typeof BoardParams>
const WallParams = z.object({ token: z.string().min(1).max(200) })
type WallParams = z.infer<typeof WallParams>
const BoardChange = z.object({ version: z.number().int(), scheme: Scheme }).strict()
type BoardChange = z.infer<typeof BoardChange>
const NewLink = z
  .object({
    /** The last day on which it opens, of the centre's calendar; null: until it is revoked. */
    lastDay: LocalDate.nullable().default(null),
  })
  .strict()
type NewLink = z.infer<typeof NewLink>
const MadeBoard = z.object({ wallboardId: z.number() })
const Boards = z.object({
  wallboards: z.array(Wallboard),
  /** Those that a tile may be about. */
  queues: z.array(z.object({ queueId: z.number(), name: z.string() })),
})
export type Boards = z.infer<typeof Boards>

interface WallboardRoutes {
  readonly listWallboards: Route<CenterParams, None, None, Boards>
  readonly createWallboard: Route<CenterParams, None, Scheme, z.infer<typeof MadeBoard>>
  readonly changeWallboard: Route<BoardParams, None, BoardChange, Done>
  readonly deleteWallboard: Route<BoardParams, None, None, Done>
  readonly showWallboard: Route<BoardParams, None, None, ShownBoard>
  readonly previewWallboard: Route<CenterParams, None, Scheme, ShownBoard>
  readonly makeLink: Route<BoardParams, None, NewLink, { token: string }>
  readonly revokeLink: Route<BoardParams, None, None, Done>
  readonly readWall: Route<WallParams, None, None, ShownBoard>
  readonly followWall: Route<WallParams, None, None, unknown>
}

/** Screens on the wall. */
export const wallboards: WallboardRoutes = {
  listWallboards: route('GET', '/centers/:centerId/wallboards', {
    summary:
      'The wallboards of a centre, each with its scheme and with what is known of its link; the link itself is never told again.',
    may: 'readWallboards',
    params: CenterParams,
    reply: Boards,
  }),
  createWallboard: route('POST', '/centers/:centerId/wallboards', {
    summary: 'Makes a wallboard of a scheme: a new one, a copy, or one from a file.',
    may: 'editWallboards',
    params: CenterParams,
    body: Scheme,
    reply: MadeBoard,
  }),
  changeWallboard: route('PUT', '/centers/:centerId/wallboards/:wallboardId', {
    summary: 'Changes a wallboard; screens that show it follow within seconds.',
    may: 'editWallboards',
    params: BoardParams,
    body: BoardChange,
    reply: Done,
  }),
  deleteWallboard: route('DELETE', '/centers/:centerId/wallboards/:wallboardId', {
    summary: 'Deletes a wallboard and its link.',
    may: 'editWallboards',
    params: BoardParams,
    reply: Done,
  }),
  showWallboard: route('GET', '/centers/:centerId/wallboards/:wallboardId/figures', {
    summary: 'A wallboard with its figures of this moment.',
    may: 'readWallboards',
    params: BoardParams,
    reply: ShownBoard,
  }),
  previewWallboard: route('POST', '/centers/:centerId/wallboards/preview', {
    summary: 'What a scheme would show at this moment. Keeps nothing.',
    may: 'editWallboards',
    params: CenterParams,
    body: Scheme,
    reply: ShownBoard,
  }),
  makeLink: route('POST', '/centers/:centerId/wallboards/:wallboardId/link', {
    summary:
      'Makes the link by which the board opens without sign-in (`/wall/<token>`), told once; a former one holds no longer.',
    may: 'editWallboards',
    params: BoardParams,
    body: NewLink,
    reply: z.object({ token: z.string() }),
  }),
  revokeLink: route('DELETE', '/centers/:centerId/wallboards/:wallboardId/link', {
    summary: 'Revokes the link: screens that were opened by it go dark within seconds.',
    may: 'editWallboards',
    params: BoardParams,
    reply: Done,
  }),
  readWall: route('GET', '/wall/:token', {
    summary: 'The board of a link with its figures of this moment. Needs no sign-in and tells nothing else.',
    may: 'anyone',
    params: WallParams,
    reply: ShownBoard,
  }),
  followWall: route('GET', '/wall/:token/events', {
    summary:
      'A server-sent stream of the board of a link: `event: figures` with the whole board, at once, whenever something changed (once a second at most) and every five seconds; `event: ended` when the link holds no longer.',
    may: 'anyone',
    params: WallParams,
    reply: z.unknown(),
    transport: 'events',
  }),
}
