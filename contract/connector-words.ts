import { z } from 'zod'

/**
 * `queueLog`: a log on the server's machine · `follow`: a log on another machine, sent by `pult follow` · `stream`: lines of JSON in
 * one long request · `webhook`: signed batches · `ami`: Asterisk's manager interface · `freeSwitch`: FreeSWITCH's event socket ·
 * `folder`: files that appear in a folder · `sftp`: files picked up from a folder of another machine at set times.
 */
export const connectorKinds = [
  'queueLog',
  'follow',
  'stream',
  'webhook',
  'ami',
  'freeSwitch',
  'folder',
  'sftp',
] as const
export type ConnectorKind = (typeof connectorKinds)[number]

/** `waiting`: nothing was heard yet · `working` · `silent`: connected, and nothing came for long · `down`: not connected · `off`. */
export const connectorStates = ['waiting', 'working', 'silent', 'down', 'off'] as const
export type ConnectorState = (typeof connectorStates)[number]

/** A place on the server's machine, whole from its root. */
const Path = z
  .string()
  .trim()
  .max(1000)
  .regex(/^(?:\/|[A-Za-z]:[\\/])\P{Cc}*$/u, 'write the whole path, as /var/log/asterisk/queue_log')
const Host = z
  .string()
  .trim()
  .max(253)
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'write the name or address of the machine alone')
const Port = z.number().int().min(1).max(65_535)
/** Goes over the wire as one line. */
const Line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, 'leave out line breaks')

const shape = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u, 'leave out line breaks'),
  /** The system whose contacts these are; data of one source complete each other. */
  source: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u, 'leave out line breaks')
    .default('Asterisk'),
  isOn: z.boolean().default(true),
  /** After so many minutes of opening hours without an event the channel counts as silent. */
  silentMinutes: z.number().int().min(1).max(1440).default(30),
}

/** From which line on a log is taken: all of it, or only what comes. */
const begin = z.enum(['start', 'end']).default('end')
const password = Line.optional()

export const QueueLogSettings = z.object({ path: Path, begin }).strict()
export const FollowSettings = z.object({ begin }).strict()
const NoSettings = z.object({}).strict()
export const AmiSettings = z
  .object({
    host: Host,
    port: Port.default(5038),
    user: Line,
    /** The queue_log of the same Asterisk, where the server can read it: then it tells the facts, and nothing is lost while the line is down. */
    logPath: Path.nullable().default(null),
  })
  .strict()
export type AmiSettings = z.infer<typeof AmiSettings>
export const FreeSwitchSettings = z.object({ host: Host, port: Port.default(8021) }).strict()
export type FreeSwitchSettings = z.infer<typeof FreeSwitchSettings>
/** Which files, with `*` for anything: `Master*.csv`. */
const Pattern = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^/\\\p{Cc}]+$/u, 'write a name without folders')
  .default('*')
export const FolderSettings = z.object({ path: Path, pattern: Pattern }).strict()
export type FolderSettings = z.infer<typeof FolderSettings>

/** A folder of another machine: whole from its root, or from where its user arrives. */
const FarPath = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .regex(/^\P{Cc}*$/u, 'leave out line breaks')

/** When to look: every so many minutes, or at times of day in the centre's zone. */
const PickUpTimes = z.union([
  z.object({ everyMinutes: z.number().int().min(1).max(1440) }).strict(),
  z
    .object({
      at: z
        .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write times of day as 06:00'))
        .min(1)
        .max(48),
    })
    .strict(),
])

export const SftpSettings = z
  .object({
    host: Host,
    port: Port.default(22),
    user: Line,
    signIn: z.enum(['password', 'key']).default('password'),
    /** By which the machine is known again, as Pult shows it when the channel is tried: `ssh-ed25519 SHA256:…`. Without it Pult never signs in. */
    hostKey: z
      .string()
      .regex(/^[a-z0-9@.-]{1,60} SHA256:[A-Za-z0-9+/]{43}$/, 'write it as "ssh-ed25519 SHA256:…"')
      .nullable()
      .default(null),
    path: FarPath.default('.'),
    pattern: Pattern,
    when: PickUpTimes.default({ everyMinutes: 15 }),
    /** What becomes of a file there once it is imported. */
    after: z.enum(['leave', 'move', 'delete']).default('leave'),
    moveTo: FarPath.nullable().default(null),
  })
  .strict()
  .refine(({ after, moveTo }) => after !== 'move' || moveTo !== null, {
    path: ['moveTo'],
    message: 'name the folder to which files are moved',
  })
export type SftpSettings = z.infer<typeof SftpSettings>

/** A password or key that is left out is the one that is kept. */
export const ConnectorDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queueLog'), ...shape, settings: QueueLogSettings }).strict(),
  z.object({ kind: z.literal('follow'), ...shape, settings: FollowSettings }).strict(),
  z.object({ kind: z.literal('stream'), ...shape, settings: NoSettings }).strict(),
  z.object({ kind: z.literal('webhook'), ...shape, settings: NoSettings }).strict(),
  z.object({ kind: z.literal('ami'), ...shape, settings: AmiSettings, password }).strict(),
  z.object({ kind: z.literal('freeSwitch'), ...shape, settings: FreeSwitchSettings, password }).strict(),
  z.object({ kind: z.literal('folder'), ...shape, settings: FolderSettings }).strict(),
  z
    .object({
      kind: z.literal('sftp'),
      ...shape,
      settings: SftpSettings,
      password,
      /** As its file has it: OpenSSH, PEM or PuTTY. */
      privateKey: z.string().trim().min(1).max(20_000).optional(),
      passphrase: Line.optional(),
    })
    .strict(),
])
export type ConnectorDraft = z.infer<typeof ConnectorDraft>

export const ConnectorSettings = z.union([
  SftpSettings,
  AmiSettings,
  FolderSettings,
  FreeSwitchSettings,
  QueueLogSettings,
  FollowSettings,
  NoSettings,
])
export type ConnectorSettings = z.infer<typeof ConnectorSettings>

/** How far a log was read; see the engine's `follow-log`. */
export const LogPosition = z
  .object({
    inode: z.string().max(100),
    offset: z.number().int().min(0),
    lineFrom: z.number().int().min(0),
    digest: z.string().max(100),
  })
  .strict()
export type LogPosition = z.infer<typeof LogPosition>

export const LogLines = z
  .object({
    /** The place that was kept before; other than the server's own, nothing is taken. */
    after: LogPosition.nullable(),
    position: LogPosition,
    lines: z.array(z.string().max(100_000)).max(20_000),
    /** What was met on the way: the file was rotated, or is gone with what stood in it unread. */
    seam: z.enum(['rotated', 'lost']).nullable(),
  })
  .strict()
export type LogLines = z.infer<typeof LogLines>
