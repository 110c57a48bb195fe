import { spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'
import type { RecomputeReport } from '@pult/contract/measures-recompute'

import { fillCenter } from '../testing/fill-center.ts'
import { runPult, type Ended } from '../testing/run-pult.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

// `pult measures` and `pult measures recompute` as a person or script runs them, against a server on a port.

const program = join(import.meta.dirname, '../../bin/pult.mjs')

let pult: TestApp
let centerId: number
let url: string
let token: string
beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Ромашка')
  await fillCenter(pult, centerId)
  url = `http://127.0.0.1:${(pult.app.http.app.server.address() as AddressInfo).port}`
  token = String(pult.system.headers['authorization']).replace('Bearer ', '')
})
afterAll(() => pult.close())

const environment = (): Record<string, string> => ({ PULT_URL: url, PULT_TOKEN: token })
const run = (line: string, more: Record<string, string> = {}): Promise<Ended> =>
  runPult(line.split(' '), { ...environment(), ...more })

/** The same in a process of its own, as it is started. */
function runProgram(line: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...line.split(' ')], {
      cwd: pult.dataFolder,
      env: { ...process.env, ...environment() },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()))
    child.on('close', (status) => resolve({ status: status ?? -1, out, err }))
  })
}

const period = '--from 2026-10-05 --to 2026-10-06'
const asked = (): string => `--center ${centerId} ${period}`
const linesOf = ({ out }: Ended): string[] => out.trimEnd().split('\n')
/** Columns are at least two spaces apart. */
const cellsOf = (line: string | undefined): string[] => (line ?? '').split(/ {2,}/)

