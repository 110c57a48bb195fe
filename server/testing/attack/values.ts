import fc from 'fast-check'

// What is known to break things, by kind.

/** Text that is SQL, script, a path, a format, a spreadsheet's formula, half a letter, or simply much. */
export const evilTexts: readonly string[] = [
  `'; drop table contact_leg; --`,
  `" or 1=1 --`,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '%00%n%s{0}${x}{{x}}',
  '=HYPERLINK("http://x")',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDFFFy',
  '\u202Eabc\u2066',
  '\uFFFF',
  'İıŞß',
  '👩‍👩‍👧',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-0',
  '0x10',
  '1e400',
  ' ',
  '',
  '\n\r\t',
  '*',
  '%',
  '_',
  '\\',
  'x'.repeat(300),
  'ё'.repeat(5000),
]

export const days: readonly string[] = [
  '2026-10-05',
  '2026-10-05',
  '2026-10-04',
  '2026-10-06',
  '2026-11-01',
  '2026-03-29',
  '2026-10-25',
  '2027-01-01',
  '2028-02-29',
  '1970-01-01',
  '0001-01-01',
  '9999-12-31',
]
export const evilDays: readonly string[] = [
  '2026-02-30',
  '2027-02-29',
  '0000-00-00',
  '12026-01-01',
  '2026-10-05T',
  '05.10.2026',
]

export const instants: readonly string[] = [
  '2026-10-05T06:00:00Z',
  '2026-10-05T09:30:00+03:00',
  '2026-10-05T07:15:30.123Z',
  '2026-10-25T00:30:00+03:00',
  '1970-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
]
export const evilInstants: readonly string[] = [
  '2026-10-05T25:00:00Z',
  '2026-10-05T06:00:00',
  '1e15',
  '+275760-09-13T00:00:00Z',
]

export const evilNumbers: readonly number[] = [
  0,
  -0,
  -1,
  0.5,
  1e-320,
  1e15,
  2_147_483_648,
  -2_147_483_649,
  4_294_967_296,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
]

/** In the place of anything. */
export const evil: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...evilTexts) },
  { weight: 3, arbitrary: fc.constantFrom(...evilNumbers) },
  { weight: 1, arbitrary: fc.constantFrom(...days, ...evilDays, ...instants, ...evilInstants) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { a: {} }) },
  { weight: 1, arbitrary: fc.constant(JSON.parse('{"__proto__":{"admin":true},"constructor":1}') as unknown) },
  { weight: 1, arbitrary: fc.array(fc.integer(), { minLength: 1500, maxLength: 1600 }) },
  { weight: 1, arbitrary: fc.constant(deep(200)) },
  { weight: 1, arbitrary: fc.jsonValue() },
)

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = [value]
  return value
}
