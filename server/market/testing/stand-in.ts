import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Reply {
  readonly status?: number
  readonly json?: unknown
  /** Sent as it is, in place of JSON. */
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface StandIn {
  readonly address: string
  /** How often each path was asked, by its first part. */
  readonly asked: ReadonlyMap<string, number>
  close(): Promise<void>
}

/** A site on this machine that answers as the real one does. */
export async function standIn(answer: (url: URL, request: IncomingMessage, body: string) => Reply): Promise<StandIn> {
  const asked = new Map<string, number>()
  const server = createServer((request, response) => {
    void reply(request, response).catch(() => response.destroy())
  })
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const part = url.pathname.replace(/^(\/[^/]+)\/.+$/, '$1/…')
    asked.set(part, (asked.get(part) ?? 0) + 1)
    const { status = 200, json, text, headers = {} } = answer(url, request, Buffer.concat(chunks).toString('utf8'))
    response.writeHead(status, {
      'content-type': text === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
      ...headers,
    })
    response.end(text ?? (json === undefined ? '' : JSON.stringify(json)))
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
