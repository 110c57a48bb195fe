import { IconClockPlay } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'

/** The running day against its plan. */
export const intraday: Room = {
  centerPages: [
    {
      path: '/intraday',
      may: 'readForecast',
      page: () => import('./IntradayPage.tsx').then((file) => file.IntradayPage),
      menu: { title: { ru: 'День', en: 'Intraday' }, icon: IconClockPlay, order: 47 },
    },
  ],
}
