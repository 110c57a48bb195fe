import { describe, expect, it } from 'vitest'

import { calendarText } from './ical.ts'

// RFC 5545: 3.1 (lines and folding), 3.3.11 (text), 3.6.1 (events).

const event = {
  uid: '1-2-2026-06-01@pult',
  start: '2026-06-01T06:00:00.000Z',
  end: '2026-06-01T15:00:00.000Z',
  summary: String.raw`День; обычный, с обедом \ и «кавычками»`,
  description: `обед 13:00–14:00\nперерыв 16:00–16:15${' — очень длинное пояснение'.repeat(8)}`,
  stamp: '2026-05-01T12:00:00.000Z',
}

describe('a calendar', () => {
  it('folds lines at 75 octets without cutting a character, and unfolds to what was written', () => {
    const text = calendarText('Агент', [event])
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\uFFFD')
      expect(line).not.toContain('\n')
    }
    const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
    expect(unfolded).toContain(String.raw`SUMMARY:День\; обычный\, с обедом \\ и «кавычками»`)
    expect(unfolded.find((line) => line.startsWith('DESCRIPTION:'))).toBe(
      `DESCRIPTION:${event.description.replaceAll('\n', String.raw`\n`)}`,
    )
    expect(unfolded).toContain('DTSTART:20260601T060000Z')
    expect(unfolded).toContain('DTEND:20260601T150000Z')
    expect(unfolded).toContain('DTSTAMP:20260501T120000Z')
  })

  it('opens and closes each part once', () => {
    const lines = calendarText('Агент', [event, { ...event, uid: 'другой', description: '' }]).split('\r\n')
    const count = (line: string): number => lines.filter((one) => one === line).length
    expect([count('BEGIN:VCALENDAR'), count('END:VCALENDAR')]).toEqual([1, 1])
    expect([count('BEGIN:VEVENT'), count('END:VEVENT')]).toEqual([2, 2])
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines.at(-2)).toBe('END:VCALENDAR')
  })
})
