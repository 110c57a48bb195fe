import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as rest } from 'node:timers/promises'

import iconv from 'iconv-lite'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Area, CompareReply, Market, PayReply, SkillsReply, VacanciesReply } from '@pult/contract/market'
import type { Post } from '@pult/contract/market-posts'
import type { FileOutcome } from '@pult/contract/market-refresh'
import type { SynonymsReply } from '@pult/contract/market-synonyms'
import type { SnapshotSummary } from '@pult/contract/market-words'

import { API, done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { openHhStandIn, type HhStandIn, type HhVacancy } from './testing/hh-stand-in.ts'
import type { StandIn } from './testing/stand-in.ts'
import { createTrudvsemSource } from './trudvsem-source.ts'
import { openTrudvsemStandIn, type TrudvsemVacancy } from './testing/trudvsem-stand-in.ts'
import { vacanciesFromCounts } from './testing/vacancies-from-counts.ts'

const shared = process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const factsPath = join(shared, 'reference/source-facts.json')
const facts = existsSync(factsPath)
  ? (JSON.parse(readFileSync(factsPath, 'utf8')) as {
      skillShares: { skill: string; share: number; inferredCount: number }[]
      method: { inferredPopulation: number }
    })
  : null

const NOW = Date.now()
const DAY_MS = 86_400_000
const HOME = '/market'
const TOKEN = 'APPLICATION-TOKEN-OF-THE-STAND-IN'
const AGENT = 'Pult/1.0 (head@example.com)'

let hh: HhStandIn
let trudvsem: StandIn
let pult: TestApp

const trudvsemVacancies: TrudvsemVacancy[] = Array.from({ length: 130 }, (_, place) => ({
  id: `t-${place}`,
  name: 'Оператор контактного центра',
  employer: place === 0 ? 'АО «Полюс»' : `Завод ${place}`,
  city: place % 2 === 0 ? 'Тула' : 'Москва',
  createdOn: new Date(NOW - 3 * DAY_MS).toISOString(),
  from: 40_000 + place * 100,
  duty: place % 3 === 0 ? 'Обработка входящих звонков, работа с возражениями' : 'Приём обращений, входящие звонки',
}))

beforeAll(async () => {
  hh = await openHhStandIn([])
  trudvsem = await openTrudvsemStandIn(trudvsemVacancies, 'records')
  const more = { hhUrl: hh.address, trudvsemUrl: trudvsem.address, marketRate: 5000 }
  pult = await openTestApp({ started: true, more })
})
afterAll(async () => {
  await pult.close()
  await hh.close()
  await trudvsem.close()
})

const at = (centerId: number, path: string): string => `/centers/${centerId}${HOME}${path}`

async function specialise(centerId: number, more: object = {}): Promise<number> {
  const draft = {
    name: 'Руководитель',
    titles: ['руководитель контактного центра', 'руководитель колл-центра'],
    ...more,
  }
  const reply = await pult.system.send('POST', at(centerId, '/specialisations'), draft)
  return done<{ specialisationId: number }>(reply).specialisationId
}

async function bring(centerId: number, id: number, file: string | Buffer, day = '2026-11-02') {
  return pult.app.http.app.inject({
    method: 'POST',
    url: `${API}${at(centerId, `/specialisations/${id}/files`)}?name=file&day=${day}`,
    headers: { ...pult.system.headers, host: 'pult.test', 'content-type': 'application/octet-stream' },
    payload: Readable.from([Buffer.from(file)]),
  })
}

async function ask<Reply>(centerId: number, path: string): Promise<Reply> {
  return done<Reply>(await pult.system.get(at(centerId, path)))
}

async function refresh(centerId: number, id: number): Promise<SnapshotSummary> {
  const made = await pult.system.send('POST', at(centerId, `/specialisations/${id}/refresh`))
  const { snapshotId } = done<{ snapshotId: number }>(made)
  for (;;) {
    const { snapshots } = await ask<{ snapshots: SnapshotSummary[] }>(centerId, `/specialisations/${id}/snapshots`)
    const own = snapshots.find((one) => one.snapshotId === snapshotId)
    if (own !== undefined && !['waiting', 'running'].includes(own.status)) return own
    await rest(100)
  }
}

const openHh = (centerId: number, access: object = { token: TOKEN }) =>
  pult.system.send('PUT', at(centerId, '/sources/hh'), { isOn: true, userAgent: AGENT, ...access })

const TABLE = [
  'Должность;Работодатель;Город;Оклад от;Оклад до;Валюта;До налогов;За;Навыки',
  'Руководитель контактного центра;Ответ;Москва;100 000;200 000;руб.;да;месяц;CRM|Обучение персонала',
  'Руководитель колл-центра;Берег;Тула;90000;;руб.;нет;месяц;обучение\u00A0персонала|Обучение сотрудников',
  'Руководитель колл-центра;Рубин;Казань;3000;;руб.;нет;смена;CRM',
  'Руководитель колл-центра;Домна;Казань;400;;руб.;нет;час;CRM',
  'Руководитель колл-центра;Ладья;Казань;2000;;USD;нет;месяц;CRM',
  'Руководитель колл-центра;Полюс;Казань;90000;60000;руб.;нет;месяц;CRM',
  'Руководитель колл-центра;Без навыков;Казань;;;;;;',
  `Руководитель колл-центра;Длинный;Казань;много;;;;;${'я'.repeat(300)}|Обучение сотрудников`,
  'Оператор;Ответ;Москва;50000;;руб.;нет;месяц;CRM',
  ';Никто;Москва;;;;;;',
].join('\n')

describe('a saved table', () => {
  let centerId: number
  let id: number
  let outcome: FileOutcome
  beforeAll(async () => {
    centerId = await pult.createCenter('Из файла')
    id = await specialise(centerId)
    outcome = done<FileOutcome>(await bring(centerId, id, TABLE))
  })

  it('is enough alone, and says row by row what is wrong in it', async () => {
    expect(outcome).toMatchObject({ rows: 10, read: 8, otherTitle: 1 })
    expect(outcome.problems.map(({ row, problem, isKept }) => `${row} ${problem} ${isKept}`)).toEqual([
      '7 fromAboveTo true',
      '9 payNotANumber true',
      '9 skillTooLong true',
      '11 noTitle false',
    ])
    const { skills, named, vacancies } = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills`)
    expect({ named, vacancies }).toEqual({ named: 7, vacancies: 8 })
    expect(skills.map(({ name, naming }) => [name, naming])).toEqual([
      ['crm', 5],
      ['обучение персонала', 2],
      ['обучение сотрудников', 2],
    ])
    expect(skills[0]).toMatchObject({ share: 5 / 7, perMonth: null })
    expect(skills[0]?.low).toBeLessThan(5 / 7)
  })

  it('is read in the letters of Russian spreadsheets too, and taken again it changes nothing', async () => {
    done(await bring(centerId, id, iconv.encode(TABLE, 'win1251'), '2026-11-03'))
    const { skills, vacancies } = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills`)
    expect([vacancies, skills[1]?.name]).toEqual([8, 'обучение персонала'])
  })

  it('has pay after tax, and counts what stands in no monthly figure', async () => {
    const pay = await ask<PayReply>(centerId, `/specialisations/${id}/pay`)
    // 100–200 thousand before tax, and "from 90 thousand" after it.
    expect(pay.all).toMatchObject({ n: 2, median: (150_000 * 0.87 + 90_000) / 2 })
    expect(Object.fromEntries(pay.kinds.map(({ kind, count }) => [kind, count]))).toEqual({
      monthly: 2,
      missing: 2,
      perShift: 1,
      perHour: 1,
      perOther: 0,
      foreign: 1,
      impossible: 1,
    })
    expect(pay).toMatchObject({ gross: 1, net: 1, onlyFrom: 1, taxFrom: '2025-01-01' })
  })

  it('comes page by page as one snapshot when it is told so', async () => {
    const own = await specialise(centerId, { name: 'По страницам' })
    const [head = '', ...rows] = TABLE.split('\n')
    const bringPart = (from: number, to: number, files: string) => {
      const part = [head, ...rows.slice(from, to)].join('\n')
      return bring(centerId, own, part, `2026-11-03&files=${files}`)
    }
    const first = done<FileOutcome>(await bringPart(0, 3, 'together'))
    // One row of the former page again.
    const second = done<FileOutcome>(await bringPart(2, 6, 'together'))
    expect(second.snapshotId).toBe(first.snapshotId)
    const list = () => ask<{ snapshots: SnapshotSummary[] }>(centerId, `/specialisations/${own}/snapshots`)
    expect((await list()).snapshots).toMatchObject([{ vacancies: 6, counts: [{ read: 3 }, { read: 4, fresh: 0 }] }])
    done(await bringPart(0, 1, 'apart'))
    expect((await list()).snapshots.map(({ vacancies }) => vacancies)).toEqual([1, 6])
    done(await pult.system.send('DELETE', at(centerId, `/specialisations/${own}`)))
  })

  it('gives cards that can be searched', async () => {
    const all = await ask<VacanciesReply>(centerId, `/specialisations/${id}/vacancies`)
    expect(all.total).toBe(8)
    const found = await ask<VacanciesReply>(
      centerId,
      `/specialisations/${id}/vacancies?search=${encodeURIComponent('берег')}`,
    )
    expect(found.vacancies).toMatchObject([
      { employer: 'Берег', city: 'Тула', payFrom: 90_000, skills: ['обучение персонала', 'обучение сотрудников'] },
    ])
    const naming = await ask<VacanciesReply>(centerId, `/specialisations/${id}/vacancies?skill=CRM`)
    expect(naming.total).toBe(5)
    expect(naming.vacancies).toHaveLength(5)
    const both = await ask<VacanciesReply>(
      centerId,
      `/specialisations/${id}/vacancies?skill=CRM&search=${encodeURIComponent('берег')}`,
    )
    expect([both.total, both.vacancies]).toEqual([0, []])
    const unknown = await ask<VacanciesReply>(centerId, `/specialisations/${id}/vacancies?skill=nosuch`)
    expect([unknown.total, unknown.vacancies]).toEqual([0, []])
  })

  it('counts a group of near-synonyms on vacancies, and apart again when undone', async () => {
    const { suggestions } = await ask<SynonymsReply>(centerId, `/specialisations/${id}/synonyms`)
    expect(suggestions.map(({ skills }) => skills.map(({ name }) => name))).toEqual([
      ['обучение персонала', 'обучение сотрудников'],
    ])
    // Two and two name them; one vacancy names both.
    expect(suggestions[0]?.together).toBeCloseTo(3 / 7)
    const skillIds = suggestions[0]?.skills.map(({ skillId }) => skillId) ?? []
    done(await pult.system.send('POST', at(centerId, '/synonyms'), { skillIds }))
    const grouped = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills`)
    expect(grouped.skills.map(({ name, naming, names }) => [name, naming, names])).toEqual([
      ['crm', 5, 1],
      ['обучение персонала', 3, 2],
    ])
    // By either of its names the vacancies of the group are found, as many as the table says.
    for (const name of ['обучение персонала', 'Обучение сотрудников']) {
      const naming = await ask<VacanciesReply>(
        centerId,
        `/specialisations/${id}/vacancies?skill=${encodeURIComponent(name)}`,
      )
      expect([name, naming.total, naming.vacancies.length]).toEqual([name, 3, 3])
    }
    const { groups } = await ask<SynonymsReply>(centerId, `/specialisations/${id}/synonyms`)
    expect(groups).toMatchObject([{ name: 'обучение персонала', members: [{ name: 'обучение сотрудников' }] }])
    done(await pult.system.send('DELETE', at(centerId, `/synonyms/${skillIds[0]}`)))
    const apart = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills`)
    expect(apart.skills.map(({ naming }) => naming)).toEqual([5, 2, 2])
    done(await pult.system.send('POST', at(centerId, '/synonyms/refused'), { skillIds }))
    const refused = await ask<SynonymsReply>(centerId, `/specialisations/${id}/synonyms`)
    expect([refused.suggestions, refused.refused]).toEqual([[], 1])
  })

  it('is held beside the posts of the centre', async () => {
    const post = {
      specialisationId: id,
      title: 'Наш руководитель',
      people: 2,
      monthlyPay: 100_000,
      isGross: true,
      skills: ['CRM'],
    }
    done(await pult.system.send('POST', at(centerId, '/posts'), post))
    const { posts } = await ask<{ posts: Post[] }>(centerId, '/posts')
    expect(posts).toMatchObject([{ netPay: 87_000, standing: 0, risk: 'unknown' }])
    expect(posts[0]?.matrix).toMatchObject([{ name: 'crm', has: true }, { has: false }, { has: false }])
    const better = { ...post, monthlyPay: 200_000, skills: ['CRM', 'Обучение персонала'] }
    done(await pult.system.send('PUT', at(centerId, `/posts/${posts[0]?.postId}`), better))
    const changed = (await ask<{ posts: Post[] }>(centerId, '/posts')).posts
    expect(changed).toMatchObject([{ netPay: 174_000, standing: 1 }])
    expect(changed[0]?.matrix.map(({ has }) => has)).toEqual([true, true, false])
    expect((await pult.system.send('PUT', at(centerId, '/posts/999999'), better)).statusCode).toBe(404)
  })

  it('comes out as a file', async () => {
    const reply = await pult.system.send(
      'POST',
      at(centerId, `/specialisations/${id}/skills/export?format=csv&language=ru`),
    )
    expect(reply.body).toContain('crm;0,714')
  })

  it('is thrown away when it was a wrong one, with the vacancies that no other snapshot holds', async () => {
    const other = await specialise(centerId, { name: 'Другие' })
    const { snapshotId } = done<FileOutcome>(
      await bring(centerId, other, TABLE.replaceAll('Ответ', 'Чужой'), '2026-11-04'),
    )
    const count = () =>
      pult.app.database.inCenter({ centerId }, async (tx) => {
        const { rows } = await sql<{
          n: number
        }>`select count(*) as n from market_vacancy where center_id = ${centerId}`.execute(tx)
        return rows[0]?.n
      })
    const before = await count()
    done(await pult.system.send('DELETE', at(centerId, `/snapshots/${snapshotId}`)))
    expect(await count()).toBe((before ?? 0) - 1)
  })

  it.each([
    ['', 'emptyFile'],
    ['<html></html>', 'pageNotData'],
    ['{"items": [', 'brokenJson'],
    ['[1, 2, {"id": 7}]', 'nothingFits'],
    ['Город;Оклад\nМосква;1', 'noTitleColumn'],
    ['Должность\nКурьер', 'nothingFits'],
  ])('refuses %j with a sentence', async (file, code) => {
    const reply = await bring(centerId, id, file)
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ code })
  })
})

