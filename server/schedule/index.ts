import type { Platform } from '../platform/index.ts'
import { serveSettings } from './settings.routes.ts'

/** Opens the room: who works when. */
export function openSchedule({ http }: Platform): void {
  serveSettings(http)
}
