import type { Bilingual } from '@pult/contract/alert-words'

import type { RequestProblem } from '../platform/index.ts'

/** Why a file is nothing that can be read, by the code of the refusal. A code that is not here is told in English. */
const inRussian: Readonly<Record<string, string>> = {
  notLog: 'это не queue_log: ни одна строка не похожа на событие',
  zipBomb: 'распаковывается во что-то непомерное',
  notWorkbook: 'это не книга Excel (.xlsx), или файл обрезан',
  tooManyTexts: 'в книге больше 128 МБ текстов: сохраните лист как CSV',
  isWorkbook: 'это архив или книга Excel, а не CSV',
  binary: 'внутри двоичные данные, а не таблица',
  empty: 'в файле нет строк',
  quoteNotClosed: 'кавычки раз за разом открываются и не закрываются',
  noMapping: 'не понять, что значат столбцы: загрузите один такой файл вручную',
  damaged: 'сжатый файл обрезан или повреждён',
  tooLarge: 'файл больше, чем разрешено',
}

/** What is said of a file that was not taken. */
export const refusalWords = (name: string, { code, message }: RequestProblem): Bilingual => ({
  en: `${name}: ${message}`,
  ru: `${name}: ${inRussian[code] ?? message}`,
})
