import type { BoardFigure, BoardTarget, Level } from '@pult/contract/wallboards'

import type { Formats } from '../ui/formats.ts'

const shares: ReadonlySet<BoardFigure> = new Set(['serviceLevel', 'abandonRate'])
const times: ReadonlySet<BoardFigure> = new Set(['longestWait', 'asa', 'aht'])

/** A figure as it is read across a room: whole per cents, minutes and seconds. */
export function figureValue(figure: BoardFigure, value: number | null, formats: Formats): string {
  if (shares.has(figure)) return shareValue(figure, value, formats)
  return times.has(figure) ? formats.duration(value) : formats.number(value)
}

/** Without a digit after the point, and never rounded to the better side: 79.6 % of a target of 80 % is 79, 5.4 % of one of 5 % is 6. */
export function shareValue(figure: BoardFigure, value: number | null, formats: Formats): string {
  if (value === null) return formats.percent(null)
  // What is whole is shown as it is, for all that a computer's fractions are a hair off.
  const whole = figure === 'serviceLevel' ? Math.floor(value * 100 + 1e-9) : Math.max(0, Math.ceil(value * 100 - 1e-9))
  return formats.percent(whole / 100, 0)
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