describe('regions', () => {
  it('are taken by name, former names too, and others are left out', async () => {
    const centerId = await pult.createCenter('Регион')
    const id = await specialise(centerId, { areaId: '92' })
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update market_area set name = 'Тула Новая', former_names = '{Тула}' where center_id = ${centerId} and area_id = '92'`.execute(
        tx,
      ),
    )
    expect(done<FileOutcome>(await bring(centerId, id, TABLE))).toMatchObject({ read: 1, otherRegion: 7 })
    const { areas } = await ask<{ areas: { name: string }[] }>(centerId, `/areas?search=${encodeURIComponent('тула')}`)
    expect(areas).toMatchObject([{ name: 'Тула Новая', formerNames: ['Тула'] }])
    const refused = await pult.system.send('POST', at(centerId, '/specialisations'), {
      name: 'x',
      titles: ['оператор'],
      areaId: '99999',
    })
    expect(refused.json()).toMatchObject({ code: 'unknownArea' })
  })
})

/** One of each kind that trips clients up. */
const odd: HhVacancy[] = [
  {
    id: '1',
    name: 'Руководитель контактного центра',
    areaId: '1',
    employer: null,
    publishedAt: iso(1),
    skills: ['CRM', 'Лидерство'],
  },
  { id: '2', name: 'Руководитель контактного центра', areaId: '1', employer: 'Ответ', publishedAt: iso(2), skills: [] },
  {
    id: '3',
    name: 'Руководитель контактного центра',
    areaId: '2',
    employer: 'Берег',
    publishedAt: iso(3),
    skills: ['СRM'],
    more: {
      salary_range: { from: 4000, to: null, currency: 'RUR', gross: false, mode: { id: 'SHIFT', name: 'За смену' } },
    },
  },
  {
    id: '4',
    name: 'Руководитель колл-центра',
    areaId: '92',
    employer: 'Рубин',
    publishedAt: iso(4),
    skills: ['я'.repeat(300)],
    salary: { from: 2000, to: 3000, currency: 'USD', gross: false },
    more: { brand_new_field: { deep: [1] } },
  },
  {
    id: '5',
    name: 'Руководитель колл-центра',
    areaId: '1',
    employer: 'Домна',
    publishedAt: iso(5),
    skills: ['CRM'],
    isGone: true,
  },
]
function iso(daysAgo: number): string {
  return new Date(NOW - daysAgo * DAY_MS).toISOString()
}

describe('hh.ru', () => {
  it('is not asked without a secret, and nobody is let in with a wrong one', async () => {
    const centerId = await pult.createCenter('Без токена')
    const id = await specialise(centerId)
    const none = await pult.system.send('POST', at(centerId, `/specialisations/${id}/refresh`))
    expect([none.statusCode, none.json()]).toMatchObject([409, { code: 'noSource' }])
    expect((await openHh(centerId, {})).json()).toMatchObject({ code: 'noHhSecret' })
    expect((await openHh(centerId, { token: TOKEN, userAgent: 'Pult' })).statusCode).toBe(400)
    done(await openHh(centerId, { token: 'a wrong token of nobody' }))
    const failed = await refresh(centerId, id)
    expect(failed).toMatchObject({ status: 'failed', problem: 'tokenRefused' })
    // A refusal is not asked again and again.
    expect(failed.counts[0]).toMatchObject({ source: 'hh', retries: 0 })
    const { sources } = await ask<Market>(centerId, '')
    expect(sources.find(({ kind }) => kind === 'hh')).toMatchObject({ problem: 'tokenRefused', hasSecret: true })
  })

  it('says captcha, pages in place of data, and silence, each in its word', async () => {
    const centerId = await pult.createCenter('Капча')
    const id = await specialise(centerId)
    done(await openHh(centerId))
    const former = hh.manners
    hh.manners = { ...former, isCaptcha: true }
    expect(await refresh(centerId, id)).toMatchObject({ status: 'failed', problem: 'captcha' })
    hh.manners = { ...former, isPage: true }
    expect(await refresh(centerId, id)).toMatchObject({ status: 'failed', problem: 'notJson' })
    hh.manners = { ...former, tooManyEvery: 1 }
    expect(await refresh(centerId, id)).toMatchObject({ status: 'failed', problem: 'tooManyFailures' })
    hh.manners = former
  })

  it('reads what trips clients up, keeps no contacts of persons, and reads again only what changed', async () => {
    const centerId = await pult.createCenter('Странности')
    const id = await specialise(centerId)
    hh.vacancies = odd
    // With the application's id and secret Pult asks for the token itself.
    done(await openHh(centerId, { clientId: 'pult', clientSecret: 'client-secret-of-pult' }))
    const first = await refresh(centerId, id)
    expect(first).toMatchObject({ status: 'done', vacancies: 4, named: 2 })
    expect(first.counts[0]).toMatchObject({ found: 5, read: 4, fresh: 4, gone: 1, skillsTooLong: 1, problem: null })
    const { skills } = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills`)
    expect(skills.map(({ name, naming }) => [name, naming])).toEqual([
      ['crm', 2],
      ['лидерство', 1],
    ])
    const pay = await ask<PayReply>(centerId, `/specialisations/${id}/pay`)
    expect(pay.kinds.filter(({ count }) => count > 0).map(({ kind }) => kind)).toEqual([
      'missing',
      'perShift',
      'foreign',
    ])
    const kept = await pult.app.database.inCenter({ centerId }, async (tx) => {
      const { rows } = await sql<{ text: string }>`
        select coalesce(string_agg(v::text, ' '), '') || (select string_agg(s::text, ' ') from market_source s) || (select string_agg(a::text, ' ') from audit a) as text
        from market_vacancy v where center_id = ${centerId}`.execute(tx)
      return rows[0]?.text ?? ''
    })
    expect(kept).toContain('brand_new_field')
    expect(kept).toContain('hh.ru/vacancy/3')
    for (const secret of ['Кузнецова', 'anna@example.com', '123-45-67', '1234567', TOKEN, 'client-secret-of-pult'])
      expect([secret, kept.includes(secret)]).toEqual([secret, false])
    expect(JSON.stringify(await ask<Market>(centerId, ''))).not.toContain(TOKEN)
    // One is published again with other skills, one is gone, a region was renamed.
    hh.vacancies = odd
      .filter(({ id: own }) => own !== '1')
      .map((one) => (one.id === '2' ? { ...one, publishedAt: iso(0), skills: ['SQL'] } : one))
    hh.manners = {
      ...hh.manners,
      areas: [
        ['1', 'Москва'],
        ['2', 'Ленинград'],
        ['92', 'Тула'],
      ],
    }
    const second = await refresh(centerId, id)
    expect(second.counts[0]).toMatchObject({ read: 3, fresh: 0 })
    expect(second).toMatchObject({ vacancies: 3, named: 2 })
    const { areas } = await ask<{ areas: object[] }>(centerId, `/areas?search=${encodeURIComponent('петербург')}`)
    expect(areas).toMatchObject([{ name: 'Ленинград', formerNames: ['Санкт-Петербург'] }])
    // The former day's snapshot stands as it was: a year's vacancies are those of both.
    const seen = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills?scope=seen`)
    expect(seen.vacancies).toBe(4)
  })

  it('asks for a region that it knew before hh.ru told its number, and keeps it under that number', async () => {
    const centerId = await pult.createCenter('Область')
    const { areas } = await ask<{ areas: Area[] }>(centerId, `/areas?search=${encodeURIComponent('свердл')}`)
    expect(areas).toMatchObject([{ name: 'Свердловская область', parentName: 'Россия' }])
    const id = await specialise(centerId, { areaId: areas[0]?.areaId })
    // Without any source: by the town of a file.
    const file = TABLE.replaceAll('Казань', 'г. Нижний Тагил')
    expect(done<FileOutcome>(await bring(centerId, id, file))).toMatchObject({ read: 6, otherRegion: 2 })
    const { manners } = hh
    hh.manners = {
      ...manners,
      areas: [
        ['1', 'Москва'],
        ['1261', 'Свердловская область'],
        ['92', 'Тула'],
      ],
    }
    hh.vacancies = [
      { ...(odd[0] as (typeof odd)[number]), id: '71', areaId: '1261' },
      { ...(odd[0] as (typeof odd)[number]), id: '72', areaId: '1' },
    ]
    done(await openHh(centerId))
    const snapshot = await refresh(centerId, id)
    expect(snapshot.counts).toMatchObject([{ read: 1, problem: null }])
    const { specialisations } = await ask<Market>(centerId, '')
    expect(specialisations).toMatchObject([{ areaId: '1261', areaName: 'Свердловская область' }])
    const found = await ask<{ areas: Area[] }>(centerId, `/areas?search=${encodeURIComponent('свердл')}`)
    expect(found.areas.map(({ areaId }) => areaId)).toEqual(['1261'])
    hh.manners = manners
  })

  it('gives more vacancies than one search shows, with nothing lost, and every share exactly', async () => {
    const centerId = await pult.createCenter('Тысячи')
    const id = await specialise(centerId)
    const counts = facts?.skillShares.map(({ skill, inferredCount }) => ({ skill, naming: inferredCount })) ?? [
      { skill: 'обучение персонала', naming: 900 },
      { skill: 'crm', naming: 333 },
    ]
    const named = facts?.method.inferredPopulation ?? 2100
    hh.vacancies = vacanciesFromCounts(counts, { named, unnamed: 60, until: NOW })
    done(await openHh(centerId))
    const snapshot = await refresh(centerId, id)
    expect(snapshot).toMatchObject({ status: 'done', vacancies: named + 60, named })
    expect(snapshot.counts[0]).toMatchObject({ found: named + 60, read: named + 60, gone: 0, problem: null })
    expect(snapshot.counts[0]?.retries).toBeGreaterThan(10)
    const { skills } = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills?limit=100`)
    // Page by page every vacancy is shown once, those of one instant too.
    const shownIds: number[] = []
    for (let next: string | null = ''; next !== null;) {
      const part: VacanciesReply = await ask(centerId, `/specialisations/${id}/vacancies?after=${next}`)
      shownIds.push(...part.vacancies.map(({ vacancyId }) => vacancyId))
      expect(part.total).toBe(named + 60)
      next = part.next
    }
    expect([shownIds.length, new Set(shownIds).size]).toEqual([named + 60, named + 60])
    const shown = new Map(skills.map(({ name, share }) => [name, (share * 100).toFixed(2)]))
    const printed = facts?.skillShares.map(({ skill, share }) => [skill, share.toFixed(2)] as const) ?? [
      ['обучение персонала', ((900 / 2100) * 100).toFixed(2)] as const,
    ]
    expect(printed.filter(([skill, share]) => shown.get(skill) !== share)).toEqual([])
  })

  it('stops when told, and what was read stays known', async () => {
    const centerId = await pult.createCenter('Стоп')
    const id = await specialise(centerId)
    done(await openHh(centerId))
    const path = at(centerId, `/specialisations/${id}`)
    const { snapshotId } = done<{ snapshotId: number }>(await pult.system.send('POST', `${path}/refresh`))
    const twice = await pult.system.send('POST', `${path}/refresh`)
    expect(twice.json()).toMatchObject({ code: 'refreshRuns' })
    done(await pult.system.send('POST', at(centerId, `/snapshots/${snapshotId}/cancel`)))
    const { snapshots } = await ask<{ snapshots: SnapshotSummary[] }>(centerId, `/specialisations/${id}/snapshots`)
    expect(snapshots).toMatchObject([{ status: 'cancelled' }])
    const again = await pult.system.send('POST', at(centerId, `/snapshots/${snapshotId}/cancel`))
    expect(again.json()).toMatchObject({ code: 'snapshotIsOver' })
    done(await pult.system.send('DELETE', at(centerId, '/sources/hh/secret')))
    const { sources } = await ask<Market>(centerId, '')
    expect(sources.find(({ kind }) => kind === 'hh')).toMatchObject({ isOn: false, hasSecret: false })
  })
})

