import type { ContactRecord } from '@pult/engine/contacts'

import { digestOf } from '../digest.ts'
import type { AttemptRow, ContactParts, Sink } from './reading.ts'

/** Makes one contact of the rows that tell of one. */
export interface JoinedRows {
  add(ref: string, row: AttemptRow, rowNumber: number): void
  /** No more rows come. */
  end(): void
}

/** Rows of one contact stand close together: records are written when it ends. */
const ROWS_APART = 5000
/** More rows than any call has: columns that everything shares were chosen. */
const MOST_ROWS = 500
/** Nor does a call begin again a day later: an id that comes back is another's. */
const LONGEST_CONTACT_MS = 24 * 3_600_000
/** Contacts told already of which a further row is noticed. */
const REMEMBERED = 200_000

interface Group {
  readonly rows: AttemptRow[]
  last: number
  /** Whether rows of it stand far above in this file. */
  readonly isApart: boolean
  /** Whether rows of it may stand elsewhere: there, or in a file before this one. */
  readonly inParts: boolean
}

/**
 * Holds rows until no more of their contact can come, in memory that does not grow with the file. Contacts at both ends of the file,
 * which may go on in another, and those whose rows stand further apart are handed on in parts, to be joined with what is stored.
 */
export function createJoinedRows(
  sink: Pick<Sink, 'contactInParts' | 'finding'>,
  namesAgents: boolean,
  emit: (record: ContactRecord) => void,
): JoinedRows {
  // In the order of their last row, the oldest first.
  const open = new Map<string, Group>()
  const closed = createRecent(REMEMBERED)
  let count = 0

  function close(ref: string, { rows, inParts, isApart }: Omit<Group, 'last'>): void {
    open.delete(ref)
    closed.add(digestOf(ref))
    const parts = { ref, rows, namesAgents, isToldHere: isApart }
    if (inParts) sink.contactInParts(parts)
    else for (const leg of joinRows(parts)) emit(leg)
  }

  function groupOf(ref: string, row: AttemptRow, rowNumber: number): Group {
    const known = open.get(ref)
    if (known !== undefined && known.rows.length < MOST_ROWS && known.rows.every((one) => isNear(one, row)))
      return known
    if (known !== undefined) close(ref, { ...known, inParts: true })
    const isApart = closed.has(digestOf(ref))
    if (isApart)
      sink.finding({ kind: 'flagged', rowNumber, field: null, code: 'rowsApart', details: { call: ref.slice(0, 60) } })
    return { rows: [], last: count, isApart, inParts: isApart || count <= ROWS_APART }
  }

  return {
    add(ref, row, rowNumber) {
      count++
      const group = groupOf(ref, row, rowNumber)
      group.rows.push(row)
      group.last = count
      open.delete(ref)
      open.set(ref, group)
      for (const [oldest, silent] of open) {
        if (silent.last > count - ROWS_APART) break
        close(oldest, silent)
      }
    },
    end() {
      for (const [ref, group] of open) close(ref, { ...group, inParts: true })
    },
  }
}

const isNear = (left: ContactRecord, right: ContactRecord): boolean =>
  Math.abs(left.offeredAt - right.offeredAt) <= LONGEST_CONTACT_MS

/** Remembers the last of many numbers: the older half is forgotten when the newer is full. */
function createRecent(most: number): { add(number: number): void; has(number: number): boolean } {
  let newer = new Set<number>()
  let older = new Set<number>()
  return {
    add(number) {
      newer.add(number)
      if (newer.size < most) return
      older = newer
      newer = new Set()
    },
    has: (number) => newer.has(number) || older.has(number),
  }
}

const keyOfLeg = (ref: string, leg: number): string => (leg === 1 ? ref : `${ref}#${leg}`)

/** Legs of a contact that are looked for at once: few calls have more. */
const LEGS_AT_ONCE = 20

/** Keys under which legs of a contact can be stored, of which so many are known already. */
export const keysOfJoined = (ref: string, known = 0): string[] =>
  Array.from({ length: LEGS_AT_ONCE }, (_, index) => keyOfLeg(ref, known + index + 1))

/** Whether a contact may have more legs than these: as many were found as were looked for. */
export const mayHaveMoreLegs = (found: number): boolean => found > 0 && found % LEGS_AT_ONCE === 0

/** Whether rows and what is stored under their key can be one contact. */
export const areOneContact = ({ rows }: Pick<ContactParts, 'rows'>, told: readonly ContactRecord[]): boolean =>
  told.every((leg) => rows.every((row) => isNear(leg, row)))

/** Of what is stored only that which these rows do not tell anew: the half of a call that another file had. */
export const toldOnlyThere = ({ rows }: Pick<ContactParts, 'rows'>, told: readonly ContactRecord[]): ContactRecord[] =>
  told.filter((leg) => leg.outcome === 'answered' && !withoutSpanning(rows, told).some((row) => isSameTalk(row, leg)))

/** A row about the minutes of several stored conversations is left out: they are known better, and each keeps its key. */
const withoutSpanning = (rows: readonly AttemptRow[], told: readonly ContactRecord[]): readonly AttemptRow[] =>
  rows.filter((row) => told.filter((leg) => isSameTalk(row, leg)).length < 2)

