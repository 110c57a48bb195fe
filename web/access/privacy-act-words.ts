import type { Bilingual } from '../ui/text.ts'

/** What acts on personal data are called. */
export const privacyActWords: Readonly<Record<string, Bilingual>> = {
  'privacy.person.find': { ru: 'Искали данные о человеке', en: 'Looked up what is held of a person' },
  'privacy.person.export': { ru: 'Выгружены данные о человеке', en: 'Exported what is held of a person' },
  'privacy.person.erase': { ru: 'Удалены данные о человеке', en: 'Erased what tells who a person is' },
  'privacy.person.correct': { ru: 'Исправлен номер клиента', en: 'Corrected a customer’s number' },
  'privacy.request.create': { ru: 'Записано обращение о данных', en: 'Wrote down a request about data' },
  'privacy.request.change': { ru: 'Изменено обращение о данных', en: 'Changed a request about data' },
  'privacy.hold.create': { ru: 'Запрещено удалять данные', en: 'Kept data from being removed' },
  'privacy.hold.lift': { ru: 'Снят запрет на удаление', en: 'Let data be removed again' },
  'privacy.removal.export': { ru: 'Выгружены акты об удалении', en: 'Exported the acts of removals' },
  'privacy.retention.set': { ru: 'Задан срок хранения', en: 'Set how long data is kept' },
  'privacy.retention.run': { ru: 'Запущена проверка сроков хранения', en: 'Started to remove what is over' },
  'privacy.retention.remove': { ru: 'Удалено по сроку хранения', en: 'Removed what was over' },
  'privacy.notice.create': { ru: 'Записано уведомление', en: 'Kept a notice' },
  'privacy.notice.tell': { ru: 'Отмечено ознакомление', en: 'Recorded that agents were told' },
  'privacy.consent.create': { ru: 'Записано согласие клиента', en: 'Recorded a customer’s consent' },
  'privacy.consent.withdraw': { ru: 'Отозвано согласие клиента', en: 'Recorded that a consent was taken back' },
}
