import type { BoardFigure, BoardTarget, Level } from '@pult/contract/wallboards'

import type { Formats } from '../ui/formats.ts'

const shares: ReadonlySet<BoardFigure> = new Set(['serviceLevel', 'abandonRate'])
const times: ReadonlySet<BoardFigure> = new Set(['longestWait', 'asa', 'aht'])

/** A figure as it is read across a room: whole per cents, minutes and seconds. */
export function figureValue(figure: BoardFigure, value: number | null, formats: Formats): string {
  if (shares.has(figure)) return shareValue(value, formats)
  return times.has(figure) ? formats.duration(value) : formats.number(value)
}

/** Without a digit after the point, and never rounded over to what would please or frighten: 79.6 % of a target of 80 % is 79. */
export function shareValue(value: number | null, formats: Formats): string {
  return formats.percent(value === null ? null : Math.floor(value * 100 + 1e-9) / 100, 0)
}

/** 80/20, 5 %, 0:20. */
export function targetValue(figure: BoardFigure, { value, withinSeconds }: BoardTarget, formats: Formats): string {
  if (withinSeconds !== null) return formats.serviceTarget({ fraction: value, withinSeconds })
  return shares.has(figure) ? formats.percent(value, 0) : formats.duration(value)
}

/** Which words say a level: whoever must be low is missed above its target. */
export function levelKey(
  figure: BoardFigure,
  level: Exclude<Level, 'none'>,
): 'good' | 'near' | 'bad' | 'nearLow' | 'badLow' {
  if (level === 'good' || figure === 'serviceLevel') return level
  return level === 'near' ? 'nearLow' : 'badLow'
}
