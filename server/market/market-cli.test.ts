import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { registerMarket } from '../../cli/market.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import type { StandIn } from './testing/stand-in.ts'
import { openTrudvsemStandIn } from './testing/trudvsem-stand-in.ts'

let pult: TestApp
let trudvsem: StandIn
let centerId: number
let url: string

beforeAll(async () => {
  const operator = {
    name: 'Оператор контактного центра',
    employer: 'Завод',
    city: 'Тула',
    createdOn: '2026-11-01T09:00:00.000Z',
    duty: 'Входящие звонки',
  }
  trudvsem = await openTrudvsemStandIn([{ ...operator, id: 't-1', from: 40_000 }], 'pages')
  pult = await openTestApp({ started: true, more: { trudvsemUrl: trudvsem.address, marketRate: 5000 } })
  const { port } = pult.app.http.app.server.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
  centerId = await pult.createCenter('Из терминала')
})
afterAll(async () => {
  await pult.close()
  await trudvsem.close()
})

/** What `pult market …` says, line by line: the table and, after it, what went wrong. */
async function say(...words: readonly string[]): Promise<string> {
  const lines: string[] = []
  const keep = (line: unknown): void => void lines.push(String(line))
  const spies = [vi.spyOn(console, 'log').mockImplementation(keep), vi.spyOn(console, 'error').mockImplementation(keep)]
  try {
    const program = new Command().option('--json')
    registerMarket(program)
    const where = ['--center', String(centerId), '--url', url, '--data', pult.dataFolder]
    await program.parseAsync(['market', ...words, ...where], { from: 'user' })
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return lines.join('\n')
}

const specialise = async (name: string, title: string): Promise<void> => {
  const draft = { name, titles: [title] }
  done(await pult.system.send('POST', `/centers/${centerId}/market/specialisations`, draft))
}

describe('pult market', () => {
  it('says what to do where there is no specialisation, no file, no source, and which to choose', async () => {
    await expect(say('skills')).rejects.toThrow('make one on the page Market')
    await specialise('Операторы', 'оператор контактного центра')
    await expect(say('import', join(pult.dataFolder, 'none.csv'))).rejects.toThrow('There is no file')
    await expect(say('refresh')).rejects.toThrow('No source is switched on')
    expect(await say('skills')).toBe('There is no snapshot yet: pult market import, or pult market refresh.')
    expect(await say('salaries')).toContain('There is no snapshot yet')
  })

  it('imports a file, says what is wrong in it, and shows skills and pay', async () => {
    const file = join(pult.dataFolder, 'vacancies.csv')
    const rows = [
      'Должность;Город;Оклад от;Оклад до;Валюта;До налогов;За;Навыки',
      'Оператор контактного центра;Тула;40000;60000;руб.;нет;месяц;CRM|Входящие звонки',
      'Оператор контактного центра;Тула;90000;60000;руб.;нет;месяц;CRM',
      'Курьер;Тула;;;;;;',
    ]
    await writeFile(file, rows.join('\n'))
    const said = await say('import', file, '--day', '2026-11-02')
    expect(said).toContain('2 of 3 rows taken, 1 with another title, 0 of another region.')
    expect(said).toContain('row 3: "from" is above "to", kept without it')
    const skills = await say('skills', '--limit', '1')
    expect(skills).toContain('2026-11-02: 2 of 2 vacancies name skills; 1 of 2 skills.')
    expect(skills).toMatch(/100\.00 %.*crm$/m)
    const pay = await say('salaries')
    expect(pay).toMatch(/all +n +1 +median 50000/)
    expect(pay).toContain('In no figure: impossible 1.')
  })

  it('refreshes from the sources that are on, and asks which where there are several', async () => {
    done(await pult.system.send('PUT', `/centers/${centerId}/market/sources/trudvsem`, { isOn: true }))
    const said = await say('refresh')
    expect(said).toContain('trudvsem: 1 of 1 read, 1 new, 0 gone')
    expect(said).toContain(': 1 vacancies, 1 name skills.')
    await specialise('Другие', 'супервайзер')
    await expect(say('skills')).rejects.toThrow('Say which specialisation with --of')
    expect(await say('skills', '--of', 'Операторы')).toContain('входящие звонки')
  })
})
