import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const wallboardsProblems = defineText({
  en: {
    tooManyWallboards: 'A centre keeps fifty wallboards at most: delete one first.',
    lastDayOver: 'The last day is over already: choose today or a later one.',
    wallLinkGone: 'This link opens no wallboard any more.',
    tooManyScreens: 'A hundred screens show this board already.',
  },
  ru: {
    tooManyWallboards: 'В центре не больше пятидесяти табло: сначала удалите лишнее.',
    lastDayOver: 'Этот последний день уже прошёл: выберите сегодня или позже.',
    wallLinkGone: 'Эта ссылка больше не открывает табло.',
    tooManyScreens: 'Это табло уже открыто на ста экранах.',
  },
})
