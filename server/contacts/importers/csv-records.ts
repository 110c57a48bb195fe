import { UnreadableFile } from './reading.ts'

/** Why a record was passed over. */
export type BrokenRecord = 'lineTooLong' | 'quoteNotClosed'

/** Passes on whole records, as the text they came in, and passes over the broken ones. */
export interface RecordGuard {
  write(text: string): string
  end(): string
}

/** Characters of one record: what is longer is no row but a damaged file. */
const LONGEST_RECORD = 1_000_000
/** Each time what follows is read once more. */
const MOST_UNCLOSED = 100

/**
 * Stands before the parser, which after one record beyond all bounds gives no other: a line of a hundred megabytes is passed over,
 * and of a quotation mark that is never closed only its own line, in constant memory. `onBroken` is told the number of the row, from 1.
 * Throws an UnreadableFile where quotation marks tell nothing.
 */
export function createRecordGuard(
  delimiter: string,
  onBroken: (rowNumber: number, why: BrokenRecord) => void,
): RecordGuard {
  let newline: string | undefined
  let rest = ''
  let row = 0
  let unclosed = 0
  let passingOver = false
  /** Lines of the record whose quotation mark is open. */
  let open: string[] = []
  let openLength = 0
  let inQuote = false

  function take(line: string): string {
    if (!inQuote && !line.includes('"')) {
      if (line.trimEnd() !== '') row++
      return line
    }
    inQuote = endsInQuote(line, delimiter, inQuote)
    open.push(line)
    openLength += line.length
    if (inQuote) return openLength > LONGEST_RECORD ? giveUp() : ''
    const record = open.join('')
    close()
    row++
    return record
  }

  function close(): void {
    open = []
    openLength = 0
    inQuote = false
  }

  /** The first line's quotation mark belongs to nothing; the lines after it are records again. */
  function giveUp(): string {
    const later = open.slice(1)
    close()
    onBroken(++row, 'quoteNotClosed')
    if (++unclosed > MOST_UNCLOSED) {
      throw new UnreadableFile(
        'quoteNotClosed',
        `Quotation marks are opened and not closed, in row ${row} for the ${unclosed}th time. Nothing was kept.`,
      )
    }
    return later.map(take).join('')
  }

  function passOver(): string {
    passingOver = false
    const before = open.length > 0 ? giveUp() : ''
    onBroken(++row, 'lineTooLong')
    return before
  }

  return {
    write(text) {
      newline ??= text.includes('\r') && !text.includes('\n') ? '\r' : '\n'
      const lines = (rest + text).split(newline)
      rest = lines.pop() ?? ''
      const passed = lines.map((line) =>
        passingOver || line.length > LONGEST_RECORD ? passOver() : take(line + newline),
      )
      if (rest.length > LONGEST_RECORD) {
        passingOver = true
        rest = ''
      }
      return passed.join('')
    },
    end() {
      let passed = passingOver ? passOver() : rest === '' ? '' : take(rest)
      while (open.length > 0) passed += giveUp()
      return passed
    },
  }
}

/** A quotation mark opens at the beginning of a cell only; inside, two are one, and one ends it. */
function endsInQuote(line: string, delimiter: string, wasInQuote: boolean): boolean {
  let inQuote = wasInQuote
  let beginsCell = !wasInQuote
  for (let index = 0; index < line.length; index++) {
    const character = line[index]
    if (inQuote && character === '"') {
      if (line[index + 1] === '"') index++
      else inQuote = false
    } else if (!inQuote) {
      inQuote = beginsCell && character === '"'
      beginsCell = character === delimiter || (beginsCell && character === '\uFEFF')
    }
  }
  return inQuote
}
