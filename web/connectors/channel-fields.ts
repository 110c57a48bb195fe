import type { Connector, ConnectorDraft, ConnectorKind, SftpSettings } from '@pult/contract/connectors'

/** Everything the form may ask for, whichever kind is chosen: what was typed survives a look at another kind. */
export interface ChannelFields {
  readonly kind: ConnectorKind
  readonly name: string
  readonly source: string
  readonly silentMinutes: number
  readonly isOn: boolean
  readonly path: string
  readonly pattern: string
  readonly begin: 'start' | 'end'
  readonly host: string
  /** Null: the usual one of the kind. */
  readonly port: number | null
  readonly user: string
  readonly password: string
  readonly logPath: string
  readonly signIn: 'password' | 'key'
  readonly privateKey: string
  readonly passphrase: string
  /** Null: nobody has confirmed the key of the machine. */
  readonly hostKey: string | null
  readonly rhythm: 'every' | 'at'
  readonly everyMinutes: number
  /** As typed: `06:00, 18:30`. */
  readonly times: string
  readonly after: 'leave' | 'move' | 'delete'
  readonly moveTo: string
}

/** What channels of a kind ask for beside name and source. */
export const fieldsOfKind: Readonly<Record<ConnectorKind, readonly (keyof ChannelFields)[]>> = {
  queueLog: ['path', 'begin'],
  follow: ['begin'],
  stream: [],
  webhook: [],
  ami: ['host', 'port', 'user', 'password', 'logPath'],
  freeSwitch: ['host', 'port', 'password'],
  folder: ['path', 'pattern'],
  sftp: [],
}

/** What a system is called where nobody has said otherwise. */
const usualSource: Readonly<Partial<Record<ConnectorKind, string>>> = {
  freeSwitch: 'FreeSWITCH',
  folder: 'CDR',
  sftp: 'CDR',
}
const sourceOf = (kind: ConnectorKind): string => usualSource[kind] ?? 'Asterisk'

/** Files that are picked up come seldom: they are silent later than a phone system. */
const silentAfter = (kind: ConnectorKind): number => (kind === 'sftp' ? 1440 : 30)

/** Another kind; a name of the system and a silence that nobody chose follow it. */
export const ofKind = (fields: ChannelFields, kind: ConnectorKind): ChannelFields => ({
  ...fields,
  kind,
  source: fields.source === sourceOf(fields.kind) ? sourceOf(kind) : fields.source,
  silentMinutes: fields.silentMinutes === silentAfter(fields.kind) ? silentAfter(kind) : fields.silentMinutes,
})

const empty: ChannelFields = {
  kind: 'queueLog',
  name: '',
  source: 'Asterisk',
  silentMinutes: 30,
  isOn: true,
  path: '',
  pattern: '*',
  begin: 'end',
  host: '',
  port: null,
  user: '',
  password: '',
  logPath: '',
  signIn: 'password',
  privateKey: '',
  passphrase: '',
  hostKey: null,
  rhythm: 'every',
  everyMinutes: 15,
  times: '',
  after: 'leave',
  moveTo: '',
}

export function fieldsOf(connector: Connector | null): ChannelFields {
  if (connector === null) return empty
  const { kind, name, source, silentMinutes, isOn, settings } = connector
  return {
    ...empty,
    ...(settings as Partial<ChannelFields>),
    kind,
    name,
    source,
    silentMinutes,
    isOn,
    logPath: 'logPath' in settings ? (settings.logPath ?? '') : '',
    moveTo: 'moveTo' in settings ? (settings.moveTo ?? '') : '',
    ...('when' in settings ? rhythmOf(settings.when) : {}),
  }
}

const rhythmOf = (when: SftpSettings['when']): Partial<ChannelFields> =>
  'at' in when ? { rhythm: 'at', times: when.at.join(', ') } : { rhythm: 'every', everyMinutes: when.everyMinutes }

/** As the server takes it. */
export function draftOf(fields: ChannelFields): ConnectorDraft {
  const { kind, name, source, silentMinutes, isOn, path, pattern, begin, host, port, user } = fields
  const shared = { name, source, silentMinutes, isOn }
  const password = fields.password === '' ? {} : { password: fields.password }
  switch (kind) {
    case 'queueLog':
      return { kind, ...shared, settings: { path, begin } }
    case 'follow':
      return { kind, ...shared, settings: { begin } }
    case 'stream':
    case 'webhook':
      return { kind, ...shared, settings: {} }
    case 'ami': {
      const logPath = fields.logPath.trim() === '' ? null : fields.logPath
      return { kind, ...shared, ...password, settings: { host, port: port ?? 5038, user, logPath } }
    }
    case 'freeSwitch':
      return { kind, ...shared, ...password, settings: { host, port: port ?? 8021 } }
    case 'folder':
      return { kind, ...shared, settings: { path, pattern } }
    case 'sftp':
      return { kind, ...shared, ...secretOf(fields), settings: sftpSettings(fields) }
  }
}

function secretOf({ signIn, password, privateKey, passphrase }: ChannelFields) {
  if (signIn === 'password') return password === '' ? {} : { password }
  return { ...(privateKey.trim() === '' ? {} : { privateKey }), ...(passphrase === '' ? {} : { passphrase }) }
}

function sftpSettings(fields: ChannelFields): SftpSettings {
  const { host, port, user, signIn, hostKey, pattern, rhythm, everyMinutes, after } = fields
  return {
    host,
    port: port ?? 22,
    user,
    signIn,
    hostKey,
    path: fields.path.trim() === '' ? '.' : fields.path,
    pattern,
    when: rhythm === 'every' ? { everyMinutes } : { at: timesIn(fields.times) },
    after,
    moveTo: after === 'move' ? fields.moveTo : null,
  }
}

/** `6:00, 18.30` as `06:00` and `18:30`; what is no time stays as it is, for the server to say so. */
const timesIn = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map((one) => one.replace('.', ':').replace(/^(\d):/, '0$1:'))
