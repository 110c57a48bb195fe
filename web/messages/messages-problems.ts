import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const messagesProblems = defineText({
  en: {
    noMailServer: 'Say first by which server mail goes out: Settings → Sending.',
    noTelegramBot: 'Give first the token of a Telegram bot: Settings → Sending.',
    passwordNeeded: 'Give the password: the kept one never goes to another server or user.',
    passwordInTheOpen: 'A password does not go over an open line: choose TLS or STARTTLS, or leave the user out.',
    webhookKnown: 'This address is a webhook of the centre already.',
    tooManyWebhooks: 'A centre keeps twenty webhooks at most: delete one first.',
    webhookNotTls: 'A webhook needs https: others on the line could read what it is told.',
    webhookPrivate:
      'This is an address of this machine or of a private network. The administrator of the machine allows those with PULT_PRIVATE_WEBHOOKS=true.',
    messageHasGone: 'This message has gone already.',
  },
  ru: {
    noMailServer: 'Сначала скажите, через какой сервер уходит почта: Настройки → Отправка сообщений.',
    noTelegramBot: 'Сначала дайте токен бота Telegram: Настройки → Отправка сообщений.',
    passwordNeeded: 'Введите пароль: сохранённый не уходит ни другому серверу, ни другому пользователю.',
    passwordInTheOpen: 'По открытой линии пароль не передаётся: выберите TLS или STARTTLS либо уберите пользователя.',
    webhookKnown: 'Этот адрес уже есть среди вебхуков центра.',
    tooManyWebhooks: 'В центре не больше двадцати вебхуков: сначала удалите лишний.',
    webhookNotTls: 'Вебхуку нужен https: иначе сказанное прочтут на линии.',
    webhookPrivate:
      'Это адрес этой машины или закрытой сети. Такие разрешает администратор машины: PULT_PRIVATE_WEBHOOKS=true.',
    messageHasGone: 'Это сообщение уже ушло.',
  },
})
