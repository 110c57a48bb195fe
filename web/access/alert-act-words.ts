import type { Bilingual } from '../ui/text.ts'

/** What acts about alerts are called. */
export const alertActWords: Readonly<Record<string, Bilingual>> = {
  'alerts.rule.create': { ru: 'Заведено правило тревоги', en: 'Made a rule of alerts' },
  'alerts.rule.change': { ru: 'Изменено правило тревоги', en: 'Changed a rule of alerts' },
  'alerts.rule.delete': { ru: 'Удалено правило тревоги', en: 'Deleted a rule of alerts' },
  'alerts.alert.answer': { ru: 'Взялся за тревогу', en: 'Took care of an alert' },
  'alerts.alerts.export': { ru: 'Выгружены тревоги', en: 'Exported alerts' },
  'alerts.quiet.set': { ru: 'Заданы свои тихие часы', en: 'Set own quiet hours' },
}
