import type { IncomingMessage } from 'node:http'

import { createTitleMatch } from '@pult/engine/market'

import { standIn, type Reply, type StandIn } from './stand-in.ts'

/** A vacancy of the stand-in: the fields of hh.ru that a test cares for; the others are made. */
export interface HhVacancy {
  readonly id: string
  readonly name: string
  readonly areaId: string
  readonly employer: string | null
  readonly salary?: object | null
  readonly publishedAt: string
  readonly skills: readonly string[]
  readonly experience?: string
  /** Listed, and gone when it is read. */
  readonly isGone?: boolean
  readonly more?: object
}

export interface HhManners {
  readonly token: string
  /** Every so many-th request is answered with 429 and nothing else; 0: none. */
  readonly tooManyEvery: number
  /** The numbers of requests answered with 503 and a page. */
  readonly brokenAt: readonly number[]
  /** A page in place of JSON, with status 200. */
  readonly isPage: boolean
  readonly isCaptcha: boolean
  readonly areas: readonly (readonly [string, string])[]
}

const manners: HhManners = {
  token: 'APPLICATION-TOKEN-OF-THE-STAND-IN',
  tooManyEvery: 97,
  brokenAt: [5],
  isPage: false,
  isCaptcha: false,
  areas: [
    ['1', 'Москва'],
    ['2', 'Санкт-Петербург'],
    ['92', 'Тула'],
  ],
}

export interface HhStandIn extends StandIn {
  vacancies: readonly HhVacancy[]
  manners: HhManners
}

const DEEPEST = 2000
const CLIENT = 'client_id=pult&client_secret=client-secret-of-pult'

/** Answers as api.hh.ru does, with its bad manners. */
export async function openHhStandIn(vacancies: readonly HhVacancy[], own: Partial<HhManners> = {}): Promise<HhStandIn> {
  let requests = 0
  // Read at each request: a test may change it between two.
  const state = { vacancies, manners: { ...manners, ...own } }
  const site = await standIn((url, request, body) => {
    requests++
    const { tooManyEvery, brokenAt, isPage } = state.manners
    if (brokenAt.includes(requests)) return { status: 503, text: '<html>Service Unavailable</html>' }
    if (tooManyEvery > 0 && requests % tooManyEvery === 0) return { status: 429 }
    if (isPage) return { text: '<html><body>Добро пожаловать</body></html>' }
    return answer(url, request, body, state)
  })
  return Object.assign(state, site)
}

interface State {
  readonly vacancies: readonly HhVacancy[]
  readonly manners: HhManners
}

const error = (status: number, type: string, value?: string): Reply => ({
  status,
  json: { errors: [{ type, ...(value === undefined ? {} : { value }) }], request_id: 'r1' },
})

function answer(url: URL, request: IncomingMessage, body: string, { vacancies, manners: own }: State): Reply {
  if ((request.headers['hh-user-agent'] ?? request.headers['user-agent'] ?? '') === '')
    return error(400, 'bad_user_agent', 'unset')
  if (url.pathname === '/token') {
    const isClient = new URLSearchParams(body).toString().includes(CLIENT)
    return isClient
      ? { json: { access_token: own.token, token_type: 'bearer' } }
      : error(403, 'oauth', 'application_not_found')
  }
  if (url.pathname === '/areas') return { json: [areaTree(own)] }
  if (url.pathname === '/dictionaries') {
    if (request.headers['if-none-match'] === '"d1"') return { status: 304 }
    return {
      json: { currency: [{ code: 'RUR', rate: 1 }] },
      headers: { etag: '"d1"', 'cache-control': 'max-age=1200' },
    }
  }
  const { authorization } = request.headers
  if (own.isCaptcha) return error(403, 'captcha_required')
  if (authorization === undefined) return error(403, 'forbidden')
  if (authorization !== `Bearer ${own.token}`) return error(403, 'oauth', 'bad_authorization')
  if (url.pathname === '/suggests/skill_set') return { json: { items: [] } }
  if (url.pathname === '/vacancies') return search(url.searchParams, vacancies, own)
  const id = /^\/vacancies\/(\d+)$/.exec(url.pathname)?.[1]
  const vacancy = vacancies.find((one) => one.id === id)
  if (vacancy === undefined || vacancy.isGone === true) return error(404, 'not_found')
  return { json: whole(vacancy, own) }
}

function search(query: URLSearchParams, vacancies: readonly HhVacancy[], own: HhManners): Reply {
  const page = Number(query.get('page') ?? 0)
  const perPage = Number(query.get('per_page') ?? 10)
  if (perPage > 100) return error(400, 'bad_argument', 'per_page')
  if ((page + 1) * perPage > DEEPEST) return error(400, 'bad_argument', 'page, per_page')
  if (query.has('period') && query.has('date_from')) return error(400, 'bad_argument', 'period')
  const titles = [...(query.get('text') ?? '').matchAll(/"([^"]+)"/g)].map(([, title]) => title ?? '')
  const excluded = query.get('excluded_text')?.split(',') ?? []
  const isTitle = createTitleMatch({ titles, excluded })
  const from = Date.parse(query.get('date_from') ?? '1970-01-01')
  const to = Date.parse(query.get('date_to') ?? '2100-01-01')
  const areas = query.getAll('area')
  const found = vacancies
    .filter(({ name, areaId, publishedAt }) => {
      const at = Date.parse(publishedAt)
      return (
        isTitle(name) &&
        at >= from &&
        at <= to &&
        (areas.length === 0 || areas.includes('113') || areas.includes(areaId))
      )
    })
    .toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
  const items = found.slice(page * perPage, (page + 1) * perPage).map((vacancy) => listed(vacancy, own))
  const pages = Math.ceil(Math.min(found.length, DEEPEST) / perPage)
  return { json: { items, found: found.length, page, pages, per_page: perPage, clusters: null, arguments: null } }
}

const areaTree = ({ areas }: HhManners): object => ({
  id: '113',
  parent_id: null,
  name: 'Россия',
  areas: areas.map(([id, name]) => ({ id, parent_id: '113', name, areas: [] })),
})

/** Contacts of a person, as the real site gives them to some. */
const CONTACTS = {
  name: 'Анна Кузнецова',
  email: 'anna@example.com',
  phones: [{ country: '7', city: '495', number: '1234567' }],
}

function listed(
  { id, name, areaId, employer, salary = null, publishedAt, experience, more = {} }: HhVacancy,
  own: HhManners,
): object {
  return {
    id,
    name,
    area: { id: areaId, name: own.areas.find(([one]) => one === areaId)?.[1] ?? areaId, url: null },
    salary,
    employer: employer === null ? null : { id: '9', name: employer, url: null },
    published_at: publishedAt.replace(/\.\d+Z$/, '+0000'),
    archived: false,
    experience: experience === undefined ? null : { id: experience, name: experience },
    schedule: { id: 'fullDay', name: 'Полный день' },
    alternate_url: `https://hh.ru/vacancy/${id}`,
    snippet: { requirement: 'Опыт <highlighttext>руководителя</highlighttext>', responsibility: null },
    contacts: CONTACTS,
    ...more,
  }
}

const whole = (vacancy: HhVacancy, own: HhManners): object => ({
  ...listed(vacancy, own),
  snippet: undefined,
  description: '<p>Звоните +7 (495) 123-45-67 или пишите на anna@example.com</p>',
  key_skills: vacancy.skills.map((name) => ({ name })),
})
