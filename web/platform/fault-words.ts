import { defineText, phrase, type Bilingual, type Language, type Phrase } from '../ui/text.ts'
import type { ApiProblem } from './problem.ts'

const faults = defineText({
  en: {
    empty: '{field}: must not be empty.',
    tooShort: { one: '{field}: at least {count} character.', other: '{field}: at least {count} characters.' },
    tooLong: { one: '{field}: at most {count} character.', other: '{field}: at most {count} characters.' },
    tooFew: '{field}: choose at least {count}.',
    tooMany: '{field}: at most {count}.',
    tooSmall: '{field}: not less than {count}.',
    tooBig: '{field}: not more than {count}.',
    notWhole: '{field}: a whole number is needed.',
    notMail: '{field}: this is no e-mail address, as name@example.com.',
    notAddress: '{field}: this is no address, as https://example.com.',
    notDay: '{field}: there is no such day.',
    notTime: '{field}: this is no time of day, as 09:30.',
    own: '{field}: {sentence}.',
  },
  ru: {
    empty: '{field}: не заполнено.',
    tooShort: {
      one: '{field}: не короче {count} знака.',
      few: '{field}: не короче {count} знаков.',
      many: '{field}: не короче {count} знаков.',
      other: '{field}: не короче {count} знаков.',
    },
    tooLong: {
      one: '{field}: не длиннее {count} знака.',
      few: '{field}: не длиннее {count} знаков.',
      many: '{field}: не длиннее {count} знаков.',
      other: '{field}: не длиннее {count} знаков.',
    },
    tooFew: '{field}: выберите не меньше {count}.',
    tooMany: '{field}: не больше {count}.',
    tooSmall: '{field}: не меньше {count}.',
    tooBig: '{field}: не больше {count}.',
    notWhole: '{field}: нужно целое число.',
    notMail: '{field}: это не адрес почты, как name@example.com.',
    notAddress: '{field}: это не адрес, как https://example.com.',
    notDay: '{field}: такого дня нет.',
    notTime: '{field}: это не время суток, как 09:30.',
    own: '{field}: {sentence}.',
  },
})

/** What fields of requests are called on the pages, by the last name of their place. Others are called by that name itself. */
const fields: Readonly<Record<string, Bilingual>> = {
  // Of a thing or of a person.
  name: { en: 'Name', ru: 'Название или имя' },
  title: { en: 'Title', ru: 'Название' },
  email: { en: 'E-mail', ru: 'Электронная почта' },
  fromAddress: { en: 'From address', ru: 'Адрес отправителя' },
  fromName: { en: 'From name', ru: 'Имя отправителя' },
  mails: { en: 'E-mail addresses', ru: 'Почтовые адреса' },
  chats: { en: 'Chats', ru: 'Чаты' },
  host: { en: 'Machine or server', ru: 'Машина или сервер' },
  port: { en: 'Port', ru: 'Порт' },
  user: { en: 'User', ru: 'Пользователь' },
  password: { en: 'Password', ru: 'Пароль' },
  token: { en: 'Token', ru: 'Токен' },
  path: { en: 'File or folder', ru: 'Файл или папка' },
  logPath: { en: 'queue_log', ru: 'queue_log' },
  pattern: { en: 'Names of files', ru: 'Имена файлов' },
  moveTo: { en: 'Moved to', ru: 'Куда перенести' },
  customer: { en: 'Number or address', ru: 'Номер или адрес' },
  into: { en: 'Right number', ru: 'Верный номер' },
  source: { en: 'System', ru: 'Система' },
  url: { en: 'Address', ru: 'Адрес' },
  text: { en: 'Text', ru: 'Текст' },
  reason: { en: 'Reason', ru: 'Причина' },
  firstDay: { en: 'First day', ru: 'Первый день' },
  lastDay: { en: 'Last day', ru: 'Последний день' },
  day: { en: 'Day', ru: 'День' },
  days: { en: 'Days', ru: 'Дней' },
  from: { en: 'From', ru: 'С' },
  to: { en: 'To', ru: 'До' },
  at: { en: 'Times', ru: 'Время' },
  everyMinutes: { en: 'Every, minutes', ru: 'Каждые, мин' },
  silentMinutes: { en: 'Silent after, minutes', ru: 'Молчит, если дольше, мин' },
  maxAgeDays: { en: 'Days that the newest may be old', ru: 'Сколько суток может быть последней копии' },
  limit: { en: 'Limit', ru: 'Порог' },
  keep: { en: 'Kept', ru: 'Хранить' },
  formats: { en: 'Files', ru: 'Файлы' },
  tiles: { en: 'Tiles', ru: 'Плитки' },
}

