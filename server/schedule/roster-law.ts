import type { LawViolation, PlannedShift } from '@pult/contract/schedule-roster'
import {
  checkLaw,
  checkNotice,
  gravestFirst,
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

import { cureChanges, cureOnGrid } from './cure-changes.ts'
import { createLaborView, workBreak, workOf, type LaborStaff, type LaborView } from './labor-people.ts'
import type { WorkAround } from './published-work.ts'
import { agreementIn, type StaffFacts, type StaffMember } from './staff-member.ts'

/** What the law check of one roster goes by, as plain data that may cross to a thread. */
export interface LawFacts {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly publishedAt: string | null
  /** The centre has published nothing before: a notice that is too short is told, and blocks nothing. */
  readonly isFirst: boolean
  /** When an unpublished roster would be shown to people at the earliest. */
  readonly today: LocalDate
  readonly timeZone: string
  readonly calendar: string
  readonly staff: StaffFacts
  readonly around: WorkAround
  readonly decisions: ReadonlyMap<string, NonNullable<LawViolation['decision']>>
}

/** How labour law looks at one roster: asked for any shifts. */
export interface RosterLaw {
  readonly labor: LaborView
  readonly staff: ReadonlyMap<number, { readonly member: StaffMember; readonly law: LaborStaff }>
  readonly workOf: (agentId: number, shifts: readonly PlannedShift[]) => PersonWork | null
  readonly check: (shifts: readonly PlannedShift[]) => LawViolation[]
  /** What some people's violations come to from one list of shifts to another, and how many the whole roster has then. */
  readonly compare: (
    before: readonly PlannedShift[],
    after: readonly PlannedShift[],
    agentIds: ReadonlySet<number>,
  ) => LawChange
}

export interface LawChange {
  readonly broken: LawViolation[]
  readonly cured: LawViolation[]
  readonly violations: Record<LawViolation['severity'], number>
}

type ByAgent = ReadonlyMap<number, readonly PlannedShift[]>

export function lawOf(facts: LawFacts): RosterLaw {
  const { firstDay, lastDay, publishedAt, today } = facts
  const zone = createZone(facts.timeZone)
  const labor = createLaborView(zone, facts.calendar, facts.staff, facts)
  const staff = new Map(
    facts.staff.members.flatMap((member) => {
      const agreement = agreementIn(member, facts)
      return agreement === null ? [] : [[member.agentId, { member, law: labor.staffOf(member, agreement) }] as const]
    }),
  )
  const rules = new Map<string, readonly LaborRule[]>([...staff].map(([id, { law }]) => [String(id), law.rules]))
  const personWork = (agentId: number, shifts: readonly PlannedShift[]): PersonWork | null => {
    const found = staff.get(agentId)
    return found === undefined ? null : personWorkOf(found.law, shifts, agentId, facts.around)
  }
  const asked = {
    rulesFor: ({ personId }: LaborPerson): readonly LaborRule[] => rules.get(personId) ?? [],
    calendar: labor.calendar,
    from: firstDay,
    to: lastDay,
  }
  const ofPerson = rememberPeople((agentId, own) => {
    const work = personWork(agentId, own)
    return work === null ? [] : checkLaw({ ...asked, people: [work], publishedOn: null })
  })
  const ofRoster = (byAgent: ByAgent): Violation[] => {
    const people = [...byAgent.keys()].flatMap((agentId) => staff.get(agentId)?.law.person ?? [])
    const publishedOn = publishedAt === null ? today : zone.localDate(Date.parse(publishedAt))
    const found = checkNotice(people, { ...asked, publishedOn })
    // Nobody can be told a month ahead by the first roster there is: until now they worked by another schedule.
    return facts.isFirst ? found.map((violation) => ({ ...violation, severity: atMostWarn(violation) })) : found
  }
  const tell = (found: readonly Violation[], byAgent: ByAgent): LawViolation[] =>
    tellAll(gravestFirst(found), byAgent, { labor, staff, personWork, facts })
  return {
    labor,
    staff,
    workOf: personWork,
    check(shifts) {
      const byAgent = groupByAgent(shifts)
      const own = [...byAgent].flatMap(([agentId, hers]) => ofPerson(agentId, hers).found)
      return tell([...own, ...ofRoster(byAgent)], byAgent)
    },
    compare(before, after, agentIds) {
      const [then, now] = [groupByAgent(before), groupByAgent(after)]
      const of = (byAgent: ByAgent): Map<string, Violation> =>
        new Map(
          [...agentIds]
            .flatMap((agentId) => ofPerson(agentId, byAgent.get(agentId) ?? []).found)
            .map((violation) => [violationKey(violation), violation]),
        )
      const [was, is] = [of(then), of(now)]
      const counts = [...now].map(([agentId, hers]) => ofPerson(agentId, hers).counts)
      return {
        broken: tell(
          [...is].flatMap(([key, one]) => (was.has(key) ? [] : [one])),
          now,
        ),
        cured: tell(
          [...was].flatMap(([key, one]) => (is.has(key) ? [] : [one])),
          then,
        ),
        violations: [...counts, countViolations(ofRoster(now))].reduce(sumOf),
      }
    },
  }
}

const groupByAgent = (shifts: readonly PlannedShift[]): ByAgent => Map.groupBy(shifts, ({ agentId }) => agentId)

type Counts = LawChange['violations']

interface OwnViolations {
  readonly own: readonly PlannedShift[]
  readonly found: readonly Violation[]
  readonly counts: Counts
}

/** Answers at once for whoever has the very same shifts as when she was asked about last. */
function rememberPeople(
  check: (agentId: number, own: readonly PlannedShift[]) => readonly Violation[],
): (agentId: number, own: readonly PlannedShift[]) => OwnViolations {
  const known = new Map<number, OwnViolations>()
  return (agentId, own) => {
    const last = known.get(agentId)
    if (last?.own.length === own.length && last.own.every((shift, place) => shift === own[place])) return last
    const found = own.length === 0 ? [] : check(agentId, own)
    const checked = { own, found, counts: countViolations(found) }
    known.set(agentId, checked)
    return checked
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

const atMostWarn = ({ severity }: Violation): Violation['severity'] => (severity === 'block' ? 'warn' : severity)

interface Known extends Pick<RosterLaw, 'labor' | 'staff'> {
  readonly personWork: RosterLaw['workOf']
  readonly facts: LawFacts
}

function tellAll(
  found: readonly Violation[],
  byAgent: ByAgent,
  { labor, staff, personWork, facts: { decisions, isFirst } }: Known,
): LawViolation[] {
  const nobody: Named = { agentId: null, name: null, decisions, own: [], work: null }
  const named = new Map<string, Named>()
  const nameOf = (personId: string): Named => {
    const agentId = Number(personId)
    const own = byAgent.get(agentId) ?? []
    const name = staff.get(agentId)?.member.name ?? null
    return { agentId, name, decisions, own, work: personWork(agentId, own) }
  }
  return found.map((violation) => {
    const { personId } = violation
    const who = personId === null ? nobody : (named.get(personId) ?? nameOf(personId))
    if (personId !== null) named.set(personId, who)
    const told = present(violation, labor, who)
    return isFirst && violation.code === 'noticeTooShort' ? { ...told, sentence: withReason(told.sentence) } : told
  })
}

const firstReason = {
  ru: 'Это первый график, который публикует центр: заранее показать его было нельзя, поэтому публикации это не мешает.',
  en: 'This is the first roster that the centre publishes: it could not be shown earlier, so this does not stand in its way.',
}

const withReason = ({ ru, en }: LawViolation['sentence']): LawViolation['sentence'] => ({
  ru: `${ru} ${firstReason.ru}`,
  en: `${en} ${firstReason.en}`,
})

interface Named {
  readonly agentId: number | null
  readonly name: string | null
  readonly decisions: LawFacts['decisions']
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
    cures: violation.cures
      .map((exact) => cureOnGrid(exact, own))
      .map((cure) => ({
        acts: cure.map(({ act }) => act),
        sentence: { ru: sayCure(cure, 'ru', calendar), en: sayCure(cure, 'en', calendar) },
        changes: cureChanges(cure, own, work),
      })),
    isProvisional: violation.isProvisional,
    decision: decisions.get(key) ?? null,
  }
}

/** How many of each severity. */
function countViolations(violations: readonly Violation[]): Counts {
  const counts = { block: 0, warn: 0, pay: 0, info: 0 }
  for (const { severity } of violations) counts[severity === 'off' ? 'info' : severity]++
  return counts
}

const sumOf = (one: Counts, other: Counts): Counts => ({
  block: one.block + other.block,
  warn: one.warn + other.warn,
  pay: one.pay + other.pay,
  info: one.info + other.info,
})
