import { burdens, type FairnessRow } from '@pult/contract/schedule-reports'

import { tableFile, type Download, type FileLanguage } from '../platform/index.ts'
import { sortRows } from './sort-rows.ts'

const columns = {
  ru: [
    'Оператор',
    'Смены',
    'Ночи',
    'Выходные',
    'Праздники',
    'Короткий отдых',
    'Поздние изменения',
    'Отказы в пожеланиях',
  ],
  en: ['Agent', 'Shifts', 'Nights', 'Weekends', 'Holidays', 'Short rests', 'Late changes', 'Refused wishes'],
} as const

interface FairnessAsked {
  readonly year: number
  readonly teamId?: number | undefined
  readonly sort?: string | undefined
  readonly format: 'xlsx' | 'csv'
  readonly language: FileLanguage
}

/** The fair share of a year as a file: a row an agent, of one team where it is asked for. */
export function fairnessFile(
  rows: readonly FairnessRow[],
  { year, teamId, sort, format, language }: FairnessAsked,
): Download {
  const asked = rows.filter((row) => teamId === undefined || row.teamId === teamId)
  const lines = sortRows(asked, sort, valueOf).map((row) => [
    row.name,
    row.shifts,
    ...burdens.map((burden) => row[burden]),
  ])
  return tableFile([[...columns[language]], ...lines], { name: `fairness-${year}`, format, language })
}

/** By which the page sorts. */
function valueOf(row: FairnessRow, column: string): number | string | undefined {
  if (column === 'agent') return row.name
  const figure = (['shifts', ...burdens] as const).find((one) => one === column)
  return figure === undefined ? undefined : row[figure]
}
