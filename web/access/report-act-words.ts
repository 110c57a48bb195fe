import type { Bilingual } from '../ui/text.ts'

/** What acts on reports are called. */
export const reportActWords: Readonly<Record<string, Bilingual>> = {
  'reports.report.create': { ru: 'Заведён отчёт руководству', en: 'Set up a report' },
  'reports.report.change': { ru: 'Изменён отчёт руководству', en: 'Changed a report' },
  'reports.report.delete': { ru: 'Удалён отчёт руководству', en: 'Deleted a report' },
  'reports.report.make': { ru: 'Отчёт составлен вне очереди', en: 'Had a report made' },
  'reports.report.export': { ru: 'Выгружен отчёт руководству', en: 'Exported a report' },
  'reports.report.send': { ru: 'Отправлен отчёт руководству', en: 'Sent a report' },
}
