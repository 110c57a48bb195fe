import { isIP } from 'node:net'
import { resolve } from 'node:path'

import { z } from 'zod'

/**
 * Every setting of the server, documented and validated where it is declared. All errors are told at once at start.
 * Command-line options win over the environment, the environment over the defaults.
 */
const Settings = z.object({
  /** PULT_DATA: the folder with the embedded database and uploads. */
  dataFolder: z.string().min(1).default('data'),
  /** DATABASE_URL: a PostgreSQL server to use instead of the embedded one. */
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ }).optional(),
  /** PULT_HOST: the address to listen on. Only this machine unless told otherwise. */
  host: z.string().min(1).default('127.0.0.1'),
  /** PULT_PORT: the port of web and API. */
  port: z.coerce.number().int().min(0).max(65_535).default(7700),
  /** PULT_URL: the address people use, when a proxy stands in front. */
  publicUrl: z.url().optional(),
  /**
   * PULT_PROXIES: where proxies that pass requests on speak from, besides this machine: addresses, networks (10.0.0.0/8) or "linklocal",
   * "uniquelocal", with commas between. Only they are believed who asks.
   */
  proxies: z
    .union([z.array(z.string()), z.string().transform((text) => text.split(',').map((one) => one.trim()))])
    .refine(
      (all) => all.every(isNetwork),
      'addresses, networks (10.0.0.0/8), linklocal or uniquelocal, with commas between',
    )
    .default([]),
  /** PULT_DEMO: whether the demonstration centre is made on the first start. */
  demo: z
    .union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1')])
    .default(true),
  /** PULT_LOG: how much the log says. */
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** PULT_METRICS_TOKEN: with it, /metrics gives figures for Prometheus to whoever shows it. */
  metricsToken: z.string().min(16).max(200).optional(),
  /** PULT_MAX_UPLOAD_BYTES: the largest file a person may upload. */
  maxUploadBytes: z.coerce
    .number()
    .int()
    .positive()
    .default(20 * 1024 ** 3),
  /** PULT_HH_URL: where vacancies of hh.ru are asked for, when a proxy stands between; https://api.hh.ru unless said. */
  hhUrl: z.url().optional(),
  /** PULT_TRUDVSEM_URL: the same for Работа России; https://opendata.trudvsem.ru unless said. */
  trudvsemUrl: z.url().optional(),
  /** PULT_MARKET_RATE: requests a second to a vacancy site. Sites ask for no more than a few. */
  marketRate: z.coerce.number().positive().max(10_000).default(5),
  /** PULT_TELEGRAM_URL: where Telegram's bots are asked, when a proxy stands between; https://api.telegram.org unless said. */
  telegramUrl: z.url().optional(),
  /** PULT_MESSAGE_PATIENCE: for how many seconds a mail server or Telegram is waited for. */
  messagePatience: z.coerce.number().positive().max(600).default(20),
  /** PULT_MESSAGE_REST: the seconds before a message that did not go is tried again; each next rest is four times as long. */
  messageRest: z.coerce.number().positive().max(86_400).default(60),
  /** PULT_PRIVATE_WEBHOOKS: whether webhooks may go to this machine and its network, and over lines without TLS. */
  privateWebhooks: z
    .union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1')])
    .default(false),
  /** PULT_SLOW_QUERY: the milliseconds from which on a question to the database is told in the log and among the figures of /metrics. */
  slowQuery: z.coerce.number().int().positive().max(600_000).default(1000),
  /** PULT_CLIENT_PATIENCE: the seconds after which a client is let go that has stopped amid a request, an upload or a reply. */
  clientPatience: z.coerce.number().positive().max(3600).default(60),
  /** PULT_CHANNEL_LEASE: the seconds after which another server takes over the channels of one that died. */
  channelLease: z.coerce.number().positive().max(600).default(20),
  /** PULT_OIDC_ISSUER: the address of an OpenID Connect provider by which members may sign in too; needs PULT_URL. */
  oidcIssuer: z.url().optional(),
  /** PULT_OIDC_CLIENT: the client's name at the provider; its redirect address is PULT_URL + /api/auth/callback/oidc. */
  oidcClient: z.string().min(1).optional(),
  /** PULT_OIDC_SECRET: the client's secret. */
  oidcSecret: z.string().min(1).optional(),
  /** PULT_OIDC_NAME: what the button at sign-in calls it. */
  oidcName: z.string().min(1).max(60).default('OpenID Connect'),
})
export type Settings = z.infer<typeof Settings>

function isNetwork(text: string): boolean {
  if (text === 'linklocal' || text === 'uniquelocal') return true
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  const most = version === 4 ? 32 : 128
  return (
    version !== 0 && rest.length === 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most))
  )
}

const environmentNames: Readonly<Record<keyof Settings, string>> = {
  dataFolder: 'PULT_DATA',
  databaseUrl: 'DATABASE_URL',
  host: 'PULT_HOST',
  port: 'PULT_PORT',
  publicUrl: 'PULT_URL',
  proxies: 'PULT_PROXIES',
  demo: 'PULT_DEMO',
  logLevel: 'PULT_LOG',
  metricsToken: 'PULT_METRICS_TOKEN',
  maxUploadBytes: 'PULT_MAX_UPLOAD_BYTES',
  hhUrl: 'PULT_HH_URL',
  trudvsemUrl: 'PULT_TRUDVSEM_URL',
  marketRate: 'PULT_MARKET_RATE',
  telegramUrl: 'PULT_TELEGRAM_URL',
  messagePatience: 'PULT_MESSAGE_PATIENCE',
  messageRest: 'PULT_MESSAGE_REST',
  privateWebhooks: 'PULT_PRIVATE_WEBHOOKS',
  slowQuery: 'PULT_SLOW_QUERY',
  clientPatience: 'PULT_CLIENT_PATIENCE',
  channelLease: 'PULT_CHANNEL_LEASE',
  oidcIssuer: 'PULT_OIDC_ISSUER',
  oidcClient: 'PULT_OIDC_CLIENT',
  oidcSecret: 'PULT_OIDC_SECRET',
  oidcName: 'PULT_OIDC_NAME',
}

/** Reads settings from options and environment. Throws an Error that names every wrong setting. */
export function readSettings(
  options: Partial<Record<keyof Settings, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const given = Object.fromEntries(
    Object.entries(environmentNames)
      .map(([key, name]) => [key, options[key as keyof Settings] ?? environment[name]])
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const words = parsed.error.issues.map((issue) => {
      const key = String(issue.path[0]) as keyof Settings
      return `${environmentNames[key]}: ${issue.message}`
    })
    throw new Error(`Settings that Pult cannot use:\n  ${words.join('\n  ')}`)
  }
  return { ...parsed.data, dataFolder: resolve(parsed.data.dataFolder) }
}
