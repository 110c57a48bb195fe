import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it, vi } from 'vitest'

import { runPult } from '../server/testing/run-pult.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'pult-simulate-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** Status and outputs of `pult simulate …`. */
const simulate = (...args: readonly string[]) => pult('simulate', ...args)

async function pult(...args: readonly string[]) {
  const { status, out, err } = await runPult(['--json', ...args])
  return { status, stdout: out, stderr: err }
}

const model = {
  horizonSeconds: 3600,
  periods: [{ startSeconds: 0, lengthSeconds: 3600 }],
  contactTypes: [
    {
      id: 'calls',
      arrivalsPerHour: [100],
      patience: { exponential: { meanSeconds: 120 }, probabilityZero: 0.1 },
      handling: { lognormal: { meanSeconds: 200, sdSeconds: 250 } },
      withinSeconds: 20,
      groups: ['all'],
    },
  ],
  groups: [{ id: 'all', types: ['calls'], agents: [6] }],
  routing: 'longestWaiting',
  drainAfterEnd: true,
}

describe('pult simulate', () => {
  it('answers the same from one worker and from two', async () => {
    const path = write('model.json', model)
    const one = await simulate('--model', path, '--replications', '50', '--workers', '1')
    const two = await simulate('--model', path, '--replications', '50', '--workers', '2')
    const [left, right] = [one, two].map((answer) => JSON.parse(answer.stdout) as Record<string, unknown>)
    for (const part of ['contacts', 'total', 'perQueue', 'perGroup', 'perPeriod'])
      expect(left?.[part]).toEqual(right?.[part])
    expect(one.status).toBe(0)
    expect(one.stderr).toBe('')
    expect(left?.['contactsPerSecond']).toBeGreaterThan(0)
  })

  it('compares two centres, and says which fields it did not use', async () => {
    const more = { ...model, note: 'one more', groups: [{ ...model.groups[0], agents: [7] }] }
    const path = write('more.json', more)
    const answer = await simulate('--model', write('less.json', model), '--against', path, '--replications', '50')
    const { difference } = JSON.parse(answer.stdout) as {
      difference: { total: { answered: { mean: number; halfWidth: number } } }
    }
    expect(difference.total.answered.mean - difference.total.answered.halfWidth).toBeGreaterThan(0)
    expect(answer.stderr).toBe(`${path}: note is not used.\n`)
  })

  it.each([
    ['no file', () => join(folder, 'nowhere.json'), 'There is no file'],
    ['no JSON', () => write('broken.json', '{'), 'is not JSON'],
    ['a place', () => write('empty.json', { ...model, groups: [] }), 'groups must be a list with at least one entry'],
  ])('ends with 2 for bad input: %s', async (_, path, words) => {
    const answer = await simulate('--model', path())
    expect(answer.status).toBe(2)
    expect(answer.stdout).toBe('')
    expect(answer.stderr).toContain(words)
    expect(answer.stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('pult staffing skills', () => {
  it('finds agents by group, verified on other days', async () => {
    const { status, stdout } = await pult(
      'staffing',
      'skills',
      '--model',
      write('skills.json', model),
      '--target',
      '0.8',
    )
    expect(status).toBe(0)
    const { groups, verified } = JSON.parse(stdout) as {
      groups: { id: string; agents: number[] }[]
      verified: { missed: unknown[] }
    }
    // 100 calls of 200 s are 5.6 erlangs.
    expect(groups[0]?.agents[0]).toBeGreaterThanOrEqual(6)
    expect(groups[0]?.agents[0]).toBeLessThan(10)
    expect(verified.missed).toEqual([])
  })

  it('says where too few are allowed', async () => {
    const few = await pult('staffing', 'skills', '--model', write('few.json', model), '--most', '3')
    expect(few).toMatchObject({ status: 2, stderr: expect.stringContaining('no group may grow (--most)') })
    expect((await pult('staffing', 'skills', '--model', write('bad.json', model), '--target', '1')).status).toBe(2)
  })
})
