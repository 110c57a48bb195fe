import type { TodayFlow } from '../measures/index.ts'
import type { Gatekeeper, Platform } from '../platform/index.ts'
import { serveWall } from './wall.routes.ts'
import { serveWallboards } from './wallboards.routes.ts'

interface WallboardPorts {
  /** The running day, computed once for Today and every screen. */
  readonly today: TodayFlow
  readonly audit: Gatekeeper['audit']
}

/** Opens the room of screens on the wall: serves its routes. */
export function openWallboards(
  platform: Platform,
  { today, audit }: WallboardPorts,
  clock: () => number = Date.now,
): void {
  serveWallboards(platform, { today, clock })
  serveWall(platform, { today, audit, clock })
}
