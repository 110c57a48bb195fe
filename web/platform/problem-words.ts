import { defineText, phrase, type Language, type Text } from '../ui/text.ts'
import { faultWords } from './fault-words.ts'
import { ApiProblem } from './problem.ts'

/** Words for the problems any room may meet. Rooms add their own with `problemWords` in their door. */
export const commonProblems = defineText({
  en: {
    offline: 'There is no connection to the server. Check the network; Pult keeps trying.',
    starting: 'The server is starting or recovering. This page continues by itself.',
    databaseAway: 'The database does not answer at the moment. This page continues by itself.',
    diskFull: 'There is no room left on the server’s disk. Nothing was kept; make room and try again.',
    cancelled: 'Stopped, as you asked.',
    signInNeeded: 'Your session has ended. Sign in again.',
    forbidden: 'Your role does not allow this. Ask an administrator of the centre.',
    notFound: 'This is not here any more, or you have no access to it.',
    foreignOrigin: 'The request came from a page of another site and was refused.',
    tooLarge: 'This is larger than the server takes. Send it in smaller parts.',
    slowDown: 'Too many requests in a minute. Wait a little and try again.',
    invalid: 'Something in the request is not as expected: {detail}',
    stale: 'Somebody changed this while you were editing. Load the newest version and repeat your change.',
    inUse: 'Other things in this centre still need this. Take them away first.',
    numberTooLarge: 'A number is larger than Pult keeps.',
    zeroByte: 'A text holds a character that cannot be kept (a zero byte). Type it anew instead of pasting it.',
    halfLetter: 'A text holds half of a letter, as when an emoji is cut in two. Type it anew instead of pasting it.',
    badRequest: 'The server did not understand the request: {detail}',
    internal: 'Something went wrong in Pult itself. The log has the details (request {requestId}).',
    invalidSignIn: 'The e-mail or the password is wrong.',
    emailTaken: 'Another person here already uses this e-mail address.',
    hasPassword: 'You already have a password; change it under your name in the menu.',
    shareAboveOne: 'A share is at most 100 %.',
    betweenIntervals: 'The period ends inside an interval of {minutes} minutes. Choose a moment at which one begins.',
    unknown: 'It did not work: {detail}',
  },
  ru: {
    offline: 'Нет связи с сервером. Проверьте сеть: Пульт продолжает попытки.',
    starting: 'Сервер запускается или восстанавливается. Страница продолжит сама.',
    databaseAway: 'База данных сейчас не отвечает. Страница продолжит сама.',
    diskFull: 'На диске сервера нет места. Ничего не сохранено: освободите место и повторите.',
    cancelled: 'Остановлено, как вы просили.',
    signInNeeded: 'Сеанс закончился. Войдите снова.',
    forbidden: 'Ваша роль этого не позволяет. Обратитесь к администратору центра.',
    notFound: 'Этого здесь больше нет, или у вас нет доступа.',
    foreignOrigin: 'Запрос пришёл со страницы другого сайта и отклонён.',
    tooLarge: 'Это больше, чем принимает сервер. Отправьте частями.',
    slowDown: 'Слишком много запросов за минуту. Подождите немного и повторите.',
    invalid: 'Что-то в запросе не так, как ожидалось: {detail}',
    stale: 'Пока вы правили, это изменил кто-то другой. Загрузите свежую версию и повторите правку.',
    inUse: 'Это ещё нужно другому в центре. Сначала уберите то, что на это ссылается.',
    numberTooLarge: 'Число больше, чем хранит Пульт.',
    zeroByte: 'В тексте есть знак, который нельзя сохранить (нулевой байт). Наберите текст заново вместо вставки.',
    halfLetter:
      'В тексте есть половина знака: так бывает, если разрезать эмодзи. Наберите текст заново вместо вставки.',
    badRequest: 'Сервер не понял запрос: {detail}',
    internal: 'Что-то сломалось в самом Пульте. Подробности в журнале (запрос {requestId}).',
    invalidSignIn: 'Неверная почта или пароль.',
    emailTaken: 'Эта почта уже занята другим человеком.',
    hasPassword: 'Пароль у вас уже есть: его меняют в меню, под вашим именем.',
    shareAboveOne: 'Доля – не больше 100 %.',
    betweenIntervals:
      'Граница периода попала внутрь интервала в {minutes} минут. Выберите момент, когда интервал начинается.',
    unknown: 'Не получилось: {detail}',
  },
})

const words: { en: Record<string, Text['en'][string]>; ru: Record<string, Text['ru'][string]> } = {
  en: { ...commonProblems.en },
  ru: { ...commonProblems.ru },
}

/** Adds a room's words; called once for every room where rooms meet. */
export function addProblemWords(text: Text): void {
  Object.assign(words.en, text.en)
  Object.assign(words.ru, text.ru)
}

/** One sentence for whatever was thrown, in the reader's language; the server's English detail where no words are known. */
export function wordsOf(error: unknown, language: Language): string {
  if (!(error instanceof ApiProblem)) {
    return phrase(words[language]['unknown'] ?? '{detail}', language, {
      detail: error instanceof Error ? error.message : String(error),
    })
  }
  const fault = error.code === 'invalid' ? faultWords(error, language) : undefined
  if (fault !== undefined) return fault
  const values = { requestId: error.requestId ?? EMPTY, ...error.values, detail: error.detail }
  const known = words[language][error.code]
  if (known !== undefined) return phrase(known, language, values)
  if (language === 'en' && error.detail !== '') return error.detail
  return phrase(words[language]['unknown'] ?? '{detail}', language, {
    detail: error.detail === '' ? error.code : error.detail,
  })
}

/** The form field a problem is about: `body.email` is `email`; nothing when it is about no field. */
export function fieldOf(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem) || error.at === undefined) return undefined
  return error.at.startsWith('body.') ? error.at.slice('body.'.length) : undefined
}

const EMPTY = '–'
