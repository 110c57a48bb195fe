import { createServer } from 'node:http'

import { LIVE_ADDRESS, READY_ADDRESS } from './health.ts'

/** What a person sees while the database is made, starts or recovers. */
export interface WaitingRoom {
  /** Says what is being done, on the page and to whoever asks. */
  readonly say: (words: { readonly ru: string; readonly en: string }) => void
  /** Frees the port for the real server. */
  readonly close: () => Promise<void>
}

/**
 * Takes the port at once, so that a taken one is said before minutes of work, and answers with a page that says what is
 * being done and asks again by itself. Throws the listen error (`EADDRINUSE`).
 */
export async function openWaitingRoom(host: string, port: number): Promise<WaitingRoom> {
  let words = { ru: 'Пульт запускается…', en: 'Pult is starting…' }
  const server = createServer((request, response) => {
    // Whoever watches over the process must not end it for a recovery that takes its time.
    if (request.url === LIVE_ADDRESS) {
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end('{"status":"live"}')
      return
    }
    // A balancer and a watcher read a word, and whoever asks them reads why.
    if (request.url === READY_ADDRESS) {
      response
        .writeHead(503, { 'content-type': 'application/json', 'cache-control': 'no-store', 'retry-after': '1' })
        .end(JSON.stringify({ status: 'starting', detail: words.en }))
      return
    }
    response.writeHead(503, { 'retry-after': '1', 'cache-control': 'no-store', ...contentType(request.url) })
    response.end(
      isApi(request.url)
        ? JSON.stringify({ status: 503, code: 'starting', title: 'starting', detail: words.en })
        : page(words),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return {
    say: (next) => (words = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const isApi = (url: string | undefined): boolean => url?.startsWith('/api/') === true

const contentType = (url: string | undefined): Record<string, string> => ({
  'content-type': isApi(url) ? 'application/problem+json' : 'text/html; charset=utf-8',
})

const page = (words: { ru: string; en: string }): string => `<!doctype html>
<html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="1">
<title>Пульт · Pult</title><body style="font:16px/1.5 system-ui;display:grid;place-items:center;min-height:90vh;text-align:center;color-scheme:light dark">
<main><h1 style="font-size:1.25rem">${words.ru}</h1><p lang="en">${words.en}</p></main>`
