import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, describe, expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 240_000 })

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'pult-roster-'))
afterAll(() => rmSync(folder, { recursive: true }))
const shared = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'data/rosters/curtois_qu')

async function roster(...args: readonly string[]) {
  try {
    const command = [join(import.meta.dirname, 'main.ts'), 'roster', ...args, '--format', 'curtois', '--json']
    const { stdout, stderr } = await run(process.execPath, command)
    return { status: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, stdout, stderr }
  }
}

function write(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Two people, a week, one shift; each may work three days in a row, so that four of ten places stay empty. */
const instance = [
  'SECTION_HORIZON',
  '7',
  'SECTION_SHIFTS',
  'D,480,',
  'SECTION_STAFF',
  'A,D=7,1440,480,3,2,2,1',
  'B,D=7,1440,480,3,2,2,1',
  'SECTION_COVER',
  ...Array.from({ length: 5 }, (_, day) => `${day},D,2,10,1`),
].join('\n')

describe('pult roster', () => {
  it('solves to proven optimality, and its own check agrees', async () => {
    const path = write('small.txt', instance)
    const out = join(folder, 'small-roster.txt')
    const solved = await roster('solve', '--instance', path, '--seconds', '60', '--workers', '2', '--out', out)
    expect(solved.status).toBe(0)
    expect(JSON.parse(solved.stdout)).toMatchObject({
      objective: 40,
      lowerBound: 40,
      gap: 0,
      feasible: true,
      violations: [],
    })
    const checked = await roster('check', '--instance', path, '--roster', out)
    expect(JSON.parse(checked.stdout)).toEqual({ feasible: true, objective: 40, violations: [] })
  })

  it('says that nobody can keep contradictory rules', async () => {
    const path = write('none.txt', instance.replace('B,D=7,1440,480', 'B,D=1,1440,1440'))
    const solved = await roster('solve', '--instance', path, '--seconds', '60', '--workers', '1')
    expect(solved.status).toBe(2)
    expect(solved.stderr.trim()).toBe('There is no roster: no days keep all rules of employee B.')
  })

  it.each([
    ['no file', () => ['--instance', join(folder, 'nowhere.txt')], 'There is no file'],
    [
      'a place in the instance',
      () => ['--instance', write('bad.txt', instance.replace('2,D,2,10,1', '2,N,2,10,1'))],
      'line 11 (SECTION_COVER): there is no shift "N"',
    ],
    ['no time', () => ['--instance', write('small.txt', instance), '--seconds', '0'], '--seconds must be above 0'],
  ])('ends with 2 for bad input: %s', async (_, args, words) => {
    const { status, stdout, stderr } = await roster('solve', ...args())
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('refuses a roster edited by hand with the line and the person', async () => {
    const edited = write('edited.txt', 'A,D,D,-,-,-,-,-\nC,D,D,-,-,-,-,-\n')
    const { status, stderr } = await roster('check', '--instance', write('small.txt', instance), '--roster', edited)
    expect(status).toBe(2)
    expect(stderr.trim()).toBe(`${edited}: line 2: there is no employee "C" in the instance.`)
  })
})

describe.skipIf(!existsSync(shared))(`published instances (skipped without ${shared})`, () => {
  it.each([
    [2, 828],
    [3, 1001],
    [4, 1716],
  ])('instance %i is solved to its best known value, which is proven', async (number, best) => {
    const path = join(shared, `Instance${number}.txt`)
    expect(readFileSync(join(shared, 'best_known.csv'), 'utf8')).toContain(`,${best},`)
    const { stdout } = await roster('solve', '--instance', path, '--seconds', '120', '--workers', '2')
    expect(JSON.parse(stdout)).toMatchObject({ objective: best, lowerBound: best, gap: 0, feasible: true })
  })

  it('instance 1 keeps to the rule of the edges', async () => {
    const { stdout } = await roster('solve', '--instance', join(shared, 'Instance1.txt'), '--seconds', '20')
    expect(JSON.parse(stdout)).toMatchObject({ objective: 607, feasible: true })
  })
})
