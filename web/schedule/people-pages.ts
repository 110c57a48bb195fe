import { IconCalendarHeart } from '@tabler/icons-react'

import type { CenterPage } from '../platform/room.ts'

/** Pages about the people on rosters: one's own shifts, the fair share, hours for pay. */
export const peoplePages: readonly CenterPage[] = [
  {
    path: '/my-shifts',
    may: 'readSchedule',
    page: () => import('./MyShiftsPage.tsx').then((file) => file.MyShiftsPage),
    menu: { title: { ru: 'Мои смены', en: 'My shifts' }, icon: IconCalendarHeart, order: 48 },
  },
  {
    path: '/schedule/fairness',
    may: 'readRosters',
    page: () => import('./FairnessPage.tsx').then((file) => file.FairnessPage),
  },
  {
    path: '/schedule/hours',
    may: 'readRosters',
    page: () => import('./HoursPage.tsx').then((file) => file.HoursPage),
  },
]
