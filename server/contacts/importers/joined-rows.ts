import type { ContactRecord } from '@pult/engine/contacts'

/** Makes one contact of the rows that tell of one. */
export interface JoinedRows {
  /** One more row of the contact with this reference. `reached`: whom it says was tried; empty for nobody. */
  add(ref: string, record: ContactRecord, reached: string): void
  /** No more rows come. */
  end(): void
}

/** Rows of one contact stand close together: records are written when it ends. Further apart, the later ones contradict the first. */
const ROWS_APART = 5000
/** More rows than any call has: columns that everything shares were chosen. */
const MOST_ROWS = 500

/**
 * Holds rows until no more of their contact can come, in memory that does not grow with the file. A forked dial tells every
 * telephone that rang in a row of its own, and a transfer every conversation: the first become one leg, the others a leg each.
 */
export function createJoinedRows(emit: (record: ContactRecord) => void): JoinedRows {
  // In the order of their last row, the oldest first.
  const open = new Map<string, { readonly rows: Row[]; last: number }>()
  let count = 0
  const close = (ref: string, rows: readonly Row[]): void => {
    open.delete(ref)
    for (const leg of legsOf(ref, rows)) emit(leg)
  }
  return {
    add(ref, record, reached) {
      count++
      const rows: Row[] = open.get(ref)?.rows ?? []
      rows.push({ ...record, reached })
      open.delete(ref)
      open.set(ref, { rows, last: count })
      if (rows.length >= MOST_ROWS) close(ref, rows)
      for (const [oldest, { rows: told, last }] of open) {
        if (last > count - ROWS_APART) break
        close(oldest, told)
      }
    },
    end() {
      for (const [ref, { rows }] of open) close(ref, rows)
    },
  }
}

type Row = ContactRecord & { readonly reached: string }

const answeredAt = (row: ContactRecord): number => row.offeredAt + row.waitMs
const endedAt = (row: ContactRecord): number =>
  answeredAt(row) + (row.talkMs ?? 0) + (row.holdMs ?? 0) + (row.acwMs ?? 0)
/** Asterisk's inner channels stand between the caller and whoever is reached through them. */
const isPassage = ({ reached }: Row): boolean => reached.startsWith('Local/')

/** Who took the call, one after the other. An answer that names nobody was the exchange's own: a greeting, music, a queue. */
function conversations(rows: readonly Row[]): Row[] {
  const answers = rows.filter(({ outcome, agent }) => outcome === 'answered' && agent !== undefined)
  const [people, spoken] = [
    answers.filter((row) => !isPassage(row)),
    (list: Row[]) => list.filter(({ talkMs = 0 }) => talkMs > 0),
  ]
  const taken = [spoken(people), people, spoken(answers), answers].find((list) => list.length > 0) ?? []
  const apart: Row[] = []
  for (const row of taken.toSorted((left, right) => answeredAt(left) - answeredAt(right))) {
    const former = apart.at(-1)
    if (former === undefined || answeredAt(row) >= endedAt(former)) apart.push(row)
    // Two rows about the same minutes are one conversation, told from both ends.
    else if ((row.talkMs ?? 0) > (former.talkMs ?? 0)) apart[apart.length - 1] = row
  }
  return apart
}

function legsOf(ref: string, rows: readonly Row[]): ContactRecord[] {
  // The caller's own row, which says what was dialled; rows about inner channels say what those dialled.
  const own = rows.find(({ sourceKey }) => sourceKey.split('|').includes(ref)) ?? rows[0]
  if (own === undefined) return []
  const offeredAt = Math.min(...rows.map((row) => row.offeredAt))
  const flags = [...new Set(rows.flatMap((row) => row.flags ?? []))]
  const { agent: _agent, reached: _reached, ...caller } = own
  const base = {
    ...caller,
    contactRef: ref,
    sourceKey: ref,
    leg: 1,
    offeredAt,
    ...(flags.length === 0 ? {} : { flags }),
  }
  const spoken = conversations(rows)
  const unanswered = rows.filter((row) => row.outcome !== 'answered' && row.reached !== '' && !isPassage(row))
  const agentNoAnswers = unanswered.length === 0 ? {} : { agentNoAnswers: unanswered.length }
  if (spoken.length === 0) {
    const lost = rows.findLast(({ outcome }) => outcome !== 'answered')?.outcome ?? 'abandoned'
    const waitMs = Math.max(...rows.map(endedAt)) - offeredAt
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
      : { ...leg, sourceKey: `${ref}#${index + 1}`, leg: index + 1, offeredAt: row.offeredAt, waitMs: row.waitMs }
  })
}
