import type { Room } from '../platform/room.ts'
import { accessProblems } from './access-text.ts'

/** Sign-in, and who may do what. */
export const access: Room = {
  openPages: [
    { path: '/sign-in', signedIn: false, page: () => import('./SignInPage.tsx').then((file) => file.SignInPage) },
    { path: '/welcome', signedIn: true, page: () => import('./WelcomePage.tsx').then((file) => file.WelcomePage) },
    { path: '/reset', signedIn: false, page: () => import('./ResetPage.tsx').then((file) => file.ResetPage) },
    { path: '/security', signedIn: true, page: () => import('./SecurityPage.tsx').then((file) => file.SecurityPage) },
  ],
  problemWords: accessProblems,
  centerPages: [
    {
      path: '/settings/members',
      may: 'manageAccess',
      page: () => import('./MembersPage.tsx').then((file) => file.MembersPage),
      settings: { title: { ru: 'Люди с доступом', en: 'People with access' }, group: 'access', order: 10 },
    },
    {
      path: '/settings/rights',
      may: 'readSettings',
      page: () => import('./RightsPage.tsx').then((file) => file.RightsPage),
      settings: { title: { ru: 'Кому что можно', en: 'Who may what' }, group: 'access', order: 15 },
    },
    {
      path: '/settings/tokens',
      may: 'administer',
      page: () => import('./TokensPage.tsx').then((file) => file.TokensPage),
      settings: { title: { ru: 'Токены', en: 'Tokens' }, group: 'access', order: 20 },
    },
    {
      path: '/settings/api',
      may: 'readSettings',
      page: () => import('./ApiPage.tsx').then((file) => file.ApiPage),
      settings: { title: { ru: 'API', en: 'API' }, group: 'access', order: 25 },
    },
    {
      path: '/settings/audit',
      may: 'readAudit',
      page: () => import('./AuditPage.tsx').then((file) => file.AuditPage),
      settings: { title: { ru: 'Журнал действий', en: 'Audit log' }, group: 'access', order: 30 },
    },
  ],
}
