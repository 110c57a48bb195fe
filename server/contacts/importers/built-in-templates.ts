import { Mapping } from '@pult/contract/imports'

/** A layout known by its shape, where a file has no names of columns to guess from. */
export interface BuiltInTemplate {
  readonly name: string
  readonly fits: (cells: readonly string[]) => boolean
  readonly mapping: Mapping
}

const isMoment = (text: string | undefined): boolean => /^\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}/.test(text ?? '')

/** A call record of a telephone exchange knows no queue and no wait in one: it tells who called, when, and how long was spoken. */
export const builtInTemplates: readonly BuiltInTemplate[] = [
  {
    name: 'Asterisk CDR',
    fits: (cells) =>
      cells.length >= 16 &&
      cells.length <= 20 &&
      isMoment(cells[9]) &&
      /^(ANSWERED|NO ANSWER|BUSY|FAILED|CONGESTION)$/.test(cells[14] ?? ''),
    mapping: Mapping.parse({
      header: false,
      key: ['17', '6', '7', '10'],
      contactRef: ['17'],
      offeredAt: { anyOf: [['10']], format: 'ymd' },
      answeredAt: { anyOf: [['11']], format: 'ymd' },
      endedAt: { anyOf: [['12']], format: 'ymd' },
      talk: { column: '14' },
      customer: { column: '2' },
      queue: { column: '3' },
      agent: { column: '7' },
      outcome: {
        column: '15',
        values: {
          ANSWERED: 'answered',
          'NO ANSWER': 'abandoned',
          BUSY: 'abandoned',
          FAILED: 'abandoned',
          CONGESTION: 'abandoned',
        },
      },
    }),
  },
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
