import type { Bilingual } from '../ui/text.ts'

/** What acts about sending are called. */
export const messageActWords: Readonly<Record<string, Bilingual>> = {
  'messages.mailServer.change': { ru: 'Изменён почтовый сервер', en: 'Changed the mail server' },
  'messages.mailServer.forget': { ru: 'Забыт почтовый сервер', en: 'Forgot the mail server' },
  'messages.telegramBot.change': { ru: 'Изменён бот Telegram', en: 'Changed the Telegram bot' },
  'messages.telegramBot.forget': { ru: 'Забыт бот Telegram', en: 'Forgot the Telegram bot' },
  'messages.test.send': { ru: 'Отправлено проверочное сообщение', en: 'Sent a test message' },
  'messages.webhook.create': { ru: 'Добавлен вебхук', en: 'Added a webhook' },
  'messages.webhook.delete': { ru: 'Удалён вебхук', en: 'Deleted a webhook' },
  'messages.webhook.test': { ru: 'Отправлено проверочное сообщение вебхуку', en: 'Sent a test message to a webhook' },
  'messages.message.again': { ru: 'Сообщение отправлено ещё раз', en: 'Sent a message again' },
}
