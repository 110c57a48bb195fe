import { sql } from 'kysely'

import type { LawViolation, PlannedShift } from '@pult/contract/schedule-roster'
import {
  checkLaw,
  sayCure,
  sayViolation,
  violationKey,
  type LaborPerson,
  type LaborRule,
  type PersonWork,
  type Violation,
  type WorkShift,
} from '@pult/engine/labor'
import { createZone, MINUTE_MS, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import { cureChanges } from './cure-changes.ts'
import { createLaborView, workOf, type LaborStaff, type LaborView } from './labor-people.ts'
import { readWorkAround, workBreak, type WorkAround } from './published-work.ts'
import type { KeptRoster } from './roster-store.ts'
import { agreementIn, readStaff, type StaffMember } from './staff-facts.ts'

/** How labour law looks at one roster: read once, asked for any shifts. */
export interface RosterLaw {
  readonly labor: LaborView
  readonly staff: ReadonlyMap<number, { readonly member: StaffMember; readonly law: LaborStaff }>
  readonly workOf: (agentId: number, shifts: readonly PlannedShift[]) => PersonWork | null
  /** Of these people alone, or of everybody who has a shift. */
  readonly check: (shifts: readonly PlannedShift[], agentIds?: ReadonlySet<number>) => LawViolation[]
}

type Span = Pick<KeptRoster, 'rosterId' | 'seriesId' | 'firstDay' | 'lastDay' | 'publishedAt'>

/** `today` is when an unpublished roster would be shown to people at the earliest. */
export async function readLaw(tx: Tx, centerId: number, roster: Span, today: LocalDate): Promise<RosterLaw> {
  const { firstDay, lastDay, publishedAt, rosterId } = roster
  const { timeZone, calendar } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const facts = await readStaff(tx, centerId, roster)
  const labor = createLaborView(zone, calendar, facts, roster)
  const around = await readWorkAround(tx, centerId, roster)
  const decisions = await readDecisions(tx, centerId, rosterId)
  const staff = new Map(
    facts.members.flatMap((member) => {
      const agreement = agreementIn(member, roster)
      return agreement === null ? [] : [[member.agentId, { member, law: labor.staffOf(member, agreement) }] as const]
    }),
  )
  const rules = new Map<string, readonly LaborRule[]>([...staff].map(([id, { law }]) => [String(id), law.rules]))
  const personWork = (agentId: number, shifts: readonly PlannedShift[]): PersonWork | null => {
    const found = staff.get(agentId)
    return found === undefined ? null : personWorkOf(found.law, shifts, agentId, around)
  }
  return {
    labor,
    staff,
    workOf: personWork,
    check(shifts, agentIds) {
      const byAgent = Map.groupBy(shifts, ({ agentId }) => agentId)
      const people = [...byAgent].flatMap(([agentId, own]) =>
        agentIds?.has(agentId) === false ? [] : (personWork(agentId, own) ?? []),
      )
      const violations = checkLaw({
        people,
        rulesFor: ({ personId }: LaborPerson) => rules.get(personId) ?? [],
        calendar: labor.calendar,
        from: firstDay,
        to: lastDay,
        publishedOn: publishedAt === null ? today : zone.localDate(Date.parse(publishedAt)),
      })
      return violations.map((violation) => {
        const agentId = violation.personId === null ? null : Number(violation.personId)
        const name = agentId === null ? null : (staff.get(agentId)?.member.name ?? null)
        const own = agentId === null ? [] : (byAgent.get(agentId) ?? [])
        const work = agentId === null ? null : personWork(agentId, own)
        return present(violation, labor, { agentId, name, decisions, own, work })
      })
    },
  }
}

function personWorkOf(
  law: LaborStaff,
  shifts: readonly PlannedShift[],
  agentId: number,
  { shifts: around, months }: WorkAround,
): PersonWork {
  const own = shifts.map(({ start, end, breaks }): WorkShift => ({
    start: Date.parse(start) / MINUTE_MS,
    end: Date.parse(end) / MINUTE_MS,
    breaks: breaks.map(workBreak),
  }))
  const all = [...(around.get(agentId) ?? []), ...own].toSorted((left, right) => left.start - right.start)
  return workOf(law, all, months.get(agentId))
}

interface Named {
  readonly agentId: number | null
  readonly name: string | null
  readonly decisions: ReadonlyMap<string, NonNullable<LawViolation['decision']>>
  /** Her shifts on the roster, and all her work as the law sees it. */
  readonly own: readonly PlannedShift[]
  readonly work: PersonWork | null
}

function present(
  violation: Violation,
  { calendar }: LaborView,
  { agentId, name, decisions, own, work }: Named,
): LawViolation {
  const key = violationKey(violation)
  const { span, severity } = violation
  return {
    key,
    agentId,
    agentName: name,
    day: calendar.dateOf(calendar.dayOf(span.start)),
    start: new Date(span.start * MINUTE_MS).toISOString(),
    end: new Date(span.end * MINUTE_MS).toISOString(),
    ruleId: violation.ruleId,
    article: violation.article,
    severity: severity === 'off' ? 'info' : severity,
    isVerified: violation.isVerified,
    measured: violation.measured,
    limit: violation.limit,
    unit: violation.unit,
    excess: violation.excess,
    sentence: { ru: sayViolation(violation, 'ru'), en: sayViolation(violation, 'en') },
    cures: violation.cures.map((cure) => ({
      acts: cure.map(({ act }) => act),
      sentence: { ru: sayCure(cure, 'ru', calendar), en: sayCure(cure, 'en', calendar) },
      changes: cureChanges(cure, own, work),
    })),
    isProvisional: violation.isProvisional,
    decision: decisions.get(key) ?? null,
  }
}

async function readDecisions(tx: Tx, centerId: number, rosterId: number): Promise<Named['decisions']> {
  const { rows } = await sql<{ key: string; reason: string; byName: string; at: string }>`
    select key, reason, by_name as "byName", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from roster_decision where center_id = ${centerId} and roster_id = ${rosterId}
  `.execute(tx)
  return new Map(rows.map(({ key, ...decision }) => [key, decision]))
}

/** How many of each severity. */
export function countViolations(violations: readonly LawViolation[]): Record<LawViolation['severity'], number> {
  const counts = { block: 0, warn: 0, pay: 0, info: 0 }
  for (const { severity } of violations) counts[severity]++
  return counts
}