/** The contract's own sentences about a value, which end with no stop. */
export const ownSentences: Readonly<Record<string, string>> = {
  'write the whole path, as /var/log/asterisk/queue_log': 'напишите полный путь, как /var/log/asterisk/queue_log',
  'write the name or address of the machine alone': 'только имя или адрес машины, без порта и пути',
  'write the name of the server alone, as smtp.example.com': 'только имя сервера, как smtp.example.com',
  'write a name without folders': 'имя без папок',
  'leave out line breaks': 'без переносов строк',
  'write times of day as 06:00': 'время суток как 06:00',
  'must be a month such as 2024-05, a year, or empty': 'месяц как 2024-05, год или пусто',
  'must be a time from 00:00 to 24:00': 'время от 00:00 до 24:00',
  'must be like 2025-03-01T10:30': 'как 2025-03-01T10:30',
  'such as 14:30': 'время суток как 14:30',
  'give the `next` of the page before': 'нужен `next` прежней страницы',
  'write it as "ssh-ed25519 SHA256:…"': 'как «ssh-ed25519 SHA256:…»',
  'name the folder to which files are moved': 'назовите папку, в которую переносить файлы',
  'must be a day such as 2026-11-01 or an instant such as 2026-11-01T09:00:00Z':
    'нужен день, как 2026-11-01, или момент, как 2026-11-01T09:00:00Z',
  'at most 8192 characters of JSON': 'не больше 8192 знаков JSON',
  'the last day comes before the first': 'последний день раньше первого',
  'the stretch must not be empty': 'промежуток пуст',
  'must lie after the shift begins': 'должно быть позже начала смены',
  'a measure or figure needs a limit, and a condition has none': 'показателю нужен порог, а у события его нет',
  'the target must have a part': 'в цели должна быть хотя бы одна часть',
  'deadlineMinutes belongs to work that may wait, and such work needs it':
    'срок нужен работе, которая может ждать, и только ей',
  'write the token as @BotFather gives it: 123456789:AAF…': 'целиком, как его даёт @BotFather, 123456789:AAF… до конца',
  'write an address as https://example.com/pult': 'напишите адрес как https://example.com/pult',
  'leave name and password out of the address: posts are signed': 'адрес без имени и пароля: запросы подписаны',
  'write the number of the chat, or @name of a public channel': 'номер чата или @имя открытого канала',
  'a week has seven days: give 1 to 7': 'в неделе семь дней: от 1 до 7',
  'give at least one person, address or chat': 'назовите хотя бы одного человека, адрес или чат',
  'write it as hh.ru asks: Name/1.0 (mail@example.com)': 'как просит hh.ru: Name/1.0 (mail@example.com)',
  'give the id of the application and its secret together': 'номер приложения и его секрет задают вместе',
  'must not lie before the first day': 'не раньше первого дня',
  'must lie after the hour it begins': 'должно быть позже начала',
  'must be zero or more: fewer than no contacts cannot come': 'ноль или больше: меньше нуля обращений не бывает',
  'must be at most 50: it is a factor, 1.2 for a fifth more':
    'не больше 50: это множитель, 1,2 – на пятую часть больше',
  'must name a queue: a number of contacts is of one queue, only a factor is of all':
    'выберите очередь: число обращений бывает у одной очереди, у всех – только множитель',
  'name the view of a report of one, and none for the report to management':
    'отчёту по виду нужен вид, отчёту руководству – нет',
}

/** What is wrong with which field; nothing where the server told no more than its English sentence. */
export function faultWords({ at, values }: ApiProblem, language: Language): string | undefined {
  const { fault, sentence } = values
  const words = typeof fault === 'string' ? (faults[language] as Record<string, Phrase>)[fault] : undefined
  if (words === undefined || at === undefined) return undefined
  const last = at.split('.').findLast((part) => !/^\d+$/.test(part)) ?? at
  const own = String(sentence ?? '')
  return phrase(words, language, {
    ...values,
    field: fields[last]?.[language] ?? last,
    sentence: language === 'ru' ? (ownSentences[own] ?? own) : own,
  })
}
