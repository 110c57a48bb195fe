import { IconCalendarUser } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { peoplePages } from './people-pages.ts'
import { scheduleProblems } from './schedule-problems.ts'
import { settingsPages } from './settings-pages.ts'
import { settingsProblems } from './settings-problems.ts'

/** Who works when. */
export const schedule: Room = {
  problemWords: {
    en: { ...settingsProblems.en, ...scheduleProblems.en },
    ru: { ...settingsProblems.ru, ...scheduleProblems.ru },
  },
  centerPages: [
    {
      path: '/schedule',
      may: 'readRosters',
      page: () => import('./SchedulePage.tsx').then((file) => file.SchedulePage),
      menu: { title: { ru: 'График', en: 'Schedule' }, icon: IconCalendarUser, order: 47 },
    },
    ...peoplePages,
    ...settingsPages,
  ],
}
