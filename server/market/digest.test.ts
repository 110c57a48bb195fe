import { setTimeout as rest } from 'node:timers/promises'

import excel from 'exceljs'
import { sql } from 'kysely'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DigestPlans, MarketDigest } from '@pult/contract/market-digest'
import { createRandom } from '@pult/engine/numeric'

import { openSmtpStandIn, type SmtpStandIn } from '../messages/testing/smtp-stand-in.ts'
import { openTelegramStandIn, TELEGRAM_TOKEN, type TelegramStandIn } from '../messages/testing/telegram-stand-in.ts'
import { API, done, openTestApp, type TestApp } from '../testing/test-app.ts'

const CHAT = '-100777'
let smtp: SmtpStandIn
let telegram: TelegramStandIn
let pult: TestApp
let centerId: number
let id: number

const at = (path: string): string => `/centers/${centerId}/market${path}`
const spec = (path: string): string => at(`/specialisations/${id}${path}`)

interface Week {
  readonly day: string
  /** New vacancies of the week. */
  readonly count: number
  readonly crm: number
  readonly pay: number
}

/** Vacancies of one week: half name CRM unless said, some name others, pay about the middle. Those of the weeks before stay. */
function rowsOf({ day, count, crm, pay }: Week): string[] {
  const random = createRandom(day)
  return Array.from({ length: count }, (_, place) => {
    const skills = [
      ...(random.chance(crm) ? ['CRM'] : []),
      ...(random.chance(0.5) ? ['Excel'] : []),
      ...(random.chance(0.3) ? ['SQL'] : []),
      'Обучение|=1+1',
    ]
    return `${day}-${place};Руководитель контактного центра;Фирма ${day} ${place};Тула;${Math.round(pay * (0.8 + 0.4 * random.uniform()))};${skills.join('|')}`
  })
}

async function bring(rows: readonly string[], day: string): Promise<void> {
  const file = ['Id;Должность;Работодатель;Город;Оклад от;Навыки', ...rows].join('\n')
  const reply = await pult.app.http.app.inject({
    method: 'POST',
    url: `${API}${spec('/files')}?name=file&day=${day}`,
    headers: { ...pult.system.headers, host: 'pult.test', 'content-type': 'application/octet-stream' },
    payload: Readable.from([Buffer.from(file)]),
  })
  done(reply)
}

const weeks: readonly Week[] = [
  { day: '2026-09-07', count: 150, crm: 0.5, pay: 90_000 },
  { day: '2026-09-14', count: 60, crm: 0.5, pay: 90_000 },
  { day: '2026-09-21', count: 60, crm: 0.5, pay: 90_000 },
  // Nothing but chance has changed.
  { day: '2026-09-28', count: 60, crm: 0.5, pay: 90_000 },
  // CRM is asked for by nearly all, and pay rose.
  { day: '2026-10-05', count: 80, crm: 0.95, pay: 110_000 },
]

beforeAll(async () => {
  smtp = await openSmtpStandIn()
  telegram = await openTelegramStandIn([CHAT])
  pult = await openTestApp({
    started: true,
    more: { telegramUrl: telegram.address, messageRest: 0.01, publicUrl: 'https://pult.example.com' },
  })
  centerId = await pult.createCenter('Наш')
  const draft = { name: 'Руководитель\r\nBcc: thief@example.com', titles: ['руководитель контактного центра'] }
  id = done<{ specialisationId: number }>(
    await pult.system.send('POST', at('/specialisations'), draft),
  ).specialisationId
  let rows: string[] = []
  for (const week of weeks) {
    // As many go as come.
    rows = [...rows.slice(rows.length === 0 ? 0 : week.count), ...rowsOf(week)]
    await bring(rows, week.day)
  }
  const post = {
    specialisationId: id,
    title: 'Начальник',
    people: 2,
    monthlyPay: 60_000,
    isGross: false,
    skills: ['CRM'],
  }
  done(await pult.system.send('POST', at('/posts'), post))
})
afterAll(async () => {
  await pult.close()
  await smtp.close()
  await telegram.close()
})

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}

const readDigest = async (query = ''): Promise<MarketDigest> => done(await pult.system.get(spec(`/digest${query}`)))

