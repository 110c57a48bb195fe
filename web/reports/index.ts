import { IconReportAnalytics } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { reportsProblems } from './reports-problems.ts'

/** Reports to management: what, to whom, when, and every one that was made. */
export const reports: Room = {
  problemWords: reportsProblems,
  centerPages: [
    {
      path: '/reports',
      may: 'readReports',
      page: () => import('./ReportsPage.tsx').then((file) => file.ReportsPage),
      menu: { title: { ru: 'Отчёты', en: 'Reports' }, icon: IconReportAnalytics, order: 22 },
    },
  ],
}
