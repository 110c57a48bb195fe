import { z } from 'zod'

/** One mail address and nothing else: no name, no comma, no line break that would begin a header of its own. */
export const MailAddress = z.email('write one address, as name@example.com').max(254)

/** A chat of Telegram: its number (groups have a minus), or a public channel by name. */
export const ChatId = z
  .string()
  .trim()
  .regex(/^(?:-?\d{1,20}|@[A-Za-z]\w{4,31})$/, 'write the number of the chat, or @name of a public channel')

export const messageChannels = ['mail', 'telegram', 'webhook'] as const
export type MessageChannel = (typeof messageChannels)[number]

/** `waiting` is tried again by itself; `refused` would be refused again; `givenUp` was tried as often as is sensible. */
export const messageStatuses = ['waiting', 'sent', 'refused', 'givenUp'] as const
export type MessageStatus = (typeof messageStatuses)[number]

/** Why a message did not go. The words are the web's; what the server itself said stands beside. */
export const messageProblems = [
  'notSetUp',
  'secretLost',
  'unreachable',
  'silent',
  'certificate',
  'noTls',
  'signInRefused',
  'addressRefused',
  'messageRefused',
  'busy',
  'tokenRefused',
  'chatNotFound',
  'chatForbidden',
  'tooManyRequests',
  'notJson',
  'privateAddress',
  'redirected',
] as const
export type MessageProblem = (typeof messageProblems)[number]

/** A line of the log of what was sent. */
export const Delivery = z.object({
  messageId: z.number(),
  channel: z.enum(messageChannels),
  address: z.string(),
  subject: z.string(),
  status: z.enum(messageStatuses),
  tries: z.number(),
  problem: z.enum(messageProblems).nullable(),
  /** What the other side said, in its own words. */
  answer: z.string().nullable(),
  madeAt: z.string(),
  madeByName: z.string(),
  /** When it is tried next, while it waits. */
  tryAt: z.string().nullable(),
  settledAt: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>
