import { signInWays, type AuditLine } from '@pult/contract/access'

import type { Bilingual, Language } from '../ui/text.ts'
import { accessActWords } from './access-act-words.ts'
import { alertActWords } from './alert-act-words.ts'
import { careerActWords } from './career-act-words.ts'
import { connectorActWords } from './connector-act-words.ts'
import { marketActWords } from './market-act-words.ts'
import { messageActWords } from './message-act-words.ts'
import { privacyActWords } from './privacy-act-words.ts'
import { reportActWords } from './report-act-words.ts'
import { scheduleActWords } from './schedule-act-words.ts'
import { subjectWords, valueWords } from './audit-subjects.ts'
import { securityText, wayKeys } from './security-text.ts'
import { installationActWords } from './installation-act-words.ts'
import { wallboardActWords } from './wallboard-act-words.ts'

/** What each act of the audit log is called. An act that this version does not know is shown as it is written. */
const wordsByAct: Readonly<Record<string, Bilingual>> = {
  'center.center.create': { ru: 'Заведён центр', en: 'Started the centre' },
  'center.center.change': { ru: 'Изменён центр', en: 'Changed the centre' },
  'center.day.set': { ru: 'Задан свой день', en: 'Set an own day' },
  'center.day.clear': { ru: 'День снова по календарю', en: 'Gave a day back to the calendar' },
  'center.openingHours.create': { ru: 'Заведены часы работы', en: 'Made opening hours' },
  'center.openingHours.change': { ru: 'Изменены часы работы', en: 'Changed opening hours' },
  'center.queue.create': { ru: 'Заведена очередь', en: 'Made a queue' },
  'center.queue.change': { ru: 'Изменена очередь', en: 'Changed a queue' },
  'center.queue.confirm': { ru: 'Подтверждена очередь', en: 'Confirmed a queue' },
  'center.queue.merge': { ru: 'Объединены очереди', en: 'United queues' },
  'center.target.set': { ru: 'Поставлена цель', en: 'Set a target' },
  'contacts.batch.begin': { ru: 'Начат приём данных за день', en: 'Began to send a day’s records' },
  'contacts.batch.correct': { ru: 'Исправлены присланные записи', en: 'Corrected records that were sent' },
  'contacts.contacts.export': { ru: 'Выгружены контакты', en: 'Exported contacts' },
  'contacts.customers.list': {
    ru: 'Просмотрены контакты с номерами клиентов',
    en: 'Looked at contacts with customers’ numbers',
  },
  'contacts.customers.search': {
    ru: 'Поиск по контактам с номерами клиентов',
    en: 'Searched contacts with customers’ numbers',
  },
  'contacts.customers.story': {
    ru: 'Просмотрен контакт с номером клиента',
    en: 'Looked at a contact with its customer’s number',
  },
  'contacts.customers.lost': {
    ru: 'Просмотрены номера потерянных звонивших',
    en: 'Looked at the numbers of lost callers',
  },
  'contacts.import.start': { ru: 'Начат импорт', en: 'Started an import' },
  'contacts.import.cancel': { ru: 'Остановлен импорт', en: 'Stopped an import' },
  'contacts.import.undo': { ru: 'Отменён импорт', en: 'Undid an import' },
  'contacts.lostCaller.change': { ru: 'Отмечен потерянный звонок', en: 'Marked a lost caller' },
  'contacts.template.save': { ru: 'Сохранён шаблон разметки', en: 'Saved a mapping' },
  'contacts.template.delete': { ru: 'Удалён шаблон разметки', en: 'Deleted a mapping' },
  'center.definition.change': { ru: 'Изменено определение показателя', en: 'Changed the definition of a measure' },
  'center.definition.withdraw': { ru: 'Отозвано определение показателя', en: 'Took back a definition of a measure' },
  'measures.measures.export': { ru: 'Выгружены показатели', en: 'Exported measures' },
  'measures.note.create': { ru: 'Записано примечание', en: 'Wrote a note' },
  'measures.note.change': { ru: 'Изменено примечание', en: 'Changed a note' },
  'measures.note.delete': { ru: 'Удалено примечание', en: 'Deleted a note' },
  'measures.rollups.recompute': { ru: 'Пересчитаны итоги', en: 'Recomputed roll-ups' },
  'measures.reconciliation.keep': { ru: 'Сохранена сверка', en: 'Kept a reconciliation' },
  'measures.reconciliation.delete': { ru: 'Удалена сверка', en: 'Deleted a reconciliation' },
  'measures.view.create': { ru: 'Сохранён вид', en: 'Saved a view' },
  'measures.view.change': { ru: 'Изменён вид', en: 'Changed a view' },
  'measures.view.delete': { ru: 'Удалён вид', en: 'Deleted a view' },
  'forecast.forecast.create': { ru: 'Сделан прогноз', en: 'Made a forecast' },
  'forecast.forecast.cancel': { ru: 'Остановлен расчёт прогноза', en: 'Stopped making a forecast' },
  'forecast.forecast.publish': { ru: 'Опубликован прогноз', en: 'Published a forecast' },
  'forecast.forecast.delete': { ru: 'Удалён прогноз', en: 'Deleted a forecast' },
  'forecast.layer.create': { ru: 'Добавлен слой прогноза', en: 'Added a layer of forecasts' },
  'forecast.layer.undo': { ru: 'Снят слой прогноза', en: 'Undid a layer of forecasts' },
  'forecast.leftOut.create': { ru: 'Отрезок исключён из обучения прогноза', en: 'Left a stretch out of forecasting' },
  'forecast.leftOut.delete': {
    ru: 'Отрезок снова учитывается в прогнозе',
    en: 'Let forecasts learn from a stretch again',
  },
  'forecast.forecast.export': { ru: 'Выгружен прогноз', en: 'Exported a forecast' },
  'forecast.accuracy.export': { ru: 'Выгружена точность прогноза', en: 'Exported the accuracy of forecasts' },
  'intraday.day.export': { ru: 'Выгружен день против плана', en: 'Exported a day against its plan' },
  'simulation.whatIf.create': { ru: 'Заведён расчёт «Что если»', en: 'Started a what-if' },
  'simulation.whatIf.change': { ru: 'Изменён расчёт «Что если»', en: 'Changed a what-if' },
  'simulation.whatIf.cancel': { ru: 'Остановлен расчёт «Что если»', en: 'Stopped a what-if' },
  'simulation.whatIf.delete': { ru: 'Удалён расчёт «Что если»', en: 'Deleted a what-if' },
  'simulation.whatIf.export': { ru: 'Выгружен расчёт «Что если»', en: 'Exported a what-if' },
  'staffing.rule.set': { ru: 'Задано правило численности', en: 'Set a staffing rule' },
  'staffing.shrinkage.set': { ru: 'Заданы потери времени', en: 'Set shrinkage' },
  'staffing.requirement.create': { ru: 'Посчитана потребность', en: 'Counted a requirement' },
  'staffing.requirement.publish': { ru: 'Опубликована потребность', en: 'Published a requirement' },
  'staffing.requirement.delete': { ru: 'Удалена потребность', en: 'Deleted a requirement' },
  'staffing.requirement.export': { ru: 'Выгружена потребность', en: 'Exported a requirement' },
  'staffing.skillNeed.create': { ru: 'Посчитаны люди по навыкам', en: 'Counted people by skills' },
  'staffing.skillNeed.delete': { ru: 'Удалён расчёт по навыкам', en: 'Deleted a count by skills' },
  'staffing.skillNeed.export': { ru: 'Выгружен расчёт по навыкам', en: 'Exported a count by skills' },
  'people.agent.create': { ru: 'Добавлен оператор', en: 'Added an agent' },
  'people.agent.change': { ru: 'Изменён оператор', en: 'Changed an agent' },
  'people.agent.confirm': { ru: 'Подтверждён оператор', en: 'Confirmed an agent' },
  'people.agent.merge': { ru: 'Объединены операторы', en: 'United agents' },
  'people.pauseReason.change': { ru: 'Изменена причина паузы', en: 'Changed a pause reason' },
  'people.pauseReason.confirm': { ru: 'Подтверждена причина паузы', en: 'Confirmed a pause reason' },
  'people.skill.create': { ru: 'Заведён навык', en: 'Made a skill' },
  'people.skill.change': { ru: 'Переименован навык', en: 'Renamed a skill' },
  'people.skill.delete': { ru: 'Удалён навык', en: 'Deleted a skill' },
  'people.team.create': { ru: 'Заведена группа', en: 'Made a team' },
  'people.team.change': { ru: 'Изменена группа', en: 'Changed a team' },
}

const wordsOfActs = {
  ...wordsByAct,
  ...accessActWords,
  ...alertActWords,
  ...scheduleActWords,
  ...marketActWords,
  ...privacyActWords,
  ...reportActWords,
  ...messageActWords,
  ...careerActWords,
  ...connectorActWords,
  ...wallboardActWords,
  ...installationActWords,
}

export const actWords = (act: string, language: Language): string => wordsOfActs[act]?.[language] ?? act

const LONGEST = 160

/** Whom or what it was about, and the words of the change. */
export function detailWords(
  { act, subject, detail }: Pick<AuditLine, 'act' | 'subject' | 'detail'>,
  language: Language,
): string {
  const values = Object.entries(detail)
    .filter(([, value]) => typeof value === 'string' && value !== '')
    .map(([name, value]) =>
      act.startsWith('access.signIn') && name === 'by'
        ? wayWords(String(value), language)
        : valueWords(name, String(value), language),
    )
  const words = [subjectWords(subject, language), ...values].join(' · ')
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

/** How one came in, as My sign-in says it. A way that this version does not know is shown as it is written. */
function wayWords(way: string, language: Language): string {
  const known = signInWays.find((one) => one === way)
  return known === undefined ? way : String(securityText[language][wayKeys[known]])
}
