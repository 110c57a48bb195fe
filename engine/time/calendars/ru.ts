import type { CalendarYear } from './calendar-year.ts'

/**
 * Russia's production calendar. Holidays: Labour Code, article 112. Transferred days: the government's decree of each year, named
 * beside it. Facts of law, carried as data; a year that is missing has no decree yet.
 */
export const ru: Readonly<Record<string, CalendarYear>> = {
  '2025': {
    source: 'Постановление Правительства РФ 04.10.2024 № 1335; ТК РФ ст. 112',
    holidays: [
      '2025-01-01',
      '2025-01-02',
      '2025-01-03',
      '2025-01-04',
      '2025-01-05',
      '2025-01-06',
      '2025-01-07',
      '2025-01-08',
      '2025-02-23',
      '2025-03-08',
      '2025-05-01',
      '2025-05-09',
      '2025-06-12',
      '2025-11-04',
    ],
    transferredDaysOff: ['2025-05-02', '2025-12-31', '2025-05-08', '2025-06-13', '2025-11-03'],
    workingWeekendDays: ['2025-11-01'],
    shortenedDays: ['2025-03-07', '2025-04-30', '2025-06-11', '2025-11-01'],
  },
  '2026': {
    source: 'Постановление Правительства РФ от 24.09.2025 ; ТК РФ ст. 112',
    holidays: [
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
      '2026-01-05',
      '2026-01-06',
      '2026-01-07',
      '2026-01-08',
      '2026-02-23',
      '2026-03-08',
      '2026-05-01',
      '2026-05-09',
      '2026-06-12',
      '2026-11-04',
    ],
    transferredDaysOff: ['2026-01-09', '2026-12-31', '2026-03-09', '2026-05-11'],
    workingWeekendDays: [],
    shortenedDays: ['2026-04-30', '2026-05-08', '2026-06-11', '2026-11-03'],
  },
}
