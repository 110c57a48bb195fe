import { isPossibleInstant, type Finding } from '../reading.ts'

/** An event of a queue_log. */
export interface LogRow {
  readonly instant: number
  readonly uniqueId: string
  readonly queue: string
  readonly agent: string
  readonly event: string
  readonly data: readonly string[]
  readonly rowNumber: number
}

/** The event of a line, or why it is none. `now`: of the wall clock, to tell times that cannot be. */
export function readRow(text: string, rowNumber: number, now: () => number): LogRow | Finding {
  const fields = text.split('|')
  const [epoch = '', uniqueId = '', queue = '', agent = '', event = ''] = fields
  if (fields.length < 5 || !/^\d{1,12}(\.\d+)?$/.test(epoch) || !/^[A-Z]+$/.test(event))
    return { kind: 'rejected', rowNumber, field: null, code: 'notAnEvent', details: { text: text.slice(0, 60) } }
  const instant = Math.round(Number(epoch) * 1000)
  if (!isPossibleInstant(instant, now()))
    return { kind: 'rejected', rowNumber, field: 'time', code: 'impossibleTime', details: { value: epoch } }
  return { instant, uniqueId, queue, agent, event, data: fields.slice(5), rowNumber }
}

/** The leg a row is about: a call in one queue. */
export const legId = (row: LogRow): string => `${row.uniqueId}|${row.queue}`

/** Longer than a week is no duration but a damaged field. */
const LONGEST_SECONDS = 7 * 86_400

/** A duration in a field of a row; undefined where there is none. */
export function seconds(field: string | undefined): number | undefined {
  if (field === undefined || !/^-?\d+(\.\d+)?$/.test(field)) return undefined
  return Math.abs(Number(field)) > LONGEST_SECONDS ? undefined : Number(field)
}
