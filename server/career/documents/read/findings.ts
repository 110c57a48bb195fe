import type { Line } from './line.ts'

/** Collects what was not recognised, to be given back in the order of the file. */
export interface LeftOver {
  readonly add: (line: Pick<Line, 'at'>, text: string) => void
  readonly inOrder: () => string[]
}

export function openLeftOver(): LeftOver {
  const kept: { readonly at: number; readonly text: string }[] = []
  return {
    add({ at }, text) {
      const tidy = text.replaceAll('\t', ' ').trim()
      if (/[\p{L}\p{N}\p{S}]/u.test(tidy)) kept.push({ at, text: tidy })
    },
    inOrder: () => kept.toSorted((a, b) => a.at - b.at).map(({ text }) => text),
  }
}
