import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface GotPost {
  readonly delivery: string
  readonly body: unknown
}

/** What goes wrong with the next posts, one after another. */
export type WebhookFault = 'busy' | 'tooMany' | 'redirect' | 'refuse' | 'hang' | 'film'

export interface WebhookStandIn {
  readonly url: string
  /** What arrived with a true signature of this minute. */
  readonly posts: readonly GotPost[]
  /** How often it was asked. */
  readonly asked: () => number
  readonly faults: WebhookFault[]
  /** The secret that it was told; without one it takes nothing. */
  secret: string
  close(): Promise<void>
}

const FRESH_SECONDS = 300

/** A receiver of webhooks on this machine that checks what the guide tells receivers to check. */
export async function openWebhookStandIn(): Promise<WebhookStandIn> {
  const posts: GotPost[] = []
  const faults: WebhookFault[] = []
  let asked = 0
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked += 1
      const fault = faults.shift()
      if (fault === 'hang') return undefined
      if (fault === 'busy') return response.writeHead(503).end('later')
      if (fault === 'tooMany') return response.writeHead(429, { 'retry-after': '1' }).end()
      if (fault === 'refuse') return response.writeHead(410).end('gone')
      if (fault === 'redirect') return response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
      if (fault === 'film') return response.writeHead(200).end('x'.repeat(1_000_000))
      const { 'pult-timestamp': second, 'pult-signature': signature, 'pult-delivery': delivery } = request.headers
      const isFresh = Math.abs(Date.now() / 1000 - Number(second)) < FRESH_SECONDS
      const wanted = `v1=${createHmac('sha256', standIn.secret)
        .update(`${String(second)}.${body}`)
        .digest('hex')}`
      const isTrue =
        typeof signature === 'string' &&
        signature.length === wanted.length &&
        timingSafeEqual(Buffer.from(signature), Buffer.from(wanted))
      if (!isFresh || !isTrue) return response.writeHead(401).end('not signed by Pult')
      posts.push({ delivery: String(delivery), body: JSON.parse(body) as unknown })
      return response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const standIn: WebhookStandIn = {
    url: `http://127.0.0.1:${port}/pult`,
    posts,
    asked: () => asked,
    faults,
    secret: '',
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return standIn
}
