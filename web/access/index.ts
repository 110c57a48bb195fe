import type { Room } from '../platform/room.ts'

/** Sign-in, and who may do what. */
export const access: Room = {
  openPages: [
    { path: '/sign-in', signedIn: false, page: () => import('./SignInPage.tsx').then((file) => file.SignInPage) },
    { path: '/welcome', signedIn: true, page: () => import('./WelcomePage.tsx').then((file) => file.WelcomePage) },
  ],
  centerPages: [],
}
