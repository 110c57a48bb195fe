import type { Channel } from '../contacts/index.ts'

/** How a queue's work is done: one call at a time, several chats at once, or letters that may wait until a deadline. */
export const queueWorks = ['calls', 'chats', 'deferred'] as const
export type QueueWork = (typeof queueWorks)[number]

const workByChannel = {
  voice: 'calls',
  callback: 'calls',
  chat: 'chats',
  messenger: 'chats',
  email: 'deferred',
} satisfies Record<Channel, QueueWork>

/** How contacts of a channel are worked on, unless a rule says otherwise. */
export const workOfChannel = (channel: Channel): QueueWork => workByChannel[channel]
