import { z } from 'zod'

import { saidWithout, type Outcome } from './outcome.ts'

export const TELEGRAM_ADDRESS = 'https://api.telegram.org'

/** What one message of Telegram holds at most. */
const LONGEST_TEXT = 4096

const Reply = z.object({
  ok: z.boolean(),
  description: z.string().default(''),
  parameters: z.object({ retry_after: z.number().nonnegative().optional() }).default({}),
})

interface Bot {
  /** Of the Bot API. */
  readonly address: string
  readonly token: string
}

/** Sends one text to a chat, as plain text: nothing in it is read as a mark. */
export async function sendTelegram(
  { address, token }: Bot,
  message: { readonly chat: string; readonly text: string },
  patienceMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const patience = AbortSignal.timeout(patienceMs)
  const said = (words: string): string => saidWithout([token], words)
  let status = 0
  let body = ''
  try {
    const response = await fetch(`${address}/bot${token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: message.chat,
        text: fit(message.text),
        link_preview_options: { is_disabled: true },
      }),
      // Wherever it led, the token would go along.
      redirect: 'manual',
      signal: AbortSignal.any([signal, patience]),
    })
    status = response.status
    body = await response.text()
  } catch (error) {
    const { cause } = error as { cause?: { message?: string } }
    return patience.aborted
      ? { kind: 'later', problem: 'silent', answer: '' }
      : { kind: 'later', problem: 'unreachable', answer: said(cause?.message ?? '') }
  }
  const reply = Reply.safeParse(parsed(body)).data
  if (reply === undefined) return { kind: 'later', problem: 'notJson', answer: `HTTP ${status}` }
  return outcomeOf(status, reply, said(reply.description))
}

function outcomeOf(status: number, { ok, parameters }: z.infer<typeof Reply>, answer: string): Outcome {
  if (ok) return { kind: 'sent', answer }
  if (status === 429) {
    const afterMs = (parameters.retry_after ?? 0) * 1000
    return { kind: 'later', problem: 'tooManyRequests', answer, afterMs }
  }
  // The Bot API says 404 for a token that is none.
  if (status === 401 || status === 404) return { kind: 'refused', problem: 'tokenRefused', answer }
  if (status === 403) return { kind: 'refused', problem: 'chatForbidden', answer }
  if (status >= 400 && status < 500)
    return { kind: 'refused', problem: /chat not found/i.test(answer) ? 'chatNotFound' : 'messageRefused', answer }
  return { kind: 'later', problem: 'busy', answer }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Cut at a line where it is too long. */
function fit(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const head = text.slice(0, LONGEST_TEXT - 2)
  const end = head.lastIndexOf('\n')
  return `${head.slice(0, end > 0 ? end : undefined)}\n…`
}
