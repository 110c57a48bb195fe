import type { ImportReport } from '@pult/contract/imports'
import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'

import { joinRows } from '../importers/joined-rows.ts'
import type { ContactParts, Finding, Sink } from '../importers/reading.ts'

/** What of the report the reading itself knows. */
export type ReadCounts = Pick<
  ImportReport,
  'rejected' | 'repaired' | 'flagged' | 'leftOut' | 'contacts' | 'states' | 'byQueue' | 'byEvent'
> & { from: number | null; to: number | null }

/** Records and findings since the last time they were taken. */
export interface Piece {
  readonly contacts: ContactRecord[]
  readonly states: AgentStateRecord[]
  readonly findings: Finding[]
}

export interface Collector extends Sink {
  readonly counts: ReadCounts
  readonly waiting: () => number
  take(): Piece
  /** Contacts told in parts, since the last time they were taken. */
  takeParts(): ContactParts[]
  readonly partsWaiting: () => number
  /** Joins a contact told in parts with what is stored of it. */
  join(parts: ContactParts, told?: readonly ContactRecord[]): void
}

/** Findings beyond these are counted and not kept: ten thousand are more than anybody reads. */
const MOST_FINDINGS = 10_000
const MOST_QUEUES = 2000
/** A damaged file has names as long as a book: how one begins says which it is. */
const LONGEST_DETAIL = 200

const shortened = ({ details, ...finding }: Finding): Finding => ({
  ...finding,
  details: Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, LONGEST_DETAIL) : value,
    ]),
  ),
})

/** A sink that counts for the report and keeps records until they are taken. */
export function createCollector(): Collector {
  const counts: ReadCounts = {
    rejected: {},
    repaired: {},
    flagged: {},
    leftOut: 0,
    contacts: 0,
    states: 0,
    // A queue may be called "constructor" or "__proto__": only an object without a prototype takes any name.
    byQueue: Object.create(null) as ReadCounts['byQueue'],
    byEvent: {},
    from: null,
    to: null,
  }
  let piece: Piece = { contacts: [], states: [], findings: [] }
  let parts: ContactParts[] = []
  let kept = 0
  const seen = (instant: number): void => {
    counts.from = counts.from === null ? instant : Math.min(counts.from, instant)
    counts.to = counts.to === null ? instant : Math.max(counts.to, instant)
  }
  const collector: Collector = {
    counts,
    waiting: () => piece.contacts.length + piece.states.length,
    contact(record) {
      counts.contacts++
      seen(record.offeredAt)
      countQueue(counts, record)
      piece.contacts.push(record)
    },
    contactInParts(given) {
      parts.push(given)
    },
    state(record) {
      counts.states++
      seen(record.startedAt)
      piece.states.push(record)
    },
    finding(finding) {
      const byCode = finding.kind === 'conflict' ? undefined : counts[finding.kind]
      if (byCode !== undefined) byCode[finding.code] = (byCode[finding.code] ?? 0) + 1
      if (kept++ < MOST_FINDINGS) piece.findings.push(shortened(finding))
    },
    leftOut() {
      counts.leftOut++
    },
    event(name) {
      counts.byEvent[name] = (counts.byEvent[name] ?? 0) + 1
    },
    take() {
      const taken = piece
      piece = { contacts: [], states: [], findings: [] }
      return taken
    },
    takeParts() {
      const taken = parts
      parts = []
      return taken
    },
    partsWaiting: () => parts.length,
    join(given, told) {
      for (const leg of joinRows(given, told)) {
        collector.event(leg.outcome)
        collector.contact(leg)
      }
    },
  }
  return collector
}

function countQueue(counts: ReadCounts, { queue = '', direction, outcome }: ContactRecord): void {
  if (direction !== 'inbound') return
  const known = counts.byQueue[queue]
  if (known === undefined && Object.keys(counts.byQueue).length >= MOST_QUEUES) return
  const of = known ?? { offered: 0, answered: 0, abandoned: 0, flowedOut: 0 }
  counts.byQueue[queue] = of
  of.offered++
  if (outcome === 'answered' || outcome === 'abandoned' || outcome === 'flowedOut') of[outcome]++
}
