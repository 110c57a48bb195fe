import { Mapping } from '@pult/contract/imports'

/** A layout known by its shape, where a file has no names of columns to guess from. */
export interface BuiltInTemplate {
  readonly name: string
  readonly fits: (cells: readonly string[]) => boolean
  readonly mapping: Mapping
}

const isMoment = (text: string | undefined): boolean => /^\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}/.test(text ?? '')

const UNIQUE_ID = /^([\w.-]+-)?\d{9,11}\.\d+$/

/**
 * Asterisk's own order of columns, of which nobody writes the names. The account code stands before the caller, or the caller's
 * name does and the account code comes late; the linked id and a number of the row may follow. A call has a row for every telephone that rang: rows of one id are one call.
 */
function asteriskCdr(
  name: string,
  place: Readonly<Record<'customer' | 'dialled' | 'channel' | 'start', number>>,
  linked?: number,
): BuiltInTemplate {
  const { customer, dialled, channel, start } = place
  const [answer, end, billed, disposition, uniqueId] = [start + 1, start + 2, start + 4, start + 5, 17]
  return {
    name,
    fits: (cells) =>
      cells.length >= 16 &&
      cells.length <= 22 &&
      (linked === undefined || UNIQUE_ID.test(cells[linked - 1] ?? '')) &&
      isMoment(cells[start - 1]) &&
      isMoment(cells[end - 1]) &&
      /^(ANSWERED|NO ANSWER|BUSY|FAILED|CONGESTION)$/.test(cells[disposition - 1] ?? ''),
    mapping: Mapping.parse({
      header: false,
      key: [uniqueId, channel, channel + 1, start].map(String),
      joinBy: [String(linked ?? uniqueId)],
      offeredAt: { anyOf: [[String(start)]], format: 'ymd' },
      answeredAt: { anyOf: [[String(answer)]], format: 'ymd' },
      endedAt: { anyOf: [[String(end)]], format: 'ymd' },
      talk: { column: String(billed) },
      customer: { column: String(customer) },
      queue: { column: String(dialled) },
      // A channel's name ends with a number of its own for every call.
      agent: { column: String(channel + 1), beforeLast: '-' },
      outcome: {
        column: String(disposition),
        values: {
          ANSWERED: 'answered',
          'NO ANSWER': 'abandoned',
          BUSY: 'abandoned',
          FAILED: 'abandoned',
          CONGESTION: 'abandoned',
        },
      },
    }),
  }
}

/** A call record of a telephone exchange knows no queue and no wait in one: it tells who called, when, and how long was spoken. */
export const builtInTemplates: readonly BuiltInTemplate[] = [
  asteriskCdr('Asterisk CDR with linked ids', { customer: 2, dialled: 3, channel: 6, start: 10 }, 20),
  asteriskCdr('Asterisk CDR', { customer: 2, dialled: 3, channel: 6, start: 10 }),
  asteriskCdr('Asterisk CDR, account code last', { customer: 2, dialled: 3, channel: 5, start: 9 }),
  {
    name: 'FreeSWITCH CDR',
    fits: (cells) =>
      cells.length >= 13 &&
      isMoment(cells[4]) &&
      isMoment(cells[6]) &&
      /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(cells[10] ?? ''),
    mapping: Mapping.parse({
      header: false,
      key: ['11'],
      offeredAt: { anyOf: [['5']], format: 'ymd' },
      answeredAt: { anyOf: [['6']], format: 'ymd' },
      endedAt: { anyOf: [['7']], format: 'ymd' },
      talk: { column: '9' },
      customer: { column: '2' },
      queue: { column: '4' },
    }),
  },
]
