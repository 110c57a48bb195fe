import type { Platform, Tx } from '../platform/index.ts'
import { backupConditions } from './backup-condition.ts'
import { serveInstallation, type InstallationPorts } from './installation.routes.ts'

/** How this Pult itself is. */
export interface Installation {
  /** What of it is out of line for a centre. */
  readonly conditions: (tx: Tx, centerId: number, now: number) => ReturnType<typeof backupConditions>
}

/** Opens the room: slow questions, backups, sign-in at another place. */
export function openInstallation(
  platform: Platform,
  ports: InstallationPorts,
  clock: () => number = Date.now,
): Installation {
  serveInstallation(platform, ports, clock)
  return { conditions: (tx, centerId, now) => backupConditions(platform.database, tx, centerId, now) }
}
