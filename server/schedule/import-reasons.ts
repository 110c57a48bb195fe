import type { ImportProblem } from '@pult/contract/schedule'

type Values = ImportProblem['values']
export type ImportCode = ImportProblem['code']

/** What is wrong with a field, in a sentence for whoever has no page to translate the code. */
const sentences: Readonly<Record<ImportCode, (values: Values) => string>> = {
  noTable: () => 'is neither a workbook nor a table of separated values of at most 100,000 rows',
  noColumn: ({ en, ru }) => `has no column "${en}" ("${ru}")`,
  noRows: () => 'has no shift below its headings',
  nobody: ({ text }) => `names nobody on this roster: "${text}"`,
  otherName: ({ text, number, name }) => `is "${text}", but number ${number} is ${name}`,
  notADay: ({ text }) => `must be a day as YYYY-MM-DD or DD.MM.YYYY, not "${text}"`,
  outsideDays: ({ day, firstDay, lastDay }) => `${day} is outside of the roster's days, ${firstDay} to ${lastDay}`,
  notATime: ({ text }) => `must be a quarter of an hour as HH:MM, not "${text}"`,
  sameTimes: () => 'is the same as the start',
  noTemplate: ({ text }) => `there is no shift template "${text}"`,
  breakWords: ({ text }) => `must be written as "13:00-14:00 meal unpaid", not "${text}"`,
  breakPlace: ({ text }) => `"${text}" lies outside of the shift or over another break`,
  secondShift: ({ day, row }) => `gives her a second shift on ${day}; the first is in row ${row}`,
}

export const importProblem = (row: number, field: string, code: ImportCode, values: Values = {}): ImportProblem => ({
  row,
  field,
  code,
  values,
  reason: sentences[code](values),
})
