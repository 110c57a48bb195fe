import type { CenterPage } from '../platform/room.ts'

/** Pages of Settings from which rosters are made. */
export const settingsPages: readonly CenterPage[] = [
  {
    path: '/settings/shift-templates',
    may: 'readRosters',
    page: () => import('./ShiftTemplatesPage.tsx').then((file) => file.ShiftTemplatesPage),
    settings: { title: { ru: 'Типы смен', en: 'Shift templates' }, group: 'schedule', order: 10 },
  },
  {
    path: '/settings/rotations',
    may: 'readRosters',
    page: () => import('./RotationsPage.tsx').then((file) => file.RotationsPage),
    settings: { title: { ru: 'Чередования', en: 'Rotations' }, group: 'schedule', order: 20 },
  },
  {
    path: '/settings/activities',
    may: 'readRosters',
    page: () => import('./ActivitiesPage.tsx').then((file) => file.ActivitiesPage),
    settings: { title: { ru: 'Встречи и обучение', en: 'Meetings and trainings' }, group: 'schedule', order: 25 },
  },
  {
    path: '/settings/wishes',
    may: 'readRosters',
    page: () => import('./WishesPage.tsx').then((file) => file.WishesPage),
    settings: { title: { ru: 'Пожелания', en: 'Wishes' }, group: 'schedule', order: 30 },
  },
  {
    path: '/settings/labor-rules',
    may: 'readRosters',
    page: () => import('./LaborRulesPage.tsx').then((file) => file.LaborRulesPage),
    settings: { title: { ru: 'Правила труда', en: 'Labour rules' }, group: 'schedule', order: 40 },
  },
]