describe('a digest', () => {
  it('tells what rose by more than chance, with interval and n, and what is paid', async () => {
    const digest = await readDigest()
    expect(digest).toMatchObject({
      isQuiet: false,
      doubts: [],
      now: { takenOn: '2026-10-05' },
      former: { takenOn: '2026-09-28' },
    })
    const { risen, fallen, afterNamed, beforeNamed, tested } = digest.skills
    expect(risen.map(({ name }) => name)).toEqual(['crm'])
    expect(fallen).toEqual([])
    // The 150 of the first snapshot had stood there for long: those of the three weeks after it are what is compared with.
    expect({ afterNamed, beforeNamed, tested }).toEqual({ afterNamed: 80, beforeNamed: 180, tested: 5 })
    expect(risen[0]?.low).toBeGreaterThan(0.2)
    const { change, n, median, low, high } = digest.pay
    expect(change).toMatchObject({ before: 180, after: 80, isSure: true })
    const [first, ...others] = weeks.map((week) => rowsOf(week).map((row) => Number(row.split(';')[4])))
    expect(first).toHaveLength(150)
    const after = others.pop() ?? []
    expect(change?.change).toBeCloseTo(medianOf(after) / medianOf(others.flat()) - 1, 3)
    expect((change?.low ?? 1) < (change?.change ?? 0) && (change?.change ?? 1) < (change?.high ?? 0)).toBe(true)
    expect(n).toBe(digest.vacancies.now)
    expect((low ?? 0) < (median ?? 0) && (median ?? 0) < (high ?? 0)).toBe(true)
    const { now, former, came, gone } = digest.vacancies
    expect(now - (former ?? 0)).toBe(came - gone)
    expect(digest.posts).toMatchObject([{ title: 'Начальник', missing: expect.arrayContaining(['excel']) as string[] }])
  })

  it('does not tell noise as change', async () => {
    const { skills, pay, isQuiet } = await readDigest(
      '?since=2026-09-21&snapshotId=' + (await snapshotOf('2026-09-28')),
    )
    expect([skills.risen, skills.fallen, pay.change?.isSure]).toEqual([[], [], false])
    expect(isQuiet).toBe(true)
  })

  it('says where there is nothing to compare with, or only the first snapshot', async () => {
    const first = await readDigest(`?snapshotId=${await snapshotOf('2026-09-07')}`)
    expect(first).toMatchObject({ former: null, pay: { change: null }, skills: { risen: [], tested: 0 } })
    expect(first.skills.top[0]).toMatchObject({ naming: 150, share: 1 })
    const second = await readDigest(`?snapshotId=${await snapshotOf('2026-09-14')}`)
    expect(second.doubts).toEqual(['onlyFirstSnapshot'])
  })

  it('shows posts and their pay only to those who may see them', async () => {
    const analyst = await pult.comeIn(centerId, 'analyst')
    expect(done<MarketDigest>(await analyst.get(spec('/digest'))).posts).toBeNull()
  })

  async function snapshotOf(day: string): Promise<number> {
    const { snapshots } = done<{ snapshots: { snapshotId: number; takenOn: string }[] }>(
      await pult.system.get(spec('/snapshots')),
    )
    return snapshots.find(({ takenOn }) => takenOn === day)?.snapshotId ?? 0
  }
})

describe('a digest as a file', () => {
  const take = async (format: string) => pult.system.send('POST', spec(`/digest/export?format=${format}&language=en`))

  it('is a workbook of figures in which no name runs as a formula', async () => {
    const reply = await take('xlsx')
    const book = new excel.Workbook()
    await book.xlsx.load(reply.rawPayload as unknown as Parameters<typeof book.xlsx.load>[0])
    const rows: unknown[][] = []
    book.worksheets[0]?.eachRow((row) => rows.push(row.values as unknown[]))
    expect(rows.find((row) => row[1] === 'Asked for more')?.slice(2, 4)).toEqual(['crm', expect.any(Number)])
    expect(rows.some((row) => row[2] === "'=1+1")).toBe(true)
  })

  it('is Markdown and a page in which no name is a mark', async () => {
    const markdown = (await take('md')).body
    expect(markdown).toContain('## Asked for more')
    expect(markdown).toMatch(/\| crm \| \d+\.\d %/)
    const page = (await take('html')).body
    expect(page).toContain('<h2')
    expect(page).not.toContain('<script')
  })
})

const plan = (more: object = {}): object => ({
  specialisationId: id,
  rhythm: 'weekly',
  day: 1,
  minute: 540,
  language: 'ru',
  mails: ['head@example.com', 'hr@example.com'],
  chats: [CHAT],
  withPosts: true,
  ...more,
})

const plans = async (): Promise<DigestPlans> => done(await pult.system.get(at('/digests')))

async function settledPlan(digestId: number, count: number): Promise<DigestPlans['plans'][number]> {
  for (;;) {
    const own = (await plans()).plans.find((one) => one.digestId === digestId)
    if (
      own !== undefined &&
      own.deliveries.length >= count &&
      own.deliveries.every(({ status }) => status !== 'waiting')
    )
      return own
    await rest(50)
  }
}

