import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { serveWebFiles } from './web-files.ts'

let folder: string
let dist: string
let app: FastifyInstance
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pult-web-files-'))
  dist = join(folder, 'dist')
  await mkdir(join(dist, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.js'), 'outside')
  await writeFile(join(dist, 'index.html'), 'the first page')
  await writeFile(join(dist, 'assets', 'first-abc.js'), 'first')
  app = fastify()
  await serveWebFiles(app, dist)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const get = (url: string) => app.inject({ method: 'GET', url })

describe('the web app on disk', () => {
  it('is served, its hashed files for a year, and its page for every address of the app', async () => {
    const file = await get('/assets/first-abc.js')
    expect(file.body).toBe('first')
    expect(file.headers['cache-control']).toContain('immutable')
    const page = await get('/c/1/today?by=queue')
    expect(page.body).toBe('the first page')
    expect(page.headers['cache-control']).toBe('no-cache')
  })

  it('lets in the styles of one visit, by a number that no other visit has', async () => {
    await writeFile(join(dist, 'index.html'), 'the first page, nonce="__NONCE__"')
    const guarded = fastify()
    guarded.addHook('onRequest', async (_request, reply) => {
      void reply.header('content-security-policy', "default-src 'self';style-src 'self';script-src 'self'")
    })
    await serveWebFiles(guarded, dist)
    const numbers = await Promise.all(
      ['/', '/c/1/today', '/sign-in'].map(async (url) => {
        const { body, headers } = await guarded.inject({ method: 'GET', url })
        const number = /nonce="([\w+/=]{22,})"/.exec(body)?.[1] ?? ''
        expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${number}';script-src 'self'`)
        return number
      }),
    )
    expect(new Set(numbers).size).toBe(3)
    await guarded.close()
    await writeFile(join(dist, 'index.html'), 'the first page')
  })

  it('is followed when it is built again under a running server', async () => {
    expect((await get('/assets/second-def.js')).statusCode).toBe(404)
    await writeFile(join(dist, 'index.html'), 'the second page')
    await writeFile(join(dist, 'assets', 'second-def.js'), 'second')
    await rm(join(dist, 'assets', 'first-abc.js'))
    const file = await get('/assets/second-def.js?v=1')
    expect(file.body).toBe('second')
    expect(file.headers['cache-control']).toContain('immutable')
    expect((await get('/')).body).toBe('the second page')
    expect((await get('/assets/first-abc.js')).statusCode).toBe(404)
  })

  it.each(['/assets/../../secret.js', '/assets/..%2f..%2fsecret.js', '/assets/%2e%2e/%2e%2e/secret.js', '/assets/'])(
    'leads out of its folder by no address: %s',
    async (url) => {
      expect((await get(url)).body).not.toContain('outside')
    },
  )
})
