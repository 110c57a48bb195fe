import type { Permission, Reach, Role } from '@pult/contract/permissions'

import type { Tx } from './database.ts'

/** A signed-in person or a token, before any centre is chosen. */
export interface Identity {
  readonly kind: 'user' | 'token'
  /** The user's id, or the id of the person who made the token. */
  readonly userId: string
  readonly name: string
  /** Administrator of this installation: may make centres. */
  readonly administersInstallation: boolean
  /** Signed in by a second factor too; a token has none to show. */
  readonly isStrong?: boolean
  /** A token opens one centre only. */
  readonly tokenCenterId?: number
  readonly tokenRole?: Role
  /** Only these acts of its role; null or absent where it is not narrowed. */
  readonly tokenOnly?: readonly Permission[] | null
}

/** Who acts, in which centre, and how far she sees. */
export interface Caller extends Identity {
  readonly centerId: number
  readonly role: Role
  readonly reach: Reach
  readonly may: (permission: Permission) => boolean
  /** With reach `teams`: the teams she supervises. */
  readonly teamIds: readonly number[]
  /** With reach `self`: the agent she is; null when not linked to one, and then she sees nothing. */
  readonly agentId: number | null
}

/** What the platform asks of the access room, so that it need not know it. */
export interface Gatekeeper {
  /** Who sends this request; null when nobody is signed in. Throws a RequestProblem for a bad token. */
  identify(headers: Headers): Promise<Identity | null>
  /** Her place in the centre; null when she has none. */
  admit(identity: Identity, centerId: number): Promise<Caller | null>
  /** Writes a line of the audit log, in the transaction of the act itself. */
  audit(tx: Tx, caller: Pick<Caller, 'userId' | 'kind' | 'name' | 'centerId'>, entry: AuditEntry): Promise<void>
}

export interface AuditEntry {
  /** What was done, `room.subject.act`: `center.queue.create`. */
  readonly act: string
  /** On what: `queue 12`. */
  readonly subject: string
  /** What changed. Never a secret, never a customer. */
  readonly detail?: Readonly<Record<string, unknown>>
  /** Of what pages ask again by themselves: no second line by the same person within so many minutes, where all of it is the same. */
  readonly onceInMinutes?: number
}
