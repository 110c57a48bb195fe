import { IconArrowsSplit2 } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { simulationProblems } from './simulation-problems.ts'

/** Days of the centre tried differently. */
export const simulation: Room = {
  problemWords: simulationProblems,
  centerPages: [
    {
      path: '/what-if',
      may: 'readSimulation',
      page: () => import('./WhatIfPage.tsx').then((file) => file.WhatIfPage),
      menu: { title: { ru: 'Что если', en: 'What-if' }, icon: IconArrowsSplit2, order: 48 },
    },
  ],
}
