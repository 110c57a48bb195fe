import type { Room } from '../platform/room.ts'
import { privacyProblems } from './privacy-problems.ts'

/** Personal data: found, given out, removed; how long it is kept; what people were told. */
export const privacy: Room = {
  problemWords: privacyProblems,
  centerPages: [
    {
      path: '/settings/personal-data',
      may: 'managePersonalData',
      page: () => import('./PersonalDataPage.tsx').then((file) => file.PersonalDataPage),
      settings: { title: { ru: 'Персональные данные', en: 'Personal data' }, group: 'access', order: 40 },
    },
  ],
}
