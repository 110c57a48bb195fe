import type { Room } from '../platform/room.ts'
import { centerProblems } from './center-problems.ts'

/** The centre itself: its queues, hours, calendar and targets. */
export const center: Room = {
  problemWords: centerProblems,
  openPages: [
    {
      path: '/new-center',
      signedIn: true,
      page: () => import('./NewCenterPage.tsx').then((file) => file.NewCenterPage),
    },
  ],
  centerPages: [
    {
      path: '/settings/queues',
      may: 'readSettings',
      page: () => import('./QueuesPage.tsx').then((file) => file.QueuesPage),
      settings: { title: { ru: 'Очереди', en: 'Queues' }, group: 'center', order: 10 },
    },
    {
      path: '/settings/opening-hours',
      may: 'readSettings',
      page: () => import('./OpeningHoursPage.tsx').then((file) => file.OpeningHoursPage),
      settings: { title: { ru: 'Часы работы', en: 'Opening hours' }, group: 'center', order: 20 },
    },
    {
      path: '/settings/calendar',
      may: 'readSettings',
      page: () => import('./CalendarPage.tsx').then((file) => file.CalendarPage),
      settings: { title: { ru: 'Календарь', en: 'Calendar' }, group: 'center', order: 30 },
    },
    {
      path: '/settings/targets',
      may: 'readSettings',
      page: () => import('./TargetsPage.tsx').then((file) => file.TargetsPage),
      settings: { title: { ru: 'Цели', en: 'Targets' }, group: 'center', order: 40 },
    },
    {
      path: '/settings/center',
      may: 'readSettings',
      page: () => import('./CenterPage.tsx').then((file) => file.CenterPage),
      settings: { title: { ru: 'Центр', en: 'Centre' }, group: 'center', order: 50 },
    },
  ],
  slots: { createCenter: () => import('./CreateCenterDialog.tsx').then((file) => file.CreateCenterDialog) },
}
