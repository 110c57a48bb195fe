import type { MessageProblem } from '@pult/contract/message-words'

interface Attachment {
  readonly fileName: string
  readonly contentType: string
  readonly base64: string
}

/** What goes out. */
export interface Content {
  readonly text: string
  /** For mail only. */
  readonly html?: string
  readonly attachment?: Attachment
  /** Where there are several. */
  readonly attachments?: readonly Attachment[]
}

/** How one try to send a message went. `answer` is what the other side said. */
export type Outcome =
  | { readonly kind: 'sent'; readonly answer: string }
  | { readonly kind: 'refused'; readonly problem: MessageProblem; readonly answer: string }
  /** May go later, after so long at least. */
  | { readonly kind: 'later'; readonly problem: MessageProblem; readonly answer: string; readonly afterMs?: number }

const LONGEST_ANSWER = 300

/** Words of the other side, fit for the log: one line, not too long, and never a secret that it may have said back. */
export function saidWithout(secrets: readonly string[], words: string): string {
  const told = secrets
    .flatMap((secret) => (secret.length > 3 ? [secret, Buffer.from(secret).toString('base64')] : []))
    .reduce((text, secret) => text.replaceAll(secret, '…'), words)
  return told
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_ANSWER)
}
