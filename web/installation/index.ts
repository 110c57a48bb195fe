import type { Room } from '../platform/room.ts'
import { installationProblems } from './installation-text.ts'

/** How this Pult itself is. */
export const installation: Room = {
  problemWords: installationProblems,
  centerPages: [
    {
      path: '/settings/installation',
      may: 'administer',
      page: () => import('./InstallationPage.tsx').then((file) => file.InstallationPage),
      settings: { title: { ru: 'Этот Пульт', en: 'This Pult' }, group: 'access', order: 50 },
    },
  ],
}
