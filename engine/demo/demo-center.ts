import { addDays, isoWeekday, type LocalDate } from '../time/index.ts'
import type { DemoCampaign, DemoCenter, DemoPauseReason } from './center.ts'
import { demoSkills, demoTeams, inventAgents } from './demo-people.ts'
import { demoQueues, queueNatureByCode } from './demo-queues.ts'

export const demoPauseReasons: readonly DemoPauseReason[] = [
  { code: 'Обед', name: { ru: 'Обед', en: 'Lunch' }, paid: false, allowanceMinutes: 60 },
  { code: 'Перерыв', name: { ru: 'Перерыв', en: 'Break' }, paid: true, allowanceMinutes: 60 },
  { code: 'Личное', name: { ru: 'Личное время', en: 'Personal' }, paid: true, allowanceMinutes: 15 },
  { code: 'Техническая', name: { ru: 'Техническая неисправность', en: 'Technical trouble' }, paid: true },
  { code: 'Обучение', name: { ru: 'Обучение', en: 'Training' }, paid: true, training: true },
  { code: 'Планёрка', name: { ru: 'Планёрка', en: 'Team briefing' }, paid: true, training: true },
]

const campaigns: readonly DemoCampaign[] = [
  {
    name: { ru: 'Чёрная пятница', en: 'Black Friday' },
    queues: ['sales', 'chat'],
    from: '11-24',
    to: '11-30',
    factor: 1.35,
  },
  {
    name: { ru: 'Новогодняя распродажа', en: 'New Year sale' },
    queues: ['sales', 'delivery'],
    from: '12-12',
    to: '12-28',
    factor: 1.18,
  },
  {
    name: { ru: 'К 23 февраля и 8 Марта', en: 'Spring gifts' },
    queues: ['sales', 'chat'],
    from: '02-18',
    to: '03-07',
    factor: 1.15,
  },
  {
    name: { ru: 'Дачный сезон', en: 'Garden season' },
    queues: ['sales', 'delivery'],
    from: '04-20',
    to: '04-29',
    factor: 1.16,
  },
  {
    name: { ru: 'Снова в школу', en: 'Back to school' },
    queues: ['sales', 'delivery'],
    from: '08-20',
    to: '08-31',
    factor: 1.2,
  },
]

/**
 * The demonstration: an invented shop's contact centre of 120 agents and 6 queues. The anchor is the day of installation: the
 * outage, the gap in the records and the bad week lie some weeks before it, and stay there as the days go on.
 */
export function demoCenter({ anchorDate }: { readonly anchorDate: LocalDate }): DemoCenter {
  const badMonday = addDays(mondayOf(anchorDate), -9 * 7)
  return {
    name: { ru: 'Лукошко: товары для дома (демонстрация)', en: 'Lukoshko home goods (demonstration)' },
    timeZone: 'Europe/Moscow',
    calendar: 'ru',
    queues: demoQueues,
    queueNatureByCode,
    skills: demoSkills,
    teams: demoTeams,
    agents: inventAgents(anchorDate),
    pauseReasons: demoPauseReasons,
    campaigns,
    outage: { date: addDays(mondayOf(anchorDate), -4 * 7 + 2), from: '13:20', minutes: 120 },
    recordingGap: { date: addDays(mondayOf(anchorDate), -6 * 7 + 3), from: '10:30', minutes: 210 },
    badWeek: { from: badMonday, to: addDays(badMonday, 6), absentShare: 0.3 },
    anchorDate,
  }
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - isoWeekday(date))
