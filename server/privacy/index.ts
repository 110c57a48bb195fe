import type { Veil } from '../contacts/index.ts'
import type { Platform, Round } from '../platform/index.ts'
import type { AccountPorts } from './erase-person.ts'
import { serveNotices } from './notices.routes.ts'
import { servePrivacy } from './privacy.routes.ts'
import { serveRegisters } from './registers.routes.ts'
import { serveRetention } from './retention.routes.ts'

export interface PrivacyPorts extends AccountPorts {
  readonly veil: Veil
  readonly deleteAccount: (userId: string) => Promise<void>
}

/** Opens the room: what is held of a person, found, given out and removed; how long it is kept; what people were told. */
export function openPrivacy(platform: Platform, given: PrivacyPorts, clock: () => number = Date.now): Round {
  const ports = { ...given, clock }
  servePrivacy(platform.http, ports.accountsOf)
  serveRegisters(platform, ports)
  serveNotices(platform.http)
  return serveRetention(platform, ports)
}
