import type { PlannedShift } from '@pult/contract/schedule-roster'
import { clockAt, type Zone } from '@pult/engine/time'

import { tableFile, type Download, type FileLanguage } from '../platform/index.ts'

// A row a shift, times by the clock on the wall. The same columns are read back: see read-roster-file.

export const fileColumns = ['agentId', 'agent', 'day', 'start', 'end', 'template', 'breaks', 'locked'] as const
export type FileColumn = (typeof fileColumns)[number]

export const columnNames: Readonly<Record<FileLanguage, Readonly<Record<FileColumn, string>>>> = {
  ru: {
    agentId: 'Номер',
    agent: 'Оператор',
    day: 'День',
    start: 'Начало',
    end: 'Конец',
    template: 'Шаблон',
    breaks: 'Перерывы',
    locked: 'Закреплена',
  },
  en: {
    agentId: 'Number',
    agent: 'Agent',
    day: 'Day',
    start: 'Start',
    end: 'End',
    template: 'Template',
    breaks: 'Breaks',
    locked: 'Locked',
  },
}

/** How breaks are marked in a cell: `13:00-14:00 meal unpaid; 16:00-16:15 rest paid`. */
export const breakWords = {
  meal: { ru: 'обед', en: 'meal' },
  rest: { ru: 'отдых', en: 'rest' },
  paid: { ru: 'оплачен', en: 'paid' },
  unpaid: { ru: 'не оплачен', en: 'unpaid' },
} as const
export const yesWords = { ru: 'да', en: 'yes' } as const

interface FileFacts {
  readonly name: string
  readonly zone: Zone
  readonly agents: ReadonlyMap<number, string>
  readonly templates: ReadonlyMap<number, string>
}

/** A roster as a file: a row a shift. */
export function rosterFile(
  shifts: readonly PlannedShift[],
  { name, zone, agents, templates }: FileFacts,
  { format, language }: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
): Download {
  const clock = (instant: string): string => clockAt(zone, Date.parse(instant))
  const lines = shifts.map((shift) => [
    shift.agentId,
    agents.get(shift.agentId) ?? '',
    shift.day,
    clock(shift.start),
    clock(shift.end),
    shift.shiftTemplateId === null ? '' : (templates.get(shift.shiftTemplateId) ?? ''),
    shift.breaks
      .map(({ kind, start, end, isPaid }) =>
        [
          `${clock(start)}-${clock(end)}`,
          breakWords[kind][language],
          breakWords[isPaid ? 'paid' : 'unpaid'][language],
        ].join(' '),
      )
      .join('; '),
    shift.isLocked ? yesWords[language] : '',
  ])
  const head = fileColumns.map((column) => columnNames[language][column])
  return tableFile([head, ...lines], { name, format, language })
}
