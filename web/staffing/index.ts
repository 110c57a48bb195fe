import { IconUsersGroup } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { staffingProblems } from './staffing-problems.ts'

/** How many agents are needed, and why. */
export const staffing: Room = {
  problemWords: staffingProblems,
  centerPages: [
    {
      path: '/staffing',
      may: 'readStaffing',
      page: () => import('./StaffingPage.tsx').then((file) => file.StaffingPage),
      menu: { title: { ru: 'Численность', en: 'Staffing' }, icon: IconUsersGroup, order: 46 },
    },
    {
      path: '/staffing/skills',
      may: 'readStaffing',
      page: () => import('./SkillsPage.tsx').then((file) => file.SkillsPage),
    },
  ],
}
