import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Import, Mapping, Preview } from '@pult/contract/imports'

import { bringInto, factsStored, finishedImport, uploadTo } from '../../testing/bring-in.ts'
import { done, openTestApp, type TestApp } from '../../testing/test-app.ts'

let pult: TestApp

beforeAll(async () => {
  pult = await openTestApp({ started: true })
})
afterAll(() => pult.close())

/** A line of Asterisk's CDR with a linked id. */
const row = (call: string, device: string, from: string, answer: string, to: string, how: string): string => {
  const day = (clock: string): string => (clock === '' ? '' : `2025-10-20 12:${clock}`)
  const talk = how === 'ANSWERED' ? Number(to.slice(3)) - Number(answer.slice(3)) : 0
  return `"","8924000001","support","in","","SIP/trunk-00000003","${device}","Dial","","${day(from)}","${day(answer)}","${day(to)}",0,${talk},"${how}","DOCUMENTATION","${call}","","","${call}",0`
}

/** A call taken up at the second telephone, one lost at three, one passed on. */
const lines = [
  row('1760961600.1', 'SIP/200-00000005', '00:00', '', '00:06', 'NO ANSWER'),
  row('1760961600.1', 'SIP/301-00000004', '00:00', '00:06', '00:46', 'ANSWERED'),
  row('1760961660.2', 'SIP/301-00000006', '01:00', '', '01:20', 'NO ANSWER'),
  row('1760961700.3', 'SIP/200-0000000a', '01:05', '01:10', '01:15', 'ANSWERED'),
  row('1760961660.2', 'SIP/200-00000007', '01:00', '', '01:30', 'NO ANSWER'),
  row('1760961660.2', '', '01:30', '01:30', '01:30', 'ANSWERED'),
  row('1760961700.3', 'SIP/301-0000000b', '01:15', '01:21', '01:51', 'ANSWERED'),
]
const file = (some: readonly string[]): string => `${some.join('\n')}\n`

/** Of telephones that rang in vain on both sides of a cut only one side's are counted, until the whole is read. */
const withoutAttempts = (facts: unknown): unknown =>
  JSON.parse(JSON.stringify(facts, (name, value: unknown) => (name === 'agent_no_answers' ? undefined : value)))

async function mappingOf(centerId: number, text: string): Promise<Mapping | null> {
  const uploadId = await uploadTo(pult, centerId, text)
  const reply = await pult.system.send('POST', `/centers/${centerId}/imports/preview`, { uploadId })
  return done<Preview>(reply).mapping
}

