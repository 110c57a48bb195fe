import { z } from 'zod'

import { ChatId, Delivery, MailAddress } from './message-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

/** How the line to a mail server is guarded: TLS from the first byte, TLS that must follow, or none at all. */
export const mailSecurities = ['tls', 'startTls', 'open'] as const
export type MailSecurity = (typeof mailSecurities)[number]

export const MailServerDraft = z
  .object({
    host: z
      .string()
      .trim()
      .max(253)
      .regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'write the name of the server alone, as smtp.example.com'),
    port: z.number().int().min(1).max(65_535),
    security: z.enum(mailSecurities),
    /** Null where the server lets Pult in without. */
    user: z.string().trim().min(1).max(200).nullable(),
    /** Left out: the one that is kept. */
    password: z.string().min(1).max(500).optional(),
    fromAddress: MailAddress,
    fromName: z
      .string()
      .trim()
      .max(100)
      .regex(/^\P{Cc}*$/u, 'leave out line breaks')
      .default(''),
  })
  .strict()
export type MailServerDraft = z.infer<typeof MailServerDraft>

const TelegramBot = z
  .object({
    /** As @BotFather gives it. */
    token: z
      .string()
      .trim()
      .regex(/^\d{3,20}:[\w-]{20,100}$/, 'write the token as @BotFather gives it: 123456789:AAF…'),
  })
  .strict()

/** How messages go out. Secrets are never told. */
export const MessageSettings = z.object({
  mail: MailServerDraft.omit({ password: true }).extend({ hasPassword: z.boolean() }).nullable(),
  telegram: z.object({ hasToken: z.boolean() }),
})
export type MessageSettings = z.infer<typeof MessageSettings>

export const TestMessage = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal('mail'), address: MailAddress }).strict(),
  z.object({ channel: z.literal('telegram'), address: ChatId }).strict(),
])
export type TestMessage = z.infer<typeof TestMessage>