describe('pult measures', () => {
  it('prints the usual seven as a table, each with the version of its definition', async () => {
    const ended = await runProgram(`measures ${asked()}`)
    expect(ended).toMatchObject({ status: 0, err: '' })
    expect(await run(`measures ${asked()}`)).toEqual(ended)
    expect(linesOf(ended).map(cellsOf)).toEqual([
      [
        'offered@1',
        'answered@1',
        'abandoned@1',
        'abandonRate@1',
        'serviceLevelNeutral@1',
        'asaSeconds@1',
        'ahtSeconds@1',
      ],
      ['40', '30', '10', '0.25', '0.75', '8', '70'],
    ])
  })

  it('splits by one or two, names the rows, and ends with the total', async () => {
    const byQueue = await run(`measures ${asked()} --by queue --measures offered,answered`)
    expect(linesOf(byQueue).map(cellsOf)).toEqual([
      ['queue', 'offered@1', 'answered@1'],
      ['Заказы', '14', '10'],
      ['Справка', '26', '20'],
      ['total', '40', '30'],
    ])
    const both = linesOf(await run(`measures ${asked()} --by queue,interval --measures offered`))
    expect(cellsOf(both[0])).toEqual(['queue', 'interval', 'offered@1'])
    expect(cellsOf(both[1])).toEqual(['Заказы', '2026-10-05T06:00:00.000Z', '7'])
    expect(both).toHaveLength(1 + 4 + 1)
  })

  it('writes nothing but one JSON document with --json: unrounded, shares as fractions', async () => {
    const { status, out, err } = await run(`measures ${asked()} --measures serviceLevelStrict,asaSeconds --json`)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const reply = JSON.parse(out) as MeasureReply
    expect(reply.total.figures.map(({ value, numerator, denominator }) => [value, numerator, denominator])).toEqual([
      [0.75, 30, 40],
      [8, 240, 30],
    ])
    expect(reply.measures.map(({ reference, withinSeconds }) => [reference, withinSeconds])).toEqual([
      ['serviceLevelStrict@1', 20],
      ['asaSeconds@1', null],
    ])
  })

  it('takes a version of a definition and a threshold of the asker’s', async () => {
    const ended = await run(`measures ${asked()} --definition serviceLevelStrict@1 --within 7`)
    expect(linesOf(ended)).toEqual(['serviceLevelStrict@1', '0'])
    // Answered without any wait: nobody was.
    const atOnce = await run(`measures ${asked()} --measures serviceLevelStrict,abandonedWithin --within 0`)
    expect(cellsOf(linesOf(atOnce).at(-1))).toEqual(['0', '0'])
  })

  it('writes "–" for what has nothing to divide by and for days without data, never 0 or 100 %', async () => {
    const nothing = await run(
      `measures --center ${centerId} --from 2026-10-12 --to 2026-10-13 --measures offered,abandonRate,asaSeconds`,
    )
    expect(linesOf(nothing).map(cellsOf).at(-1)).toEqual(['–', '–', '–'])
    // Those who hung up had no agent.
    const byAgent = await run(`measures ${asked()} --by agent --measures answered,abandonRate`)
    expect(linesOf(byAgent).map(cellsOf).at(1)).toEqual(['Агент 0', '10', '–'])
  })

  it.each([
    ['', /--center/],
    [`--center 1 --from 2026-10-05`, /--from and --to/],
    [`--center x ${period}`, /--center must be a whole number from 1, not "x"/],
    [`--center 1 ${period} --by moon`, /--by: there is no split "moon"/],
    [`--center 1 ${period} --within soon`, /--within must be a whole number/],
    [`--center 1 ${period} --measures happiness`, /happiness/],
    [`--center 1 ${period} --definition offered@9`, /offered@9/],
    [`--center 1 --from yesterday --to 2026-10-06`, /from.*such as 2026-11-01/],
    [`--center 1 --from 2026-10-05T06:07:00Z --to 2026-10-06`, /15 minutes/],
    [`--center 999 ${period}`, /./],
    [`--center 1 ${period} --moon`, /unknown option/],
  ])('measures %s is bad input: status 2, one sentence, nothing on standard output', async (line, said) => {
    const { status, out, err } = await run(`measures ${line.replace('--center 1 ', `--center ${centerId} `)}`.trim())
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('ends with the status of what went wrong as a program, too', async () => {
    const bad = await runProgram('measures')
    expect(bad).toEqual(await run('measures'))
    expect(bad.status).toBe(2)
  })

  it('says that no server answers: status 1', async () => {
    const { status, out, err } = await run(`measures ${asked()}`, { PULT_URL: 'http://127.0.0.1:9' })
    expect([status, out]).toEqual([1, ''])
    expect(err).toContain('No Pult answers at http://127.0.0.1:9')
  })
})

describe('pult measures recompute', () => {
  const spoil = (): Promise<unknown> =>
    pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update queue_day set offered = offered + 1 where queue_id <> 0 and day = '2026-10-05'`.execute(tx),
    )
  const recompute = (more = ''): Promise<Ended> => run(`measures recompute ${asked()}${more}`)

  it('says of every roll-up how many rows agree: status 0', async () => {
    const ended = await recompute()
    expect(ended).toMatchObject({ status: 0, err: '' })
    expect(linesOf(ended)).toContainEqual('queue_day: 2 rows compared, 0 differ')
    expect(linesOf(ended).every((line) => line.endsWith('rows compared, 0 differ'))).toBe(true)
  })

  it('shows what differs and changes nothing: status 1, again and again', async () => {
    await spoil()
    for (const ended of [await recompute(), await recompute()]) {
      expect(ended.status).toBe(1)
      expect(ended.out).toContain('queue_day: 2 rows compared, 2 differ')
      expect(ended.out).toContain('queue_day: from the facts: {')
      expect(ended.out).toContain('queue_day: stored: {')
      expect(ended.out).not.toContain('Mended.')
    }
    const { status, out } = await recompute(' --json')
    expect(status).toBe(1)
    const report = JSON.parse(out) as RecomputeReport
    expect(report).toMatchObject({ dry: true, mended: false })
    expect(report.tables).toContainEqual({ table: 'queue_day', rows: 2, differing: 2 })
  })

  it('mends with --mend: status 0, and the next comparison agrees', async () => {
    const mended = await recompute(' --mend')
    expect(mended.status).toBe(0)
    expect(linesOf(mended)).toContainEqual('queue_day: 2 rows compared, 2 differ')
    expect(linesOf(mended).at(-1)).toBe('Mended.')
    const after = await recompute()
    expect(after.status).toBe(0)
    expect(after.out).not.toMatch(/, [1-9]\d* differ/)
    const counted = await run(`measures ${asked()} --measures offered`)
    expect(linesOf(counted)).toEqual(['offered@1', '40'])
  })

  it('has nothing to mend where all agrees: status 0, and says "Mended." of nothing', async () => {
    const { status, out } = await recompute(' --mend --json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ dry: false, mended: false })
  })

  it('wants a centre and a period, and whoever may administer', async () => {
    expect(await run('measures recompute')).toMatchObject({ status: 2, out: '' })
    expect(await run(`measures recompute --center ${centerId}`)).toMatchObject({ status: 2, out: '' })
    const refused = await run(`measures recompute ${asked()}`, { PULT_TOKEN: 'wrong' })
    expect([refused.status, refused.out]).toEqual([2, ''])
    expect(refused.err.trim().split('\n')).toHaveLength(1)
  })
})
