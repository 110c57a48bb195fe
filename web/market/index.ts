import { IconBriefcase } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { marketProblems } from './market-problems.ts'

/** Vacancies of other employers: skills, pay, trends. */
export const market: Room = {
  problemWords: marketProblems,
  centerPages: [
    {
      path: '/market',
      may: 'readMarket',
      page: () => import('./MarketPage.tsx').then((file) => file.MarketPage),
      menu: { title: { ru: 'Рынок', en: 'Market' }, icon: IconBriefcase, order: 49 },
    },
  ],
}