describe('an Asterisk CDR with a row for every telephone that rang', () => {
  let mapping: Mapping
  const bringIn = (centerId: number, some: readonly string[]): Promise<Import> =>
    bringInto(pult, centerId, file(some), { kind: 'csv', mapping, fileName: 'Master.csv' })

  it('counts every call once, as the preview says', async () => {
    const centerId = await pult.createCenter('CDR')
    const guessed = await mappingOf(centerId, file(lines))
    expect(guessed).toMatchObject({ joinBy: ['20'] })
    mapping = guessed as Mapping
    const { report } = await bringIn(centerId, lines)
    expect(report?.byQueue).toEqual({ support: { offered: 4, answered: 3, abandoned: 1, flowedOut: 0 } })
    expect(await factsStored(pult, centerId)).toMatchObject({
      legs: [
        { contact_ref: '1760961600.1', leg: 1, agent: 'SIP/301', outcome: 'answered', wait_ms: 6000, talk_ms: 40_000 },
        { contact_ref: '1760961660.2', leg: 1, agent: null, outcome: 'abandoned', wait_ms: 30_000, talk_ms: 0 },
        { contact_ref: '1760961700.3', leg: 1, agent: 'SIP/200', outcome: 'answered', wait_ms: 5000, talk_ms: 5000 },
        { contact_ref: '1760961700.3', leg: 2, agent: 'SIP/301', outcome: 'answered', wait_ms: 6000, talk_ms: 30_000 },
      ],
    })
  })

  it('gives the same read again, cut anywhere, in either order, and overlapping', async () => {
    const whole = await pult.createCenter('CDR целиком')
    await bringIn(whole, lines)
    const facts = await factsStored(pult, whole)
    expect((await bringIn(whole, lines)).report).toMatchObject({ accepted: 0, corrected: 0, conflicts: 0 })
    expect(await factsStored(pult, whole)).toEqual(facts)
    const cuts = [
      [lines.slice(0, 1), lines.slice(1)],
      [lines.slice(4), lines.slice(0, 4)],
      [lines.slice(5), lines.slice(0, 5)],
      [lines.slice(0, 6), lines.slice(3), lines],
    ]
    for (const [index, parts] of cuts.entries()) {
      const centerId = await pult.createCenter(`CDR ${index}`)
      for (const part of parts) await bringIn(centerId, part)
      expect([index, withoutAttempts(await factsStored(pult, centerId))]).toEqual([index, withoutAttempts(facts)])
    }
  })

  it('joins a call of however many conversations', async () => {
    const whole = await pult.createCenter('Долгий звонок')
    const [cut, again] = [await pult.createCenter('Пополам'), await pult.createCenter('Внахлёст')]
    const two = (number: number): string => String(number).padStart(2, '0')
    const long = Array.from({ length: 45 }, (_, at) =>
      row('1760961600.9', `SIP/${200 + (at % 2)}-0000`, `${two(at)}:00`, `${two(at)}:05`, `${two(at)}:50`, 'ANSWERED'),
    )
    await bringIn(whole, long)
    const facts = (await factsStored(pult, whole)) as { legs: unknown[] }
    expect(facts.legs).toHaveLength(45)
    for (const part of [long.slice(0, 42), long.slice(42)]) await bringIn(cut, part)
    expect(await factsStored(pult, cut)).toEqual(facts)
    for (const part of [long.slice(0, 42), long.slice(25), long]) await bringIn(again, part)
    expect(await factsStored(pult, again)).toEqual(facts)
  })

  it('replaces what another file told, never what the same file told far above', async () => {
    const centerId = await pult.createCenter('Замена')
    const others = (first: number): string[] =>
      Array.from({ length: 5100 }, (_, at) =>
        row(`17609616${first + at}.5`, 'SIP/200-00000005', '00:00', '', '00:06', 'NO ANSWER'),
      )
    const apart = [
      ...others(10_000),
      row('1760961600.1', 'SIP/200-00000005', '00:00', '', '00:06', 'NO ANSWER'),
      ...others(20_000),
      row('1760961600.1', 'SIP/301-00000004', '00:06', '00:10', '00:46', 'ANSWERED'),
    ]
    const given = { kind: 'csv', mapping, fileName: 'Master.csv', onConflict: 'replace' } as const
    const { report } = await bringInto(pult, centerId, file(apart), given)
    expect(report?.flagged).toEqual({ rowsApart: 1 })
    const { legs } = (await factsStored(pult, centerId)) as { legs: { contact_ref: string }[] }
    expect(legs.filter((leg) => leg.contact_ref === '1760961600.1')).toMatchObject([
      { leg: 1, outcome: 'answered', wait_ms: 10_000, talk_ms: 36_000 },
    ])
  }, 240_000)

  it('forgets the half that is undone, and keeps the other', async () => {
    const [one, two] = [await pult.createCenter('Половина'), await pult.createCenter('Две')]
    await bringIn(one, lines.slice(0, 4))
    await bringIn(two, lines.slice(0, 4))
    const second = await bringIn(two, lines.slice(4))
    done(await pult.system.send('POST', `/centers/${two}/imports/${second.importId}/undo`))
    expect((await finishedImport(pult, two, second.importId)).status).toBe('undone')
    expect(await factsStored(pult, two)).toEqual(await factsStored(pult, one))
  })

  it('refuses an id that comes back days later as another call, and says so', async () => {
    const centerId = await pult.createCenter('Повтор')
    await bringIn(centerId, lines.slice(0, 2))
    const later = lines.slice(0, 2).map((line) => line.replaceAll('2025-10-20', '2025-10-23'))
    expect((await bringIn(centerId, later)).report).toMatchObject({ accepted: 0, conflicts: 1 })
  })
})

const sample = join(
  process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../../shared'),
  'data/pbx_samples/asterisk_cdr_forked_dial_masked.csv',
)

describe('a real CDR with forked dials', () => {
  it.skipIf(!existsSync(sample))('counts calls, not telephones', async () => {
    const centerId = await pult.createCenter('Настоящий')
    const text = readFileSync(sample, 'utf8')
    const mapping = await mappingOf(centerId, text)
    const { report } = await bringInto(pult, centerId, text, { kind: 'csv', ...(mapping === null ? {} : { mapping }) })
    // Ten rows: 1, 3 of one lost call, 2 of another, 3 of one answered call, 1.
    expect([report?.read, report?.contacts]).toEqual([10, 5])
    expect(report?.byQueue).toMatchObject({ '211553': { offered: 4, answered: 2, abandoned: 2 } })
  })
})