const isSameTalk = (row: ContactRecord, leg: ContactRecord): boolean =>
  row.outcome === 'answered' &&
  leg.outcome === 'answered' &&
  answeredAt(row) < endedAt(leg) &&
  answeredAt(leg) < endedAt(row)

const answeredAt = (row: ContactRecord): number => row.offeredAt + row.waitMs
const endedAt = (row: ContactRecord): number =>
  answeredAt(row) + (row.talkMs ?? 0) + (row.holdMs ?? 0) + (row.acwMs ?? 0)
/** Asterisk's inner channels stand between the caller and whoever is reached through them. */
const isPassage = ({ reached }: AttemptRow): boolean => reached.startsWith('Local/')

/** Who took the call, one after the other. An answer that names nobody was the exchange's own: a greeting, music, a queue. */
function conversations(rows: readonly AttemptRow[], namesAgents: boolean): AttemptRow[] {
  const answers = rows.filter(({ outcome, agent }) => outcome === 'answered' && (!namesAgents || agent !== undefined))
  const [people, spoken] = [
    answers.filter((row) => !isPassage(row)),
    (list: AttemptRow[]) => list.filter(({ talkMs = 0 }) => talkMs > 0),
  ]
  const taken = [spoken(people), people, spoken(answers), answers].find((list) => list.length > 0) ?? []
  const apart: AttemptRow[] = []
  // Two rows about the same minutes are one conversation, told from both ends: the longer telling counts.
  for (const row of taken.toSorted((left, right) => (right.talkMs ?? 0) - (left.talkMs ?? 0))) {
    const isTold = apart.some((one) => answeredAt(row) < endedAt(one) && answeredAt(one) < endedAt(row))
    if (!isTold && (apart.length === 0 || (row.talkMs ?? 0) > 0)) apart.push(row)
  }
  return apart.toSorted((left, right) => answeredAt(left) - answeredAt(right))
}

/**
 * One contact of the rows of its attempts, with a leg for every conversation: a forked dial tells every telephone that rang in a row
 * of its own, and a transfer every conversation. `told` is what is stored of it: joining that with further rows, or the same ones,
 * gives what all at once would, but for attempts in vain, of which only those of the side that knows more are counted.
 */
export function joinRows(
  { ref, rows, namesAgents }: Omit<ContactParts, 'isToldHere'>,
  told: readonly ContactRecord[] = [],
): ContactRecord[] {
  const stored = told.map(({ transferredTo: _to, ...leg }): AttemptRow => ({ ...leg, reached: leg.agent ?? '' }))
  const all = [...withoutSpanning(rows, told), ...stored].toSorted(
    (left, right) => left.offeredAt - right.offeredAt || (left.sourceKey < right.sourceKey ? -1 : 1),
  )
  // The caller's own row, which says what was dialled; rows about inner channels say what those dialled.
  const isOwn = ({ sourceKey }: AttemptRow): boolean => sourceKey.split('|').includes(ref)
  const own = all.find((row) => isOwn(row) && !stored.includes(row)) ?? all.find(isOwn) ?? all[0]
  if (own === undefined) return []
  const offeredAt = Math.min(...all.map((row) => row.offeredAt))
  const flags = [...new Set(all.flatMap((row) => row.flags ?? []))]
  const { agent: _agent, reached: _reached, agentNoAnswers: _attempts, ...caller } = own
  const base = {
    ...caller,
    contactRef: ref,
    sourceKey: ref,
    leg: 1,
    offeredAt,
    ...(flags.length === 0 ? {} : { flags }),
  }
  const spoken = conversations(all, namesAgents)
  const agentNoAnswers = inVain(rows, told)
  if (spoken.length === 0) {
    const lost = all.findLast(({ outcome }) => outcome !== 'answered')?.outcome ?? 'abandoned'
    const waitMs = Math.max(...all.map(endedAt)) - offeredAt
    return [{ ...base, outcome: lost, waitMs, talkMs: 0, ...agentNoAnswers }]
  }
  return spoken.map((row, index) => {
    const next = spoken[index + 1]?.agent
    const { talkMs, holdMs, acwMs, agent } = row
    const conversation = Object.fromEntries(
      Object.entries({ talkMs, holdMs, acwMs, agent }).filter(([, value]) => value !== undefined),
    )
    const transferred = next === undefined || next === agent ? {} : { transferredTo: next }
    const leg = { ...base, outcome: 'answered' as const, ...conversation, ...transferred }
    return index === 0
      ? { ...leg, waitMs: answeredAt(row) - offeredAt, ...agentNoAnswers }
      : {
          ...leg,
          sourceKey: keyOfLeg(ref, index + 1),
          leg: index + 1,
          offeredAt: row.offeredAt,
          waitMs: row.waitMs,
        }
  })
}

function inVain(
  rows: readonly AttemptRow[],
  told: readonly ContactRecord[],
): Pick<ContactRecord, 'agentNoAnswers'> | Record<string, never> {
  const unanswered = rows.filter((row) => row.outcome !== 'answered' && row.reached !== '' && !isPassage(row))
  const most = Math.max(unanswered.length, ...told.map((leg) => leg.agentNoAnswers ?? 0))
  return most === 0 ? {} : { agentNoAnswers: most }
}
