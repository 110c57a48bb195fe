import type { SignInPlace } from '../access/index.ts'
import type { Platform, Tx } from '../platform/index.ts'
import { backupConditions } from './backup-condition.ts'
import { serveInstallation } from './installation.routes.ts'

export interface InstallationPorts {
  /** Where else members may sign in. */
  readonly signInPlace: SignInPlace
}

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
