import { IconDeviceTv } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { wallboardsProblems } from './wallboards-problems.ts'

/** Screens on the wall. */
export const wallboards: Room = {
  problemWords: wallboardsProblems,
  openPages: [
    { path: '/wall/$token', signedIn: false, page: () => import('./WallPage.tsx').then((file) => file.WallPage) },
  ],
  centerPages: [
    {
      path: '/wallboards',
      may: 'readWallboards',
      page: () => import('./WallboardsPage.tsx').then((file) => file.WallboardsPage),
      menu: { title: { ru: 'Табло', en: 'Wallboards' }, icon: IconDeviceTv, order: 17 },
    },
    {
      path: '/wallboards/$wallboardId',
      may: 'readWallboards',
      page: () => import('./WallboardPage.tsx').then((file) => file.WallboardPage),
    },
    {
      path: '/wallboards/$wallboardId/edit',
      may: 'editWallboards',
      page: () => import('./EditPage.tsx').then((file) => file.EditPage),
    },
  ],
}
