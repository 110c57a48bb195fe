import { createTitleMatch } from '@pult/engine/market'

import { standIn, type StandIn } from './stand-in.ts'

export interface TrudvsemVacancy {
  readonly id: string
  readonly name: string
  readonly employer: string
  readonly city: string
  readonly createdOn: string
  readonly from?: number
  readonly to?: number
  readonly duty: string
}

/** Answers as opendata.trudvsem.ru does: `offset` counts pages or records, and nobody says which. */
export function openTrudvsemStandIn(
  vacancies: readonly TrudvsemVacancy[],
  offsetCounts: 'pages' | 'records',
): Promise<StandIn> {
  return standIn((url) => {
    if (url.pathname !== '/api/v1/vacancies') return { status: 404, json: { status: '404' } }
    const limit = Math.min(100, Number(url.searchParams.get('limit') ?? 100))
    const offset = Number(url.searchParams.get('offset') ?? 0)
    const start = offsetCounts === 'pages' ? offset * limit : offset
    const isTitle = createTitleMatch({ titles: [url.searchParams.get('text') ?? ''], excluded: [] })
    const found = vacancies.filter(({ name }) => isTitle(name))
    const part = found.slice(start, start + limit)
    // At the end the results have no list at all.
    const results = part.length === 0 ? {} : { vacancies: part.map((one, place) => ({ vacancy: told(one, place) })) }
    return { json: { status: '200', request: {}, meta: { total: found.length, limit }, results } }
  })
}

function told({ id, name, employer, city, createdOn, from, to, duty }: TrudvsemVacancy, place: number): object {
  const address = { location: `Россия, г. ${city}, улица Мира, 1`, lat: '55', lng: '37' }
  return {
    id,
    'job-name': name,
    'creation-date': createdOn,
    company: {
      name: employer,
      inn: '7701',
      ogrn: '1027',
      email: 'kadry@example.com',
      phone: '+7 495 765-43-21',
      'hr-agency': false,
    },
    region: { name: `г. ${city}`, region_code: '7700000000000' },
    salary: `от ${from ?? 0}`,
    salary_min: from ?? 0,
    salary_max: to ?? 0,
    currency: '«руб.»',
    employment: 'Полная занятость',
    schedule: 'Сменный график',
    duty: `<p>${duty}</p>`,
    requirement: { education: 'Высшее', qualification: 'Грамотная речь', experience: 2 },
    addresses: { address: place % 2 === 0 ? [address] : address },
    contact_list: [{ contact_type: 'Телефон', contact_value: '+7 900 111-22-33' }],
    vac_url: `https://trudvsem.ru/vacancy/card/${id}`,
  }
}
