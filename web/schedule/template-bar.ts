import type { ShiftTemplateDraft } from '@pult/contract/schedule-settings'

import type { DayPiece } from '../ui/DayBar.tsx'

type Shape = Pick<
  ShiftTemplateDraft,
  'startFromMinute' | 'startToMinute' | 'lengthFromMinutes' | 'lengthToMinutes' | 'breaks'
>

/** A break as it would be taken: as early as it may be, after the one before it. */
interface TakenBreak {
  readonly kind: 'meal' | 'rest'
  readonly from: number
  readonly to: number
}

export const isFixedTemplate = (shape: Shape): boolean =>
  shape.startFromMinute === shape.startToMinute && shape.lengthFromMinutes === shape.lengthToMinutes

/** Breaks in their order, in the middle of their windows; minutes after the shift's start. */
export function takenBreaks({ breaks, lengthToMinutes }: Shape): readonly TakenBreak[] {
  let free = 0
  return breaks.flatMap(({ kind, minutes, earliestMinute, latestMinute }) => {
    const middle = Math.floor((earliestMinute + latestMinute) / 30) * 15
    const from = Math.max(free, middle)
    if (from + minutes > lengthToMinutes) return []
    free = from + minutes
    return [{ kind, from, to: free }]
  })
}

/** Minutes of work in the longest shift: what is not paid is taken out. */
export const workedMinutes = ({ lengthToMinutes, breaks }: Shape): number =>
  lengthToMinutes - breaks.filter(({ isPaid }) => !isPaid).reduce((sum, { minutes }) => sum + minutes, 0)

/** The longest shift at its earliest start, drawn over the day: its breaks, their windows, and how late it may end. */
export function templatePieces(shape: Shape): readonly DayPiece[] {
  const { startFromMinute: start, startToMinute, lengthToMinutes, breaks } = shape
  const end = start + lengthToMinutes
  const pieces: DayPiece[] = [{ from: start, to: end, look: 'work' }]
  if (startToMinute > start) pieces.push({ from: end, to: end + startToMinute - start, look: 'maybe' })
  for (const { from, to, kind } of takenBreaks(shape))
    pieces.push({ from: start + from, to: start + to, look: kind === 'meal' ? 'meal' : 'rest' })
  for (const { earliestMinute, latestMinute, minutes } of breaks)
    pieces.push({ from: start + earliestMinute, to: start + latestMinute + minutes, look: 'window' })
  return pieces
}
