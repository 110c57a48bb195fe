import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Scheme, ShownBoard, ShownTile, Wallboard } from '@pult/contract/wallboards'

import { API, done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'

const MINUTE_MS = 60_000
const NAME = 'Анна Тайная'

let pult: TestApp
let own: number
let other: number
let head: Visitor
let owner: pg.Client
const queueIds = new Map<string, number>()

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  // Where it is the middle of the day: what came ten minutes ago came today.
  const zone = new Date().getUTCHours() < 2 ? 'Asia/Tokyo' : 'UTC'
  own = await pult.createCenter('Наш', zone)
  other = await pult.createCenter('Чужой', zone)
  head = await pult.comeIn(own, 'head')
  owner = new pg.Client({ connectionString: pult.connectionString })
  await owner.connect()
  await send(
    own,
    Array.from({ length: 60 }, (_, index) => contact(`a${index}`, 'Заказы', index < 54 ? 'answered' : 'abandoned')),
  )
  await send(own, [contact('s1', 'Справка', 'answered'), contact('s2', 'Справка', 'abandoned')])
  const { queues } = done<{ queues: { queueId: number; name: string }[] }>(await head.get(`/centers/${own}/queues`))
  for (const { name, queueId } of queues) queueIds.set(name, queueId)
  await setTarget('serviceLevelNeutral', 0.8, 20)
})
afterAll(async () => {
  await owner.end()
  await pult.close()
})

const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE_MS).toISOString()

const contact = (sourceKey: string, queue: string, outcome: 'answered' | 'abandoned' | 'open'): object => ({
  sourceKey,
  channel: 'voice',
  queue,
  offeredAt: ago(10),
  outcome,
  waitMs: outcome === 'open' ? 0 : outcome === 'answered' ? 5000 : 40_000,
  ...(outcome === 'answered' ? { agent: NAME, talkMs: 60_000 } : {}),
})

async function send(centerId: number, contacts: object[]): Promise<void> {
  const states = [{ sourceKey: 'session', agent: NAME, state: 'session', startedAt: ago(30) }]
  done(await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, { source: 'АТС', contacts, states }))
  await pult.app.measures.settle(centerId)
}

async function setTarget(measureId: string, value: number, withinSeconds: number | null): Promise<void> {
  const target = { queueId: null, measureId, value, withinSeconds, validFrom: '2026-01-01' }
  done(await pult.system.send('POST', `/centers/${own}/targets`, target))
}

const figure = (of: 'serviceLevel' | 'waiting' | 'abandonRate' | 'available', queue: string | null = null) =>
  ({ kind: 'figure', width: 1, figure: of, queueId: queue === null ? null : (queueIds.get(queue) ?? 0) }) as const

const scheme = (change: Partial<Scheme> = {}): Scheme => ({
  name: 'Зал',
  language: 'ru',
  theme: 'dark',
  columns: 3,
  margin: 0.1,
  showsNames: false,
  tiles: [
    figure('serviceLevel', 'Заказы'),
    figure('waiting'),
    { kind: 'agents', width: 1 },
    { kind: 'clock', width: 1 },
    { kind: 'text', width: 3, text: 'Хорошей смены' },
  ],
  ...change,
})

async function makeBoard(given: Scheme): Promise<string> {
  const { wallboardId } = done<{ wallboardId: number }>(await head.send('POST', `/centers/${own}/wallboards`, given))
  return `/centers/${own}/wallboards/${wallboardId}`
}

const makeLink = async (path: string, lastDay: string | null = null): Promise<string> =>
  done<{ token: string }>(await head.send('POST', `${path}/link`, { lastDay })).token

const openWall = (token: string) => pult.stranger.get(`/wall/${token}`)

const preview = async (tiles: Scheme['tiles'], margin = 0.1): Promise<readonly ShownTile[]> =>
  done<ShownBoard>(await head.send('POST', `/centers/${own}/wallboards/preview`, scheme({ tiles, margin }))).tiles

