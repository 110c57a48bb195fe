import { defineText } from '../ui/text.ts'

export const importText = defineText({
  en: {
    importTitle: 'Take back an edited file',
    importHint:
      'A roster exported as XLSX or CSV and edited by hand, a row a shift. Shifts of the agents in the file are replaced; first you see what would change.',
    otherFile: 'Another file',
    take: 'Take these shifts',
    taken: { one: '{count} shift taken from the file.', other: '{count} shifts taken from the file.' },
    wouldDo: '{rows} rows read: {added} shifts would be added, {changed} changed, {removed} taken away.',
    problems: { one: '{count} problem in the file', other: '{count} problems in the file' },
    problemsHint: 'Nothing was changed. Mend these rows and send the file again.',
    row: 'Row',
    field: 'Field',
    reason: 'What is wrong',
  },
  ru: {
    importTitle: 'Принять исправленный файл',
    importHint:
      'График, выгруженный в XLSX или CSV и исправленный вручную: строка — смена. Смены операторов из файла заменяются; сначала видно, что изменится.',
    otherFile: 'Другой файл',
    take: 'Принять эти смены',
    taken: {
      one: 'Из файла принята {count} смена.',
      few: 'Из файла приняты {count} смены.',
      many: 'Из файла принято {count} смен.',
      other: 'Из файла принято {count} смены.',
    },
    wouldDo: 'Прочитано строк: {rows}. Добавится смен: {added}, изменится: {changed}, исчезнет: {removed}.',
    problems: {
      one: 'В файле {count} ошибка',
      few: 'В файле {count} ошибки',
      many: 'В файле {count} ошибок',
      other: 'В файле {count} ошибки',
    },
    problemsHint: 'Ничего не изменено. Исправьте эти строки и отправьте файл снова.',
    row: 'Строка',
    field: 'Поле',
    reason: 'Что не так',
  },
})
