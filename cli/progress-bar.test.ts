import { describe, expect, it } from 'vitest'

import { createProgressBar } from './progress-bar.ts'

/** What a terminal was shown. */
function shown(fractions: readonly number[]): string[] {
  const lines: string[] = []
  const stream = {
    isTTY: true,
    write: (text: string) => {
      lines.push(text)
      return true
    },
  }
  // A bar writes and asks whether there is a terminal, nothing else.
  const bar = createProgressBar(stream as unknown as NodeJS.WriteStream)
  for (const fraction of fractions) bar.show(fraction, 'days')
  return lines
}

describe('a progress bar', () => {
  it('is never before its beginning, after its end or not a number', () => {
    const percents = shown([-0.39, 0, 0.5, 1, 1.2, Number.NaN]).map((line) => / (\d+) % days/.exec(line)?.[1])
    expect(percents).toEqual(['0', '0', '50', '100', '100', '0'])
  })
})
