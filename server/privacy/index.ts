import type { Veil } from '../contacts/index.ts'
import type { Platform, Round } from '../platform/index.ts'
import type { AccountPorts } from './erase-person.ts'
import { serveNotices } from './notices.routes.ts'
import { servePrivacy } from './privacy.routes.ts'
import { serveRegisters } from './registers.routes.ts'
import { requestConditions } from './request-conditions.ts'
import { serveRetention } from './retention.routes.ts'

export interface PrivacyPorts extends AccountPorts {
  readonly veil: Veil
  readonly deleteAccount: (userId: string) => Promise<void>
}

export interface Privacy extends Round {
  /** Which requests of a centre must be answered soon, or should have been. */
  readonly conditions: typeof requestConditions
}

/** Opens the room: what is held of a person, found, given out and removed; how long it is kept; what people were told. */
export function openPrivacy(platform: Platform, given: PrivacyPorts, clock: () => number = Date.now): Privacy {
  const ports = { ...given, clock }
  servePrivacy(platform.http, ports.accountsOf)
  serveRegisters(platform, ports)
  serveNotices(platform.http)
  const { start, stop } = serveRetention(platform, ports)
  return { start, stop, conditions: requestConditions }
}
