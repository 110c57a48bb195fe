import type { Bilingual } from '../ui/text.ts'

/** What acts on channels of data are called. */
export const connectorActWords: Readonly<Record<string, Bilingual>> = {
  'connectors.connector.create': { ru: 'Заведён канал данных', en: 'Made a channel of data' },
  'connectors.connector.change': { ru: 'Изменён канал данных', en: 'Changed a channel of data' },
  'connectors.connector.delete': { ru: 'Убран канал данных', en: 'Took a channel of data away' },
  'connectors.connector.look': { ru: 'Канал данных проверен вне расписания', en: 'Had a channel of data look at once' },
  'connectors.secret.change': { ru: 'Сменён секрет вебхука', en: 'Changed the secret of a webhook' },
}