describe('a digest that is sent', () => {
  let digestId: number
  beforeAll(async () => {
    digestId = done<{ digestId: number }>(await pult.system.send('POST', at('/digests'), plan())).digestId
  })

  it('says clearly that nothing is set up to send it by', async () => {
    done(await pult.system.send('POST', at(`/digests/${digestId}/send`)))
    const { deliveries } = await settledPlan(digestId, 3)
    expect(deliveries.map(({ status, problem }) => `${status} ${problem}`)).toEqual(
      Array.from({ length: 3 }, () => 'refused notSetUp'),
    )
    expect((await plans()).ways).toEqual({ mail: false, telegram: false })
  })

  it('reaches mail and Telegram, with the workbook and a link, and no header of anybody’s', async () => {
    const home = `/centers/${centerId}/messages`
    const server = { host: '127.0.0.1', port: smtp.port, security: 'open', user: null, fromAddress: 'pult@example.com' }
    done(await pult.system.send('PUT', `${home}/mail-server`, server))
    done(await pult.system.send('PUT', `${home}/telegram-bot`, { token: TELEGRAM_TOKEN }))
    await forgetLast(digestId)
    expect(done(await pult.system.send('POST', at(`/digests/${digestId}/send`)))).toEqual({ messages: 3 })
    const { deliveries, lastTakenOn } = await settledPlan(digestId, 6)
    expect(deliveries.slice(0, 3).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent'])
    expect(lastTakenOn).toBe('2026-10-05')
    expect(smtp.letters.map(({ to }) => to).toSorted()).toEqual([['head@example.com'], ['hr@example.com']])
    const raw = smtp.letters[0]?.raw ?? ''
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im)
    expect(raw).toContain('spreadsheetml')
    const [message] = telegram.messages
    expect(message?.text).toContain('СПРОС ВЫРОС\n• crm:')
    expect(message?.text).toContain(`https://pult.example.com/c/${centerId}/market?tab=digest&of=${id}`)
    expect(message?.text).toContain('Начальник')
  })

  it('does not tell the same news twice: the next one is about what came since', async () => {
    done(await pult.system.send('POST', at(`/digests/${digestId}/send`)))
    await settledPlan(digestId, 9)
    expect(telegram.messages.at(-1)?.text).toContain('новых снимков не было')
    expect(telegram.messages.at(-1)?.text).not.toContain('crm')
  })

  it('goes by itself when it is due, once, and is due again a week later', async () => {
    await pult.app.database.inCenter({ centerId }, async (tx) => {
      await sql`
        update market_digest set next_at = now() - interval '1 hour', last_taken_on = '2026-09-28'
        where center_id = ${centerId} and digest_id = ${digestId}`.execute(tx)
    })
    const before = telegram.messages.length
    await pult.app.market.digestsDue()
    await pult.app.market.digestsDue()
    await settledPlan(digestId, 12)
    await rest(1500)
    expect(telegram.messages.length).toBe(before + 1)
    expect(telegram.messages.at(-1)?.text).toContain('28.09.2026')
    const own = (await plans()).plans.find((one) => one.digestId === digestId)
    expect(Date.parse(own?.nextAt ?? '')).toBeGreaterThan(Date.now())
  })

  it('goes to members of the centre at the address they have today, and to nobody who has left it', async () => {
    await pult.comeIn(centerId, 'administrator')
    const anna = await pult.comeIn(centerId, 'hr')
    const vera = await pult.comeIn(centerId, 'analyst')
    const { people } = await plans()
    expect(people.map(({ email }) => email)).toEqual(expect.arrayContaining([anna.email, vera.email]))
    expect(people.some(({ email }) => email.endsWith('.invalid'))).toBe(false)
    // One address stands on both lists: it gets one letter.
    const draft = plan({
      members: [anna.userId, vera.userId],
      mails: [anna.email.toUpperCase(), 'free@example.com'],
      chats: [],
    })
    const own = done<{ digestId: number }>(await pult.system.send('POST', at('/digests'), draft)).digestId
    const before = smtp.letters.length
    expect(done(await pult.system.send('POST', at(`/digests/${own}/send`)))).toEqual({ messages: 3 })
    await settledPlan(own, 3)
    const addresses = smtp.letters.slice(before).map(({ to }) => to[0]?.toLowerCase())
    expect(addresses.toSorted()).toEqual([anna.email, 'free@example.com', vera.email].toSorted())
    done(await pult.system.send('DELETE', `/centers/${centerId}/members/${vera.userId}`))
    const { members, deliveries, lastSentAt } = await settledPlan(own, 3)
    expect(members).toEqual([anna.userId])
    // By which the page counts what became of the last one.
    expect(deliveries.map(({ madeAt }) => madeAt)).toEqual([lastSentAt, lastSentAt, lastSentAt])
    expect(done(await pult.system.send('POST', at(`/digests/${own}/send`)))).toEqual({ messages: 2 })
    await settledPlan(own, 5)
    expect((await pult.system.send('PUT', at(`/digests/${own}`), draft)).json()).toMatchObject({
      code: 'memberUnknown',
    })
  })

  it.each([
    ['nobody to send it to', { mails: [], chats: [] }],
    ['an address that is two', { mails: ['a@example.com, b@example.com'] }],
    ['an eighth day of the week', { day: 8 }],
    ['a chat that is none', { chats: ['чат'] }],
  ])('is refused with %s', async (_what, more) => {
    expect((await pult.system.send('POST', at('/digests'), plan(more))).statusCode).toBe(400)
  })

  async function forgetLast(one: number): Promise<void> {
    await pult.app.database.inCenter({ centerId }, async (tx) => {
      await sql`update market_digest set last_taken_on = null where center_id = ${centerId} and digest_id = ${one}`.execute(
        tx,
      )
    })
  }
})
