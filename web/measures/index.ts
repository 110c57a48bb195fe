import { IconGauge } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'

/** What happened: the running day and every measure. */
export const measures: Room = {
  centerPages: [
    {
      path: '/today',
      may: 'readMeasures',
      page: () => import('./TodayPage.tsx').then((file) => file.TodayPage),
      menu: { title: { ru: 'Сегодня', en: 'Today' }, icon: IconGauge, order: 10 },
    },
  ],
}