describe('Работа России', () => {
  const wanted = { name: 'Операторы', titles: ['оператор контактного центра'] }
  it('is read whichever way its offset counts, and its skills are found in its text', async () => {
    const centerId = await pult.createCenter('Работа России')
    const id = await specialise(centerId, wanted)
    done(await pult.system.send('PUT', at(centerId, '/sources/trudvsem'), { isOn: true }))
    const snapshot = await refresh(centerId, id)
    expect(snapshot).toMatchObject({ status: 'done', vacancies: 130, named: 130, derived: 130 })
    const { skills } = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills`)
    expect(skills.find(({ name }) => name === 'работа с возражениями')?.naming).toBe(44)
    const { vacancies } = await ask<VacanciesReply>(centerId, `/specialisations/${id}/vacancies?search=полюс`)
    expect(vacancies).toMatchObject([
      { city: 'Тула', currency: 'RUB', isGross: null, schedule: 'shift', isDerived: true },
    ])
  })

  it('is read to its end where its offset counts pages, and asked once for each', async () => {
    const byPages = await openTrudvsemStandIn(trudvsemVacancies, 'pages')
    const pace = { requestsPerSecond: 5000, restMs: 1 }
    const source = createTrudvsemSource({
      address: byPages.address,
      pace,
      signal: new AbortController().signal,
      findSkills: () => [],
    })
    const ids: string[] = []
    for await (const { listed } of source.list({
      ...wanted,
      kind: 'profession',
      excluded: [],
      areaId: null,
      isWeekly: false,
    }))
      for (const { record } of listed) ids.push(record?.externalId ?? '')
    await byPages.close()
    expect(ids).toEqual(trudvsemVacancies.map(({ id }) => id))
    // Two pages, and the empty one that says there are no more.
    expect(source.tally.requests).toBe(3)
  })

  it('shows a vacancy that hh.ru has too, and it counts once', async () => {
    const centerId = await pult.createCenter('Два источника')
    const id = await specialise(centerId, wanted)
    hh.vacancies = [
      {
        id: '70',
        name: 'Оператор контакт-центра',
        areaId: '92',
        employer: 'Полюс',
        publishedAt: iso(4),
        skills: ['CRM'],
      },
      {
        id: '71',
        name: 'Оператор контактного центра',
        areaId: '92',
        employer: 'ПАО Полюс',
        publishedAt: iso(4),
        skills: ['SQL'],
      },
    ]
    done(await openHh(centerId))
    done(await pult.system.send('PUT', at(centerId, '/sources/trudvsem'), { isOn: true }))
    const snapshot = await refresh(centerId, id)
    // 130 there and two here, of which one is there too: the same title, employer and city.
    expect(snapshot).toMatchObject({ status: 'done', vacancies: 131, derived: 129 })
    const { vacancies } = await ask<VacanciesReply>(centerId, `/specialisations/${id}/vacancies?search=полюс`)
    expect(vacancies.map(({ source, alsoIn, skills }) => [source, alsoIn, skills])).toEqual(
      expect.arrayContaining([
        ['hh', ['trudvsem'], ['sql']],
        ['hh', [], ['crm']],
      ]),
    )
    const compared = await ask<CompareReply>(centerId, '/compare')
    expect(compared.professions).toMatchObject([{ name: 'Операторы', vacancies: 131, pay: { n: 129 } }])
  })

  it('is asked by itself every week', async () => {
    const centerId = await pult.createCenter('Каждую неделю')
    const id = await specialise(centerId, wanted)
    await specialise(centerId, { ...wanted, name: 'Не каждую', isWeekly: false })
    done(await pult.system.send('PUT', at(centerId, '/sources/trudvsem'), { isOn: true }))
    await pult.app.market.refreshDue()
    const list = () => ask<{ snapshots: SnapshotSummary[] }>(centerId, `/specialisations/${id}/snapshots`)
    for (let look = 0; look < 100 && (await list()).snapshots[0]?.status !== 'done'; look++) await rest(100)
    await pult.app.market.refreshDue()
    expect((await list()).snapshots).toMatchObject([{ cause: 'weekly', status: 'done' }])
  })
})

describe('the demonstration', () => {
  it('has made-up vacancies of many weeks, marked as such, with trends that are there', async () => {
    const centerId = await pult.createCenter('Показ')
    await pult.app.market.keepMadeUp(centerId, '2026-11-27')
    await specialise(centerId, { name: 'Своя' })
    const { specialisations } = await ask<Market>(centerId, '')
    expect(specialisations.map(({ isMadeUp }) => isMadeUp)).toEqual([true, true, true, false])
    const id = specialisations[0]?.specialisationId ?? 0
    const { days, skills } = await ask<SkillsReply>(centerId, `/specialisations/${id}/skills?sort=trend`)
    expect(days).toHaveLength(16)
    expect(skills[0]?.pValue).toBeLessThan(0.05)
    // None was seen before it was published, and posts of the demonstration stand beside.
    const { vacancies } = await ask<VacanciesReply>(centerId, `/specialisations/${id}/vacancies`)
    expect(vacancies.filter(({ firstSeen, publishedAt }) => firstSeen < (publishedAt ?? '').slice(0, 10))).toEqual([])
    expect(new Set(vacancies.map(({ firstSeen }) => firstSeen)).size).toBeGreaterThan(1)
    expect((await ask<{ posts: Post[] }>(centerId, '/posts')).posts).toHaveLength(3)
    // Once: a second start adds nothing.
    await pult.app.market.keepMadeUp(centerId, '2026-12-04')
    expect((await ask<Market>(centerId, '')).specialisations).toHaveLength(4)
  })
})
