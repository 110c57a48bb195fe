import type { Estimate, Figures, WhatIf } from '@pult/contract/simulation'

import { tableFile, type Cell, type Download, type FileLanguage } from '../platform/index.ts'

const words = {
  ru: {
    head: ['Вариант', 'Очередь'],
    figures: ['Уровень обслуживания, %', 'Ушли без ответа, %', 'Среднее ожидание, с', 'Занятость, %'],
    difference: 'разница с основой',
    hours: 'Часы операторов',
    blocked: 'Не пробились, %',
    base: 'Основа',
    all: 'Все',
  },
  en: {
    head: ['Scenario', 'Queue'],
    figures: ['Service level, %', 'Left unanswered, %', 'Mean wait, s', 'Occupancy, %'],
    difference: 'less the base',
    hours: 'Agent hours',
    blocked: 'Turned away, %',
    base: 'Base',
    all: 'All',
  },
} as const

/** A row a scenario and queue: each figure with its 95 % interval, then its difference from the base with its own. */
export function whatIfFile(
  { draft, scenarios, results }: WhatIf,
  queueNames: ReadonlyMap<number, string>,
  wanted: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
): Download {
  const t = words[wanted.language]
  const heading = [
    ...t.head,
    ...t.figures.flatMap((name) => [name, '±']),
    ...t.figures.flatMap((name) => [`${name}: ${t.difference}`, '±']),
    t.hours,
    t.blocked,
  ]
  const lines = (results ?? []).flatMap((result, place) => {
    const name = place === 0 ? t.base : (scenarios[place - 1]?.name ?? '')
    const { total: own, difference, agentHours } = result
    const blocked = own.blockedRate === undefined ? null : round(own.blockedRate.mean * 100)
    const total = [name, t.all, ...cells(own), ...cells(difference?.total), round(agentHours), blocked]
    const queues = result.queues.map(({ queueId, ...ofQueue }) => {
      const less = difference?.queues.find((queue) => queue.queueId === queueId)
      return [name, queueNames.get(queueId) ?? String(queueId), ...cells(ofQueue), ...cells(less), null, null]
    })
    return [total, ...queues]
  })
  return tableFile([heading, ...lines], { ...wanted, name: `pult-what-if-${draft.day}` })
}

function cells(figures: (Figures & { readonly occupancy?: Estimate }) | undefined): Cell[] {
  const { serviceLevel, leftRate, asaSeconds, occupancy } = figures ?? {}
  return [pair(serviceLevel, 100), pair(leftRate, 100), pair(asaSeconds, 1), pair(occupancy, 100)].flat()
}

const pair = (estimate: Estimate | undefined, times: number): Cell[] =>
  estimate === undefined
    ? [null, null]
    : [round(estimate.mean * times), estimate.halfWidth === null ? null : round(estimate.halfWidth * times)]

const round = (value: number): number => Math.round(value * 100) / 100
