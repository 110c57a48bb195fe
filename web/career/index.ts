import { IconId } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { careerProblems } from './career-problems.ts'

/** The own résumé. */
export const career: Room = {
  problemWords: careerProblems,
  centerPages: [
    {
      path: '/career',
      may: 'writeResume',
      page: () => import('./CareerPage.tsx').then((file) => file.CareerPage),
      menu: { title: { ru: 'Моё резюме', en: 'My résumé' }, icon: IconId, order: 50 },
    },
  ],
}
