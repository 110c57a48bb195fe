// The text format of the benchmark: sections of comma-separated lines, `#` begins a comment. Every refusal names line and section.

export interface SectionLine {
  /** From 1, as an editor counts. */
  readonly line: number
  readonly section: string
  readonly fields: readonly string[]
}

export const sectionNames = [
  'SECTION_HORIZON',
  'SECTION_SHIFTS',
  'SECTION_STAFF',
  'SECTION_DAYS_OFF',
  'SECTION_SHIFT_ON_REQUESTS',
  'SECTION_SHIFT_OFF_REQUESTS',
  'SECTION_COVER',
] as const
export type SectionName = (typeof sectionNames)[number]

export function readSections(text: string): ReadonlyMap<SectionName, readonly SectionLine[]> {
  const linesBySection = new Map<SectionName, SectionLine[]>()
  let current: SectionName | undefined
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const content = raw.replace(/#.*$/, '').trim()
    if (content === '') continue
    const line = index + 1
    if (content.startsWith('SECTION_')) {
      current = sectionNames.find((name) => name === content)
      if (current === undefined)
        throw new RangeError(`line ${line}: "${content}" is no section; expected one of ${sectionNames.join(', ')}`)
      if (linesBySection.has(current)) throw new RangeError(`line ${line}: ${current} is there a second time`)
      linesBySection.set(current, [])
    } else if (current === undefined) {
      throw new RangeError(`line ${line}: expected SECTION_HORIZON before anything else, not "${content}"`)
    } else {
      const fields = content.split(',').map((field) => field.trim())
      linesBySection.get(current)?.push({ line, section: current, fields })
    }
  }
  return linesBySection
}

export const placeOf = ({ line, section }: SectionLine): string => `line ${line} (${section})`

/** The line's fields, as many as `names` has. A comma at the end is no field. */
export function readFields(row: SectionLine, names: readonly string[]): readonly string[] {
  const fields =
    row.fields.length === names.length + 1 && row.fields.at(-1) === '' ? row.fields.slice(0, -1) : row.fields
  if (fields.length !== names.length)
    throw new RangeError(
      `${placeOf(row)}: expected ${names.length} fields (${names.join(', ')}), found ${fields.length}`,
    )
  return fields
}

export function readWhole(row: SectionLine, name: string, text: string, least = 0): number {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(value) || value < least)
    throw new RangeError(`${placeOf(row)}: ${name} must be a whole number from ${least}, not "${text}"`)
  return value
}

export function readWeight(row: SectionLine, name: string, text: string): number {
  const value = text === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`${placeOf(row)}: ${name} must be a number from 0, not "${text}"`)
  return value
}
