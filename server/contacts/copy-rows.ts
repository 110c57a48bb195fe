/** The types of PostgreSQL that facts are made of. */
export type CopyType = 'text' | 'text[]' | 'smallint' | 'integer' | 'bigint' | 'timestamptz'

/** A value of a row that is copied in. An instant is given in epoch milliseconds. */
export type CopyValue = string | number | null | undefined | readonly string[]

/** Rows in COPY's binary format, which neither side has to write out in digits and read again. */
export interface CopyRows {
  /** As many values as there are types, in their order. */
  add(values: readonly CopyValue[]): void
  /** Everything from the format's head to its end; nothing may be added afterwards. */
  end(): Uint8Array<ArrayBuffer>
}

const HEAD = 'PGCOPY\n\u00FF\r\n\0'
const FIRST_BYTES = 256 * 1024
const TEXT_OID = 25
const TWO_TO_32 = 4_294_967_296
/** PostgreSQL counts instants in microseconds from the year 2000. */
const ITS_EPOCH_MS = Date.UTC(2000, 0, 1)
const WIDTH: Readonly<Partial<Record<CopyType, number>>> = { smallint: 2, integer: 4, bigint: 8, timestamptz: 8 }
/** Longer texts are left to the encoder; on short ones calling it costs more than it saves. */
const SHORT_TEXT = 60

export function createCopyRows(types: readonly CopyType[]): CopyRows {
  let bytes = new Uint8Array(FIRST_BYTES)
  let view = new DataView(bytes.buffer)
  let end = 0
  const encoder = new TextEncoder()

  function room(size: number): void {
    if (end + size <= bytes.length) return
    const wider = new Uint8Array(Math.max(bytes.length * 2, end + size))
    wider.set(bytes.subarray(0, end))
    bytes = wider
    view = new DataView(bytes.buffer)
  }

  function int32(value: number): void {
    room(4)
    view.setInt32(end, value)
    end += 4
  }

  function int16(value: number): void {
    room(2)
    view.setInt16(end, value)
    end += 2
  }

  function int64(value: number): void {
    room(8)
    if (Number.isSafeInteger(value)) {
      view.setInt32(end, Math.floor(value / TWO_TO_32))
      view.setUint32(end + 4, value >>> 0)
    } else view.setBigInt64(end, BigInt(value))
    end += 8
  }

  function instant(milliseconds: number): void {
    const since = Math.trunc(milliseconds) - ITS_EPOCH_MS
    if (Number.isSafeInteger(since * 1000)) {
      int64(since * 1000)
      return
    }
    room(8)
    view.setBigInt64(end, BigInt(since) * 1000n)
    end += 8
  }

  /** The text's bytes after their number. PostgreSQL's text cannot hold NUL. */
  function text(given: string): void {
    const clean = given.includes('\0') ? given.replaceAll('\0', '') : given
    room(4 + clean.length * 3)
    const start = end + 4
    const length = shortAscii(clean, start) ? clean.length : encoder.encodeInto(clean, bytes.subarray(start)).written
    view.setInt32(end, length)
    end = start + length
  }

  function shortAscii(clean: string, start: number): boolean {
    if (clean.length > SHORT_TEXT) return false
    for (let index = 0; index < clean.length; index++) {
      const code = clean.charCodeAt(index)
      if (code > 127) return false
      bytes[start + index] = code
    }
    return true
  }

  function array(list: readonly string[]): void {
    const start = end
    int32(0)
    int32(list.length === 0 ? 0 : 1)
    int32(0)
    int32(TEXT_OID)
    if (list.length > 0) {
      int32(list.length)
      int32(1)
      for (const one of list) text(one)
    }
    view.setInt32(start, end - start - 4)
  }

  function write(type: CopyType, value: NonNullable<CopyValue>): void {
    if (typeof value === 'string') text(value)
    else if (typeof value === 'object') array(value)
    else {
      int32(WIDTH[type] ?? 0)
      if (type === 'smallint') int16(value)
      else if (type === 'integer') int32(value)
      else if (type === 'timestamptz') instant(value)
      else int64(value)
    }
  }

  for (const character of HEAD) bytes[end++] = character.charCodeAt(0)
  int32(0)
  int32(0)
  return {
    add(values) {
      int16(types.length)
      for (let index = 0; index < types.length; index++) {
        const value = values[index]
        const type = types[index]
        if (value === null || value === undefined || type === undefined) int32(-1)
        else write(type, value)
      }
    },
    end() {
      int16(-1)
      return bytes.subarray(0, end)
    },
  }
}
