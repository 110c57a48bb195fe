import { IconChartDots3 } from '@tabler/icons-react'

import type { Room } from '../platform/room.ts'
import { forecastProblems } from './forecast-problems.ts'

/** What is expected to come. */
export const forecast: Room = {
  problemWords: forecastProblems,
  centerPages: [
    {
      path: '/forecast',
      may: 'readForecast',
      page: () => import('./ForecastPage.tsx').then((file) => file.ForecastPage),
      menu: { title: { ru: 'Прогноз', en: 'Forecast' }, icon: IconChartDots3, order: 45 },
    },
    {
      path: '/forecast/accuracy',
      may: 'readForecast',
      page: () => import('./AccuracyPage.tsx').then((file) => file.AccuracyPage),
    },
  ],
}
