import { createHash } from 'node:crypto'

import ssh2, { type Client, type ConnectConfig, type ServerHostKeyAlgorithm } from 'ssh2'

import type { Bilingual } from '@pult/contract/alert-words'
import type { SftpSettings } from '@pult/contract/connectors'

import type { Secret } from './kept-secret.ts'
import { StrangeHost, Trouble } from './trouble.ts'
import { ended, lineLost, unreachable } from './trouble-words.ts'

/** A line that stands, and the reason of its end once it has one. */
export interface SshLine {
  readonly client: Client
  readonly lost: () => Trouble | null
}

interface LineLimits {
  readonly signal: AbortSignal
  /** How long the other side may take to let Pult in. */
  readonly patienceMs: number
}

const ALIVE_EVERY_MS = 10_000
const KEY_TYPES: readonly ServerHostKeyAlgorithm[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
  'ssh-rsa',
]

/** Signs in by SSH. No password leaves before the machine has shown the key that somebody confirmed. Throws a Trouble. */
export async function openSsh(settings: SftpSettings, secret: Secret, limits: LineLimits): Promise<SshLine> {
  const { signal } = limits
  signal.throwIfAborted()
  const client = new ssh2.Client()
  let shown: string | null = null
  let lost: Trouble | null = null
  const config = configOf(settings, secret, limits.patienceMs, (key) => {
    shown = key
    return key === settings.hostKey
  })
  const stop = (): void => void client.destroy()
  signal.addEventListener('abort', stop, { once: true })
  const where = `${settings.host}:${settings.port}`
  client.on('error', (error) => (lost ??= troubleOf(error, settings, shown)))
  client.on('close', () => {
    lost ??= new Trouble('closed', ended(where))
    signal.removeEventListener('abort', stop)
  })
  answerPrompts(client, secret)
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve)
    client.once('close', () => reject(lost ?? new Trouble('closed', ended(where))))
    client.once('error', (error) => {
      reject(lost ?? troubleOf(error, settings, shown))
      client.destroy()
    })
    client.connect(config)
  })
  return { client, lost: () => lost }
}

function configOf(
  { host, port, user, signIn, hostKey }: SftpSettings,
  secret: Secret,
  readyTimeout: number,
  isKnown: (key: string) => boolean,
): ConnectConfig {
  return {
    host,
    port,
    username: user,
    readyTimeout,
    keepaliveInterval: ALIVE_EVERY_MS,
    keepaliveCountMax: 3,
    // Of several keys of a machine the confirmed one is asked for.
    algorithms: { serverHostKey: keyTypes(hostKey) },
    hostVerifier: (key: Buffer) => isKnown(nameOfKey(key)),
    ...(signIn === 'key' ? keyOf(secret) : { password: secret['password'] ?? '', tryKeyboard: true }),
  }
}

function keyTypes(hostKey: string | null): ServerHostKeyAlgorithm[] {
  const type = hostKey?.split(' ')[0] ?? ''
  const isOfType = (one: string): boolean => one === type || (type === 'ssh-rsa' && one.startsWith('rsa-'))
  return [...KEY_TYPES.filter(isOfType), ...KEY_TYPES.filter((one) => !isOfType(one))]
}

/** `ssh-ed25519 SHA256:…`, as `ssh-keygen -lf` says it. */
function nameOfKey(key: Buffer): string {
  const type = key.toString('latin1', 4, 4 + key.readUInt32BE(0))
  const print = createHash('sha256').update(key).digest('base64').replaceAll('=', '')
  return `${type} SHA256:${print}`
}

function keyOf(secret: Secret): Pick<ConnectConfig, 'privateKey' | 'passphrase'> {
  const { privateKey = '', passphrase } = secret
  const read = ssh2.utils.parseKey(privateKey, passphrase)
  if (read instanceof Error) throw new Trouble('badKey', badKeyWords(read.message))
  const [key] = Array.isArray(read) ? (read as readonly ReturnType<typeof ssh2.utils.parseKey>[]) : [read]
  if (key === undefined || key instanceof Error || !('isPrivateKey' in key) || !key.isPrivateKey())
    throw new Trouble('badKey', {
      en: 'That is the public half of a key. Give the private one.',
      ru: 'Это открытая половина ключа. Нужна закрытая.',
    })
  return { privateKey, ...(passphrase === undefined ? {} : { passphrase }) }
}

function badKeyWords(said: string): Bilingual {
  if (/no passphrase/i.test(said))
    return {
      en: 'The private key is locked: give its passphrase too.',
      ru: 'Закрытый ключ заперт: нужна и его парольная фраза.',
    }
  if (/passphrase|integrity|decrypt/i.test(said))
    return { en: 'The passphrase does not open the private key.', ru: 'Парольная фраза не открывает закрытый ключ.' }
  return {
    en: 'The private key cannot be read. Give the whole file, from -----BEGIN to -----END.',
    ru: 'Закрытый ключ не читается. Нужен весь файл, от -----BEGIN до -----END.',
  }
}

/** Many servers ask for the password as for any answer. Only a single hidden question is taken for that. */
function answerPrompts(client: Client, secret: Secret): void {
  client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) => {
    const [prompt] = prompts
    const isPassword = prompts.length === 1 && prompt?.echo !== true
    finish(isPassword ? [secret['password'] ?? ''] : prompts.map(() => ''))
  })
}

function troubleOf(
  error: Error & { readonly level?: string },
  { host, port, user, signIn, hostKey }: SftpSettings,
  shown: string | null,
): Trouble {
  const where = `${host}:${port}`
  if (shown !== null && shown !== hostKey) return strangeHost(where, shown, hostKey)
  const { level } = error
  if (level === 'client-authentication') {
    const what = signIn === 'key' ? { en: 'key', ru: 'ключ' } : { en: 'password', ru: 'пароль' }
    return new Trouble('refused', {
      en: `${where} does not take this ${what.en} for the user ${user}.`,
      ru: `${where} не принимает этот ${what.ru} для пользователя ${user}.`,
    })
  }
  if (level === 'client-timeout')
    return new Trouble('mute', {
      en: `${where} does not answer as an SSH server does.`,
      ru: `${where} не отвечает, как сервер SSH.`,
    })
  if (shown !== null) return new Trouble('closed', lineLost(where, error.message))
  if (level === 'client-socket' || level === 'client-dns')
    return new Trouble('unreachable', unreachable(where, error.message))
  return new Trouble('notThat', {
    en: `${where} and Pult do not understand each other: ${error.message}`,
    ru: `${where} и Пульт не понимают друг друга: ${error.message}`,
  })
}

function strangeHost(where: string, shown: string, hostKey: string | null): StrangeHost {
  return hostKey === null
    ? new StrangeHost(
        'hostKeyUnknown',
        {
          en: `${where} shows the key ${shown}. Nobody has confirmed that it is its own.`,
          ru: `${where} предъявляет ключ ${shown}. Никто не подтвердил, что это её ключ.`,
        },
        shown,
      )
    : new StrangeHost(
        'hostKeyChanged',
        {
          en: `${where} shows the key ${shown} and not ${hostKey}, as before. Pult did not sign in. Ask whoever runs it whether the key was changed; then confirm the new one.`,
          ru: `${where} предъявляет ключ ${shown}, а не ${hostKey}, как раньше. Пульт не вошёл. Узнайте у тех, кто её обслуживает, меняли ли ключ, и тогда подтвердите новый.`,
        },
        shown,
      )
}
