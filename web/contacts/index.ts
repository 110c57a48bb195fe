import { IconFileImport, IconMessages, IconPhoneX } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { importProblems } from './import-problems.ts'

/** Every contact, lost callers, and the ways in. */
export const contacts: Room = {
  problemWords: importProblems,
  centerPages: [
    {
      path: '/contacts',
      may: 'readContacts',
      page: () => import('./ContactsPage.tsx').then((file) => file.ContactsPage),
      menu: { title: { ru: 'Обращения', en: 'Contacts' }, icon: IconMessages, order: 30 },
    },
    {
      path: '/contacts/$contactRef',
      may: 'readContacts',
      page: () => import('./StoryPage.tsx').then((file) => file.StoryPage),
    },
    {
      path: '/lost-callers',
      may: 'workLostCallers',
      page: () => import('./LostCallersPage.tsx').then((file) => file.LostCallersPage),
      menu: { title: { ru: 'Потерянные', en: 'Lost callers' }, icon: IconPhoneX, order: 40 },
    },
    {
      path: '/imports',
      may: 'importContacts',
      page: () => import('./ImportsPage.tsx').then((file) => file.ImportsPage),
      menu: { title: { ru: 'Импорт', en: 'Import' }, icon: IconFileImport, order: 50 },
    },
    {
      path: '/imports/new',
      may: 'importContacts',
      page: () => import('./NewImportPage.tsx').then((file) => file.NewImportPage),
    },
    {
      path: '/imports/$importId',
      may: 'importContacts',
      page: () => import('./ImportPage.tsx').then((file) => file.ImportPage),
    },
  ],
}
