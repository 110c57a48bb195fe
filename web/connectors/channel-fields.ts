import type { Connector, ConnectorDraft, ConnectorKind } from '@pult/contract/connectors'

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
}

/** What a system is called where nobody has said otherwise. */
const usualSource: Readonly<Partial<Record<ConnectorKind, string>>> = { freeSwitch: 'FreeSWITCH', folder: 'CDR' }
const sourceOf = (kind: ConnectorKind): string => usualSource[kind] ?? 'Asterisk'

/** Another kind; a name of the system that nobody chose follows it. */
export const ofKind = (fields: ChannelFields, kind: ConnectorKind): ChannelFields => ({
  ...fields,
  kind,
  source: fields.source === sourceOf(fields.kind) ? sourceOf(kind) : fields.source,
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
  }
}

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
  }
}
