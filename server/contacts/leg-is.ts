import { sql, type RawBuilder } from 'kysely'

const answered = sql`l.direction = 'inbound' and l.outcome = 'answered'`
const flowedOut = sql`l.direction = 'inbound' and l.outcome = 'flowedOut'`

/** Which legs count as what. `l` is a leg; the same conditions serve roll-ups, questions to the facts and the list of contacts. */
export const legIs = {
  offered: sql`l.direction = 'inbound'`,
  answered,
  abandoned: sql`l.direction = 'inbound' and l.outcome = 'abandoned'`,
  flowedOut,
  callbackRequested: sql`${flowedOut} and l.flow_reason = 'callbackRequested'`,
  stillOpen: sql`l.direction = 'inbound' and l.outcome = 'open'`,
  held: sql`${answered} and (l.holds > 0 or l.hold_ms > 0)`,
  transferredOut: sql`${answered} and l.transferred_to is not null`,
  hungUpByAgent: sql`${answered} and l.hung_up_by = 'agent'`,
  outboundAttempts: sql`l.direction = 'outbound'`,
  outboundReached: sql`l.direction = 'outbound' and l.outcome = 'answered'`,
} as const satisfies Readonly<Record<string, RawBuilder<unknown>>>
