import type { Platform } from '../platform/index.ts'
import { serveStaffing } from './staffing.routes.ts'

/** Opens the room: how many agents each queue needs, and why. */
export function openStaffing(platform: Platform, clock: () => number = Date.now): void {
  serveStaffing(platform, clock)
}
