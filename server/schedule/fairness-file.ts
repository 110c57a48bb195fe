import { burdens, type FairnessRow } from '@pult/contract/schedule-reports'

import { tableFile, type Download, type FileLanguage } from '../platform/index.ts'

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

/** The fair share of a year as a file: a row an agent. */
export function fairnessFile(
  rows: readonly FairnessRow[],
  {
    year,
    format,
    language,
  }: { readonly year: number; readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
): Download {
  const lines = rows.map((row) => [row.name, row.shifts, ...burdens.map((burden) => row[burden])])
  return tableFile([[...columns[language]], ...lines], { name: `fairness-${year}`, format, language })
}