describe('a link', () => {
  it('opens its board without sign-in and tells nothing that is not on it', async () => {
    const token = await makeLink(await makeBoard(scheme()))
    const reply = await openWall(token)
    const board = done<ShownBoard>(reply)
    expect(Object.keys(board).toSorted()).toEqual(
      ['asOf', 'columns', 'day', 'language', 'lastFactAt', 'margin', 'name', 'theme', 'tiles', 'timeZone'].toSorted(),
    )
    expect(board.tiles[0]).toMatchObject({ queue: 'Заказы', value: 54 / 60, level: 'good' })
    expect(board.tiles[2]).toMatchObject({ agents: null })
    expect(board.tiles[2]).toHaveProperty('states', expect.arrayContaining([{ state: 'available', agents: 1 }]))
    for (const hidden of [NAME, 'Справка', 'Наш', `"centerId"`]) expect(reply.body).not.toContain(hidden)
  })

  it('shows agents by name only where the board says so', async () => {
    const token = await makeLink(await makeBoard(scheme({ showsNames: true })))
    expect(done<ShownBoard>(await openWall(token)).tiles[2]).toMatchObject({
      agents: [{ name: NAME, state: 'available' }],
    })
  })

  it('is kept as a hash and told once', async () => {
    const path = await makeBoard(scheme())
    const token = await makeLink(path)
    const secret = token.split('.')[2] ?? ''
    expect(secret).toHaveLength(43)
    const { rows } = await owner.query<{ row: string }>('select to_jsonb(l)::text as row from wallboard_link l')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([])
    const listed = await head.get(`/centers/${own}/wallboards`)
    expect(listed.body).not.toContain(secret)
    const { wallboards } = done<{ wallboards: Wallboard[] }>(listed)
    expect(wallboards.find(({ wallboardId }) => path.endsWith(`/${wallboardId}`))?.link).toMatchObject({
      lastDay: null,
      hasEnded: false,
      lastOpenedAt: null,
    })
  })

  it('holds no longer once it is replaced, revoked or over, and says the same for every other that does not hold', async () => {
    const path = await makeBoard(scheme())
    const first = await makeLink(path)
    const second = await makeLink(path)
    const [centerId, boardId, secret] = second.split('.')
    const wrong = [
      first,
      `${other}.${boardId}.${secret}`,
      `${centerId}.999999.${secret}`,
      `${centerId}.${boardId}.${'x'.repeat(43)}`,
      second.slice(0, -1),
      'nonsense',
    ]
    for (const token of wrong) {
      const reply = await openWall(token)
      expect([token, reply.statusCode, reply.json<{ code: string }>().code]).toEqual([token, 404, 'wallLinkGone'])
    }
    expect((await openWall(second)).statusCode).toBe(200)
    await owner.query(`update wallboard_link set ends_at = now() where center_id = $1 and wallboard_id = $2`, [
      own,
      boardId,
    ])
    expect((await openWall(second)).statusCode).toBe(404)
    const third = await makeLink(path, '2099-12-31')
    expect((await openWall(third)).statusCode).toBe(200)
    done(await head.send('DELETE', `${path}/link`))
    expect((await openWall(third)).statusCode).toBe(404)
    expect((await head.send('POST', `${path}/link`, { lastDay: '2020-01-01' })).json()).toMatchObject({
      code: 'lastDayOver',
    })
  })

  it('stands in the audit log when it is made, opened first on a day, and revoked', async () => {
    const path = await makeBoard(scheme({ name: 'Для журнала' }))
    const token = await makeLink(path)
    for (let time = 0; time < 3; time++) done(await openWall(token))
    done(await head.send('DELETE', `${path}/link`))
    const { rows } = await owner.query<{ act: string; text: string }>(
      `select act, to_jsonb(a)::text as text from audit a where center_id = $1 and subject = $2 order by audit_id`,
      [own, `wallboard ${path.split('/').at(-1)}`],
    )
    expect(rows.map(({ act }) => act)).toEqual([
      'wallboards.board.create',
      'wallboards.link.make',
      'wallboards.link.open',
      'wallboards.link.revoke',
    ])
    expect(rows.filter(({ text }) => text.includes(token.split('.')[2] ?? ''))).toEqual([])
  })

  it('is not tried for long from one address', async () => {
    const tried = async (): Promise<number> => {
      const url = `${API}/wall/1.1.${'y'.repeat(43)}`
      return (await pult.app.http.app.inject({ method: 'GET', url, remoteAddress: '10.9.9.9' })).statusCode
    }
    const replies: number[] = []
    for (let time = 0; time < 22; time++) replies.push(await tried())
    expect(replies.slice(0, 20).every((status) => status === 404)).toBe(true)
    expect(replies.slice(20)).toEqual([429, 429])
  })
})

