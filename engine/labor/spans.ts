import type { Span, WorkShift } from './labor-facts.ts'

/** Minutes that two stretches share. */
export const overlapOf = (left: Span, right: Span): number =>
  Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))

/** A shift without its unpaid breaks: what is working time of it, in order. */
export function workPieces(shift: WorkShift): readonly Span[] {
  const unpaid = shift.breaks.filter(({ isPaid }) => !isPaid)
  return unpaid.length === 0 ? [shift] : without(shift, unpaid)
}

/** Work between breaks of at least so many minutes, paid or not: how long she goes on at a stretch. */
export const stretches = (shift: WorkShift, minBreak: number): readonly Span[] =>
  without(
    shift,
    shift.breaks.filter((one) => one.end - one.start >= minBreak),
  )

/** What is left of a stretch without others; those may touch, overlap and lie partly outside. */
export function without(span: Span, holes: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let at = span.start
  for (const hole of inOrder(holes)) {
    if (hole.end <= at) continue
    if (hole.start >= span.end) break
    if (hole.start > at) left.push({ start: at, end: hole.start })
    at = hole.end
  }
  if (at < span.end) left.push({ start: at, end: span.end })
  return left
}

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + (span.end - span.start), 0)

/** Sorted by start; what is in order already is not copied. */
export function inOrder<One extends Span>(spans: readonly One[]): readonly One[] {
  for (let at = 1; at < spans.length; at += 1)
    if ((spans[at - 1] as One).start > (spans[at] as One).start)
      return spans.toSorted((left, right) => left.start - right.start)
  return spans
}

/** Elapsed minutes to cut off the end of a shift so that its working time falls by so much; null when nothing would be left. */
export function cutFromEnd(shift: WorkShift, workMinutes: number): number | null {
  let rest = workMinutes
  for (const piece of workPieces(shift).toReversed()) {
    const length = piece.end - piece.start
    if (length > rest) return shift.end - (piece.end - rest)
    rest -= length
  }
  return null
}
