import { IconBell } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { alertsProblems } from './alerts-problems.ts'

/** Who is told when something is out of line, and what became of it. */
export const alerts: Room = {
  problemWords: alertsProblems,
  slots: { bell: () => import('./Bell.tsx').then((file) => file.Bell) },
  centerPages: [
    {
      path: '/alerts',
      may: 'readAlerts',
      page: () => import('./AlertsPage.tsx').then((file) => file.AlertsPage),
      menu: { title: { ru: 'Тревоги', en: 'Alerts' }, icon: IconBell, order: 15 },
    },
  ],
}
