import type { Language } from '../ui/text.ts'
import { importProblems } from './import-problems.ts'

/** Why an import fails, told by how its English sentence begins: an import keeps the sentence alone. */
const beginnings: readonly (readonly [string, keyof typeof importProblems.ru])[] = [
  ['This is no Asterisk', 'notLog'],
  ['Quotation marks', 'quoteNotClosed'],
  ['The file unpacks', 'zipBomb'],
  ['The workbook unpacks', 'zipBomb'],
  ['The file is not an Excel', 'notWorkbook'],
  ['The workbook holds', 'tooManyTexts'],
  ['The file is a zip', 'isWorkbook'],
  ['The file holds binary', 'binary'],
  ['The file holds no rows', 'empty'],
  ['The uploaded file', 'fileGone'],
  ['A table needs a mapping', 'noMapping'],
  ['The packed file', 'damaged'],
  ['The mapping names a column', 'columnMissing'],
  ['Something went wrong in Pult', 'broken'],
  ['Undoing this import was given up', 'undoGivenUp'],
]

/** The sentence of a failed import in the reader's language; one that this version does not know stays as it is. */
export function failureWords(problem: string, language: Language): string {
  const known = beginnings.find(([beginning]) => problem.startsWith(beginning))
  const words = known === undefined || language === 'en' ? problem : importProblems[language][known[1]]
  return typeof words === 'string' ? words : problem
}