describe('a screen', () => {
  it('is told the figures at once, what comes in within seconds, and that its link was revoked', async () => {
    const path = await makeBoard(scheme({ tiles: [figure('waiting')] }))
    const token = await makeLink(path)
    const told: string[] = []
    const stream = await pult.app.http.app.inject({
      method: 'GET',
      url: `${API}/wall/${token}/events`,
      payloadAsStream: true,
    })
    expect(stream.headers['content-type']).toContain('text/event-stream')
    const ended = new Promise<void>((resolve) => stream.stream().once('end', resolve))
    stream.stream().on('data', (bytes: Buffer) => told.push(bytes.toString()))
    const shows =
      (waiting: number): (() => void) =>
      () =>
        expect(told.join('')).toContain(`"value":${waiting}`)
    await expect.poll(() => told.join('')).toContain('event: figures')
    shows(0)()
    await send(own, [contact('w1', 'Письма', 'open')])
    await expect.poll(() => told.join('')).toContain('"value":1')
    expect(told.join('')).not.toContain('connectors')
    done(await head.send('DELETE', `${path}/link`))
    await ended
    expect(told.join('')).toContain('event: ended')
  })
})

describe('yellow and red', () => {
  it('come from the centre’s targets and the board’s margin', async () => {
    await send(
      own,
      Array.from({ length: 12 }, (_, index) => contact(`b${index}`, 'Заказы', 'abandoned')),
    )
    // 54 of 72: below the target, and chance may be all there is to it.
    expect((await preview([figure('serviceLevel', 'Заказы')], 0))[0]).toMatchObject({
      level: 'near',
      target: { value: 0.8, withinSeconds: 20 },
    })
    await send(
      own,
      Array.from({ length: 60 }, (_, index) => contact(`c${index}`, 'Заказы', 'abandoned')),
    )
    const [level, few, waiting, people] = await preview([
      figure('serviceLevel', 'Заказы'),
      figure('serviceLevel', 'Справка'),
      figure('waiting'),
      figure('available'),
    ])
    expect(level).toMatchObject({ value: 54 / 132, level: 'bad' })
    expect((await preview([figure('serviceLevel', 'Заказы')], 0.5))[0]).toMatchObject({ level: 'near' })
    // One of two: far from the target, and nothing is known yet.
    expect(few).toMatchObject({ value: 0.5, level: 'near' })
    expect(waiting).toMatchObject({ target: null, level: 'none' })
    expect(people).toMatchObject({ value: 1, target: null, level: 'none', queue: null })
  })

  it('are for what has to be low too', async () => {
    await setTarget('abandonRate', 0.05, null)
    expect((await preview([figure('abandonRate')]))[0]).toMatchObject({ target: { value: 0.05 }, level: 'bad' })
    await setTarget('abandonRate', 0.99, null)
    expect((await preview([figure('abandonRate')]))[0]).toMatchObject({ level: 'good' })
  })
})

describe('a board', () => {
  it('is changed only by whoever has its newest version, and lives on where a queue is gone', async () => {
    const path = await makeBoard(scheme())
    const change = { version: 1, scheme: scheme({ tiles: [{ ...figure('serviceLevel'), queueId: 999_999 }] }) }
    done(await head.send('PUT', path, change))
    expect((await head.send('PUT', path, change)).json()).toMatchObject({ code: 'stale' })
    expect(done<ShownBoard>(await head.get(`${path}/figures`)).tiles[0]).toMatchObject({ isGone: true, value: null })
    done(await head.send('DELETE', path))
    expect((await head.get(`${path}/figures`)).statusCode).toBe(404)
  })

  it('is not seen by an agent, who sees no centre, nor changed by a supervisor', async () => {
    const path = await makeBoard(scheme())
    expect((await (await pult.comeIn(own, 'agent')).get(`${path}/figures`)).statusCode).toBe(403)
    const supervisor = await pult.comeIn(own, 'supervisor')
    expect((await supervisor.get(`${path}/figures`)).statusCode).toBe(200)
    expect((await supervisor.send('POST', `${path}/link`, {})).statusCode).toBe(403)
  })
})
