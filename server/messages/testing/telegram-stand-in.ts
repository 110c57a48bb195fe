import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface GotMessage {
  readonly chat: string
  readonly text: string
}

/** What goes wrong with the next messages, one after another. */
export type TelegramFault = 'tooMany' | 'html' | 'hang' | 'broken' | 'redirect'

export interface TelegramStandIn {
  readonly address: string
  readonly messages: readonly GotMessage[]
  readonly faults: TelegramFault[]
  /** How often it was asked, and when. */
  readonly askedAt: readonly number[]
  close(): Promise<void>
}

export const TELEGRAM_TOKEN = '123456789:AAF-token_of_the_stand_in_00000000'

/** Telegram's Bot API on this machine: `sendMessage` as it is written down, and its bad days. */
export async function openTelegramStandIn(knownChats: readonly string[]): Promise<TelegramStandIn> {
  const messages: GotMessage[] = []
  const faults: TelegramFault[] = []
  const askedAt: number[] = []
  const server = createServer((request, response) => {
    const reply = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    const refuse = (status: number, description: string, more: object = {}): void =>
      reply(status, { ok: false, error_code: status, description, ...more })
    void text(request).then((body) => {
      askedAt.push(performance.now())
      const fault = faults.shift()
      if (fault === 'hang') return undefined
      if (fault === 'tooMany')
        return refuse(429, 'Too Many Requests: retry after 2', { parameters: { retry_after: 2 } })
      if (fault === 'broken') return refuse(502, 'Bad Gateway')
      if (fault === 'html' || fault === 'redirect') {
        response.writeHead(fault === 'html' ? 200 : 302, {
          'content-type': 'text/html',
          location: 'http://127.0.0.1:9/',
        })
        return response.end('<html><body>The provider’s page</body></html>')
      }
      if (request.url !== `/bot${TELEGRAM_TOKEN}/sendMessage`)
        return refuse(401, `Unauthorized: ${(request.url ?? '').split('/')[1]}`)
      const given = JSON.parse(body) as { chat_id: string; text: string }
      if (!knownChats.includes(given.chat_id)) return refuse(400, 'Bad Request: chat not found')
      if (given.text.length > 4096) return refuse(400, 'Bad Request: message is too long')
      messages.push({ chat: given.chat_id, text: given.text })
      return reply(200, { ok: true, result: { message_id: messages.length } })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    messages,
    faults,
    askedAt,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
