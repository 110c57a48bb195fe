import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

import { API } from './http.ts'
import { notFound } from './problem.ts'

const AN_HOUR_OF_SECONDS = 3600

/** The bundler's names, and nothing that leads out of its folder. */
const BUILT_FILE = /^\/(assets\/[\w-][\w.-]*)$/

/**
 * Serves the built web app: hashed files for a year, everything else fresh. An address the app knows but no file has
 * (`/c/1/today`) gets the app's page; unknown addresses of the API stay a 404 problem. What was built since the start is found too.
 */
export async function serveWebFiles(app: FastifyInstance, dist: string): Promise<void> {
  const built = existsSync(join(dist, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: dist,
      wildcard: false,
      // The page is written for each visit: see `sendPage`.
      index: false,
      globIgnore: ['index.html', 'index.html.gz'],
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const hashed = path.includes(join(dist, 'assets'))
        void reply.header(
          'cache-control',
          hashed ? `public, max-age=${AN_HOUR_OF_SECONDS * 24 * 365}, immutable` : 'no-cache',
        )
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const builtSince = request.method === 'GET' && built ? findBuilt(dist, request.url) : undefined
    if (builtSince !== undefined) return reply.sendFile(builtSince)
    if (
      !built ||
      request.url.startsWith(API) ||
      request.url.startsWith('/api/') ||
      request.url.startsWith('/assets/') ||
      request.method !== 'GET'
    )
      throw notFound('address')
    return sendPage(reply, dist)
  })
}

/** Stands in the page where the visit's number goes. */
const NONCE = '__NONCE__'

/**
 * The app's page with a number that is good for this visit: styles that the app makes carry it, and no others are let in. So it is never kept
 * by the browser; everything it loads is.
 */
async function sendPage(reply: FastifyReply, dist: string): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64')
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  if (policy !== '') {
    void reply.header(
      'content-security-policy',
      policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
    )
  }
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page.replace(NONCE, nonce))
}

function findBuilt(dist: string, url: string): string | undefined {
  const file = BUILT_FILE.exec(url.replace(/\?.*$/, ''))?.[1]
  return file !== undefined && existsSync(join(dist, file)) ? file : undefined
}
