import type { Room } from '../platform/room.ts'

/** The living demonstration, marked as such on every page of it. */
export const demo: Room = {
  slots: { strip: () => import('./DemoStrip.tsx').then((file) => file.DemoStrip) },
}
