import type { Room } from '../platform/room.ts'
import { settingsPages } from './settings-pages.ts'
import { settingsProblems } from './settings-problems.ts'

/** Who works when. */
export const schedule: Room = {
  problemWords: settingsProblems,
  centerPages: [...settingsPages],
}
