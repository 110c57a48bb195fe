import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const importProblems = defineText({
  en: {
    notLog: 'This is no Asterisk queue_log: not one line looks like an event.',
    zipBomb: 'The file unpacks to absurdly much; that is no log. Nothing was kept.',
    notWorkbook: 'The file is not an Excel workbook (.xlsx), or it is cut short.',
    tooManyTexts: 'The workbook holds more than 128 MB of texts. Save the sheet as CSV: that is read at any size.',
    isWorkbook: 'The file is a zip or a workbook, not a CSV.',
    binary: 'The file holds binary data, no table.',
    empty: 'The file holds no rows.',
    quoteNotClosed:
      'Quotation marks are opened and not closed again and again: this is another format. Nothing was kept.',
    fileGone: 'The uploaded file is no longer there. Upload it again.',
    noMapping: 'A table needs a mapping that says what its columns are.',
    damaged: 'The packed file is cut short or damaged. Send it again whole, or unpacked. Nothing was kept.',
    columnMissing: 'The mapping names a column that the file does not have. Look at the mapping again.',
    broken: 'Something went wrong in Pult itself; the log has the details. Nothing was kept.',
    undoGivenUp:
      'Undoing this import was given up: the server ended each time it worked on it. Part of it may be gone. Undo it again.',
    noOutcome:
      'Nothing in the mapping tells answered from abandoned. Name the column of the outcome, the talk time, the time of answer or the agent.',
    mapping: '{detail}',
    takenMeanwhile: '{name} has changed this meanwhile: the list is fresh now.',
    notRunning: 'Only an import that is being read can be cancelled. A finished one can be undone.',
    noContactsBehind: 'This measure has no contacts of its own to list. Clear the filter “Behind a number”.',
    unknownMeasure: 'There is no measure “{measure}”. Clear the filter “Behind a number”.',
    tooManyContacts: 'A file takes {most} contacts. Choose a shorter period.',
    notDone: 'Only a finished import that was not a dry run can be undone.',
  },
  ru: {
    notLog: 'Это не журнал Asterisk queue_log: ни одна строка не похожа на событие.',
    zipBomb: 'Файл распаковывается во что-то непомерное: это не журнал. Ничего не сохранено.',
    notWorkbook: 'Это не книга Excel (.xlsx), или файл обрезан.',
    tooManyTexts: 'В книге больше 128 МБ текстов. Сохраните лист как CSV: его можно прочитать любого размера.',
    isWorkbook: 'Это архив или книга Excel, а не CSV.',
    binary: 'В файле двоичные данные, а не таблица.',
    empty: 'В файле нет строк.',
    quoteNotClosed: 'Кавычки раз за разом открываются и не закрываются: это другой формат. Ничего не сохранено.',
    fileGone: 'Загруженного файла уже нет. Загрузите его снова.',
    noMapping: 'Таблице нужно соответствие: что значат её столбцы.',
    damaged: 'Сжатый файл обрезан или повреждён. Пришлите его снова целиком или без сжатия. Ничего не сохранено.',
    columnMissing: 'Соответствие называет столбец, которого в файле нет. Проверьте соответствие. Ничего не сохранено.',
    broken: 'Ошибка в самом Пульте, подробности в журнале сервера. Ничего не сохранено.',
    undoGivenUp:
      'От отката этого импорта Пульт отказался: сервер каждый раз на нём падал. Часть данных могла уже уйти. Откатите его ещё раз.',
    noOutcome:
      'По соответствию не отличить отвеченные от потерянных. Укажите столбец исхода, времени разговора, времени ответа или оператора.',
    mapping: 'Соответствие называет столбец, которого в файле нет: {detail}',
    takenMeanwhile: '{name} уже изменил(а) это: список обновлён.',
    notRunning: 'Отменить можно только импорт, который читается. Готовый можно откатить.',
    noContactsBehind: 'За этим показателем нет своих обращений. Сбросьте фильтр «За числом».',
    unknownMeasure: 'Показателя «{measure}» нет. Сбросьте фильтр «За числом».',
    tooManyContacts: 'В один файл входит {most} контактов. Выберите период короче.',
    notDone: 'Откатить можно только готовый импорт, не пробу.',
  },
})
