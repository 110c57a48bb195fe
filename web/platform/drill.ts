import type { ContactFilter } from '@pult/contract/contacts'
import { contactParts } from '@pult/contract/measures'

import { paths } from './paths.ts'

/** The address of the contacts behind a number; `null` where a number has none. */
export function drillAddress(centerId: number, filter: ContactFilter | null): string | null {
  if (filter === null) return null
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && value !== null) search.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  return `${paths.contacts(centerId)}?${search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

const numbers = (text: string | null): number[] | undefined => {
  const list = (text ?? '')
    .split(',')
    .filter((part) => /^\d+$/.test(part))
    .map(Number)
  return text === null || list.length === 0 ? undefined : list
}
const texts = (text: string | null): string[] | undefined => {
  const list = (text ?? '').split(',').filter((part) => part !== '')
  return list.length === 0 ? undefined : list
}
const number = (text: string | null): number | undefined =>
  text === null || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)

/** The filter that an address holds; `from` and `to` may be missing. */
export function readDrill(search: string): Partial<ContactFilter> {
  const asked = new URLSearchParams(search)
  const found: Record<string, unknown> = {
    from: asked.get('from') ?? undefined,
    to: asked.get('to') ?? undefined,
    queueIds: numbers(asked.get('queueIds')),
    agentIds: numbers(asked.get('agentIds')),
    channels: texts(asked.get('channels')),
    directions: texts(asked.get('directions')),
    outcomes: texts(asked.get('outcomes')),
    weekday: number(asked.get('weekday')),
    timeFrom: asked.get('timeFrom') ?? undefined,
    timeTo: asked.get('timeTo') ?? undefined,
    waitFrom: number(asked.get('waitFrom')),
    waitTo: number(asked.get('waitTo')),
    search: asked.get('search') ?? undefined,
    flagged: asked.get('flagged') === 'true' ? true : undefined,
    measure: asked.get('measure') ?? undefined,
    part: contactParts.find((part) => part === asked.get('part')),
    within: number(asked.get('within')),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Partial<ContactFilter>
}
