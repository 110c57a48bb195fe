import type { Room } from '../platform/room.ts'
import { messagesProblems } from './messages-problems.ts'

/** Mail and Telegram messages that Pult sends, and what became of them. */
export const messages: Room = {
  problemWords: messagesProblems,
  centerPages: [
    {
      path: '/settings/sending',
      may: 'administer',
      page: () => import('./SendingPage.tsx').then((file) => file.SendingPage),
      settings: { title: { ru: 'Отправка сообщений', en: 'Sending' }, group: 'center', order: 90 },
    },
  ],
}
