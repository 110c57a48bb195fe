/** What an erased customer's pseudonym begins with, and what stands in the place of keys that told her. */
export const ERASED = 'erased-'

/** Kinds of data that Pult may hold of a person, as people speak of them. */
export const dataKinds = [
  'contacts',
  'lostCallers',
  'imports',
  'consents',
  'requests',
  'person',
  'states',
  'agreements',
  'absences',
  'wishes',
  'rosters',
  'access',
  'resumes',
  'messages',
  'alerts',
  'notes',
  'plans',
  'market',
  'connectors',
  'settings',
  'audit',
] as const
export type DataKind = (typeof dataKinds)[number]

interface Words {
  readonly ru: string
  readonly en: string
}

export const dataKindWords: Readonly<Record<DataKind, Words>> = {
  contacts: { ru: 'Контакты', en: 'Contacts' },
  lostCallers: { ru: 'Разбор потерянных звонков', en: 'Work on lost callers' },
  imports: { ru: 'Загрузки и их замечания', en: 'Imports and their remarks' },
  consents: { ru: 'Согласия и ознакомления', en: 'Consents and notices' },
  requests: { ru: 'Обращения и удаления', en: 'Requests and removals' },
  person: { ru: 'Карточка оператора', en: 'The agent’s card' },
  states: { ru: 'Рабочее время и состояния', en: 'Working time and states' },
  agreements: { ru: 'Условия работы и личные сведения', en: 'Agreements and personal facts' },
  absences: { ru: 'Отпуска и отсутствия', en: 'Leave and absence' },
  wishes: { ru: 'Пожелания и доступность', en: 'Wishes and availability' },
  rosters: { ru: 'Графики и смены', en: 'Rosters and shifts' },
  access: { ru: 'Учётная запись и доступ', en: 'Account and access' },
  resumes: { ru: 'Резюме и письма', en: 'Résumés and letters' },
  messages: { ru: 'Отправленные сообщения', en: 'Messages sent' },
  alerts: { ru: 'Тревоги', en: 'Alerts' },
  notes: { ru: 'Примечания и виды', en: 'Notes and views' },
  plans: { ru: 'Прогнозы, потребность, расчёты', en: 'Forecasts, requirements, what-ifs' },
  market: { ru: 'Рынок труда', en: 'Labour market' },
  connectors: { ru: 'Каналы данных', en: 'Data channels' },
  settings: { ru: 'Настройки центра', en: 'The centre’s settings' },
  audit: { ru: 'Журнал действий', en: 'Audit log' },
}

/**
 * How a row is about the person: it is hers, she wrote it, or its text names her.
 */
export const waysFound = ['record', 'author', 'mention'] as const
export type WayFound = (typeof waysFound)[number]

export const wayFoundWords: Readonly<Record<WayFound, Words>> = {
  record: { ru: 'о человеке', en: 'about the person' },
  author: { ru: 'сделано человеком', en: 'done by the person' },
  mention: { ru: 'упоминание в тексте', en: 'named in a text' },
}
