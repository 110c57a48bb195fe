import type { Agreement } from '@pult/contract/people-agreements'
import type { LocalDate } from '@pult/engine/time'

import type { RosterWarning } from './planned-demand.ts'
import { agreementIn, type StaffFacts, type StaffMember } from './staff-member.ts'

/** A member of a roster: she has an agreement, queues, and templates she may work. */
export interface Member {
  readonly staff: StaffMember
  readonly agreement: Agreement
  /** Queues whose contacts she takes, best first. */
  readonly queueIds: readonly number[]
  readonly templateIds: readonly number[]
}

interface Asked {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** Null: everybody who can be. */
  readonly agentIds: readonly number[] | null
  readonly queueIds: readonly number[]
  readonly agentQueues: ReadonlyMap<number, readonly number[]>
  readonly templateAgents: ReadonlyMap<number, readonly number[]>
}

/** Who is on the roster, and who is left out and why; each left out has a warning with her name. */
export function chooseMembers(
  { members }: StaffFacts,
  { firstDay, lastDay, agentIds, queueIds: needed, agentQueues, templateAgents }: Asked,
): { readonly members: readonly Member[]; readonly warnings: readonly RosterWarning[] } {
  const warnings: RosterWarning[] = []
  const chosen: Member[] = []
  const asked = agentIds === null ? null : new Set(agentIds)
  for (const staff of members) {
    if (asked === null ? !staff.isConfirmed : !asked.has(staff.agentId)) continue
    const leaveOut = (code: string): void => {
      warnings.push({ code, values: { agentId: staff.agentId, name: staff.name } })
    }
    const agreement = agreementIn(staff, { firstDay, lastDay })
    if (agreement === null) {
      leaveOut('noAgreement')
      continue
    }
    const queueIds = agentQueues.get(staff.agentId) ?? []
    if (!queueIds.some((queueId) => needed.includes(queueId))) {
      leaveOut('noQueue')
      continue
    }
    const templateIds = [...templateAgents].flatMap(([templateId, agents]) =>
      agents.includes(staff.agentId) ? [templateId] : [],
    )
    if (templateIds.length === 0) {
      leaveOut('noTemplate')
      continue
    }
    chosen.push({ staff, agreement, queueIds, templateIds })
  }
  return { members: chosen, warnings }
}
