import fc from 'fast-check'

/** The same file broken as files break and as somebody would break one: bits turned, cut, pieces lost, doubled and swapped, numbers blown up. */
export const broken = (good: Buffer): fc.Arbitrary<Buffer> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .array(damage(good.length), { minLength: 1, maxLength: 5 })
        .map((all) => all.reduce((bytes, one) => one(bytes), good)),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)) },
    {
      weight: 1,
      arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([good.subarray(0, 8), bytes])),
    },
  )

type Damage = (bytes: Buffer) => Buffer

function damage(length: number): fc.Arbitrary<Damage> {
  const place = fc.nat(Math.max(0, length - 1))
  const size = fc.oneof(fc.nat(12), fc.nat(200))
  return fc.oneof(
    fc.tuple(place, fc.nat(7)).map(
      ([at, bit]): Damage =>
        (bytes) =>
          turned(bytes, at, bit),
    ),
    place.map(
      (at): Damage =>
        (bytes) =>
          bytes.subarray(0, at),
    ),
    fc.tuple(place, size).map(
      ([at, many]): Damage =>
        (bytes) =>
          Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + many)]),
    ),
    fc.tuple(place, size).map(
      ([at, many]): Damage =>
        (bytes) =>
          Buffer.concat([bytes.subarray(0, at + many), bytes.subarray(at)]),
    ),
    fc.tuple(place, fc.constantFrom(...strange)).map(
      ([at, what]): Damage =>
        (bytes) =>
          Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]),
    ),
    fc.tuple(fc.nat(), fc.nat()).map(
      ([one, other]): Damage =>
        (bytes) =>
          swapped(bytes, one, other),
    ),
    fc.tuple(fc.nat(), fc.constantFrom(...numbers)).map(
      ([which, number]): Damage =>
        (bytes) =>
          blownUp(bytes, which, number),
    ),
  )
}

const strange: readonly Buffer[] = [
  ...[
    '\u0000',
    '"',
    '"""',
    '\r',
    '\n\n',
    ';;;;',
    '||||',
    '{',
    ']',
    '<a>',
    '\uFEFF',
    '\u2028',
    '=1+1',
    '__proto__',
    'x'.repeat(70_000),
    '|'.repeat(3000),
    '[' + '['.repeat(5000),
  ].map((text) => Buffer.from(text)),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xc0, 0x80, 0xed, 0xa0, 0x80]),
]
const numbers = ['-1', '99999999999999999999', '1e308', 'NaN', '0', '4294967296', '', '0.1', '31.02.2026']

function turned(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

function swapped(bytes: Buffer, one: number, other: number): Buffer {
  const lines = bytes.toString('latin1').split('\n')
  const [first, second] = [one % lines.length, other % lines.length]
  ;[lines[first], lines[second]] = [lines[second] ?? '', lines[first] ?? '']
  return Buffer.from(lines.join('\n'), 'latin1')
}

function blownUp(bytes: Buffer, which: number, number: string): Buffer {
  const text = bytes.toString('latin1')
  const found = [...text.matchAll(/\d+/g)]
  const chosen = found[which % Math.max(1, found.length)]
  if (chosen === undefined) return bytes
  return Buffer.from(text.slice(0, chosen.index) + number + text.slice(chosen.index + chosen[0].length), 'latin1')
}
