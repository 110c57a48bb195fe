import { IconChartBar, IconGauge } from '@tabler/icons-react'

import { todayRoutes } from '@pult/contract/measures-today'

import { replyQuery } from '../platform/replies.ts'
import type { Room } from '../platform/room.ts'
import { definitionsProblems } from './definitions/definitions-problems.ts'
import { reconcileProblems } from './reconcile/reconcile-problems.ts'

/** What happened: the running day and every measure. */
export const measures: Room = {
  problemWords: {
    en: { ...reconcileProblems.en, ...definitionsProblems.en },
    ru: { ...reconcileProblems.ru, ...definitionsProblems.ru },
  },
  centerPages: [
    {
      path: '/today',
      may: 'readMeasures',
      page: () => import('./TodayPage.tsx').then((file) => file.TodayPage),
      warm: ({ centerId }) => [replyQuery(todayRoutes.readToday, { params: { centerId } })],
      menu: { title: { ru: 'Сегодня', en: 'Today' }, icon: IconGauge, order: 10 },
    },
    {
      path: '/measures',
      may: 'readMeasures',
      page: () => import('./MeasuresPage.tsx').then((file) => file.MeasuresPage),
      menu: { title: { ru: 'Показатели', en: 'Measures' }, icon: IconChartBar, order: 20 },
    },
    {
      path: '/measures/reconcile',
      may: 'reconcile',
      page: () => import('./reconcile/ReconcilePage.tsx').then((file) => file.ReconcilePage),
    },
    {
      path: '/settings/definitions',
      may: 'readSettings',
      page: () => import('./definitions/DefinitionsPage.tsx').then((file) => file.DefinitionsPage),
      settings: { title: { ru: 'Определения', en: 'Definitions' }, group: 'center', order: 45 },
    },
    {
      path: '/measures/views/$viewId',
      may: 'readMeasures',
      page: () => import('./SavedViewPage.tsx').then((file) => file.SavedViewPage),
    },
  ],
}
