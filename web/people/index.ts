import type { Room } from '../platform/room.ts'
import { peopleProblems } from './people-problems.ts'

/** Who works here: teams, agents, skills, reasons to pause. */
export const people: Room = {
  problemWords: peopleProblems,
  centerPages: [
    {
      path: '/settings/agents',
      may: 'readSettings',
      page: () => import('./AgentsPage.tsx').then((file) => file.AgentsPage),
      settings: { title: { ru: 'Операторы', en: 'Agents' }, group: 'people', order: 10 },
    },
    {
      path: '/settings/agents/$agentId',
      may: 'readSettings',
      page: () => import('./AgentsPage.tsx').then((file) => file.AgentsPage),
    },
    {
      path: '/settings/teams',
      may: 'readSettings',
      page: () => import('./TeamsPage.tsx').then((file) => file.TeamsPage),
      settings: { title: { ru: 'Группы', en: 'Teams' }, group: 'people', order: 20 },
    },
    {
      path: '/settings/skills',
      may: 'readSettings',
      page: () => import('./SkillsPage.tsx').then((file) => file.SkillsPage),
      settings: { title: { ru: 'Навыки', en: 'Skills' }, group: 'people', order: 30 },
    },
    {
      path: '/settings/pause-reasons',
      may: 'readSettings',
      page: () => import('./PauseReasonsPage.tsx').then((file) => file.PauseReasonsPage),
      settings: { title: { ru: 'Причины пауз', en: 'Pause reasons' }, group: 'people', order: 40 },
    },
    {
      path: '/settings/agreements',
      may: 'readAgreements',
      page: () => import('./AgreementsPage.tsx').then((file) => file.AgreementsPage),
      settings: { title: { ru: 'Трудовые договоры', en: 'Work agreements' }, group: 'people', order: 50 },
    },
    {
      path: '/settings/absences',
      may: 'readSchedule',
      page: () => import('./AbsencesPage.tsx').then((file) => file.AbsencesPage),
      settings: { title: { ru: 'Отпуска и отсутствия', en: 'Leave and absences' }, group: 'people', order: 60 },
    },
    {
      path: '/settings/availability',
      may: 'readSchedule',
      page: () => import('./AvailabilityPage.tsx').then((file) => file.AvailabilityPage),
      settings: { title: { ru: 'Доступность', en: 'Availability' }, group: 'people', order: 70 },
    },
  ],
}