/** Where another program takes what it is told, as a signed POST of JSON. */
export const WebhookDraft = z
  .object({
    name: z.string().trim().min(1).max(100),
    url: z
      .url({ protocol: /^https?$/, error: 'write an address as https://example.com/pult' })
      .max(2000)
      .regex(/^https?:\/\/[^/\\@?#]+(?:[/?#].*)?$/i, 'leave name and password out of the address: posts are signed'),
  })
  .strict()
export type WebhookDraft = z.infer<typeof WebhookDraft>

/** A webhook without its secret. */
export const WebhookLine = z.object({
  webhookId: z.number(),
  name: z.string(),
  url: z.string(),
  madeByName: z.string(),
  madeAt: z.string(),
})
export type WebhookLine = z.infer<typeof WebhookLine>

const Webhooks = z.object({ webhooks: z.array(WebhookLine) })
const NewWebhook = z.object({
  webhookId: z.number(),
  /** What posts are signed with; told this once. */
  secret: z.string(),
})

const LogQuery = z.object({ before: Id.optional() }).strict()
const MessageLog = z.object({
  deliveries: z.array(Delivery),
  /** Give it as `before` for older ones; null where there are none. */
  next: z.number().nullable(),
})
export type MessageLog = z.infer<typeof MessageLog>

const OfWebhook = CenterParams.extend({ webhookId: Id })
type OfWebhook = z.infer<typeof OfWebhook>
const OfMessage = CenterParams.extend({ messageId: Id })
type Nothing = Record<string, never>

interface MessageRoutes {
  readonly readMessageSettings: Route<CenterParams, Nothing, Nothing, MessageSettings>
  readonly setMailServer: Route<CenterParams, Nothing, MailServerDraft, MessageSettings>
  readonly forgetMailServer: Route<CenterParams, Nothing, Nothing, Done>
  readonly setTelegramBot: Route<CenterParams, Nothing, z.infer<typeof TelegramBot>, MessageSettings>
  readonly forgetTelegramBot: Route<CenterParams, Nothing, Nothing, Done>
  readonly sendTest: Route<CenterParams, Nothing, TestMessage, { messageId: number }>
  readonly listWebhooks: Route<CenterParams, Nothing, Nothing, z.infer<typeof Webhooks>>
  readonly createWebhook: Route<CenterParams, Nothing, WebhookDraft, z.infer<typeof NewWebhook>>
  readonly deleteWebhook: Route<OfWebhook, Nothing, Nothing, Done>
  readonly testWebhook: Route<OfWebhook, Nothing, Nothing, { messageId: number }>
  readonly listDeliveries: Route<CenterParams, z.infer<typeof LogQuery>, Nothing, MessageLog>
  readonly sendAgain: Route<z.infer<typeof OfMessage>, Nothing, Nothing, Done>
}

/** Every route of the room. */
export const messages: MessageRoutes = {
  readMessageSettings: route('GET', '/centers/:centerId/messages/settings', {
    summary: 'The mail server and the Telegram bot by which messages go out, without their secrets.',
    may: 'administer',
    params: CenterParams,
    reply: MessageSettings,
  }),
  setMailServer: route('PUT', '/centers/:centerId/messages/mail-server', {
    summary:
      'Sets the mail server. The password is kept encrypted; left out, it stays, unless the server is another one.',
    may: 'administer',
    params: CenterParams,
    body: MailServerDraft,
    reply: MessageSettings,
  }),
  forgetMailServer: route('DELETE', '/centers/:centerId/messages/mail-server', {
    summary: 'Forgets the mail server and its password.',
    may: 'administer',
    params: CenterParams,
    reply: Done,
  }),
  setTelegramBot: route('PUT', '/centers/:centerId/messages/telegram-bot', {
    summary: 'Sets the token of the Telegram bot, kept encrypted.',
    may: 'administer',
    params: CenterParams,
    body: TelegramBot,
    reply: MessageSettings,
  }),
  forgetTelegramBot: route('DELETE', '/centers/:centerId/messages/telegram-bot', {
    summary: 'Forgets the Telegram bot.',
    may: 'administer',
    params: CenterParams,
    reply: Done,
  }),
  sendTest: route('POST', '/centers/:centerId/messages/test', {
    summary: 'Sends a test message to one address; how it went stands in the log.',
    may: 'administer',
    params: CenterParams,
    body: TestMessage,
    reply: z.object({ messageId: z.number() }),
  }),
  listWebhooks: route('GET', '/centers/:centerId/messages/webhooks', {
    summary: 'The webhooks of the centre, without their secrets.',
    may: 'administer',
    params: CenterParams,
    reply: Webhooks,
  }),
  createWebhook: route('POST', '/centers/:centerId/messages/webhooks', {
    summary:
      'Adds a webhook; its secret is told this once. Only https, and no address of a private network unless the installation allows it.',
    may: 'administer',
    params: CenterParams,
    body: WebhookDraft,
    reply: NewWebhook,
  }),
  deleteWebhook: route('DELETE', '/centers/:centerId/messages/webhooks/:webhookId', {
    summary: 'Deletes a webhook; posts that still wait for it are refused.',
    may: 'administer',
    params: OfWebhook,
    reply: Done,
  }),
  testWebhook: route('POST', '/centers/:centerId/messages/webhooks/:webhookId/test', {
    summary: 'Posts a test message to a webhook; how it went stands in the log.',
    may: 'administer',
    params: OfWebhook,
    reply: z.object({ messageId: z.number() }),
  }),
  listDeliveries: route('GET', '/centers/:centerId/messages', {
    summary: 'What was sent, refused or given up, with the words of the other side, the newest first.',
    may: 'administer',
    params: CenterParams,
    query: LogQuery,
    reply: MessageLog,
  }),
  sendAgain: route('POST', '/centers/:centerId/messages/:messageId/again', {
    summary: 'Tries a refused or given-up message again.',
    may: 'administer',
    params: OfMessage,
    reply: Done,
  }),
}
