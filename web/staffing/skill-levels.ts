import type { SkillNeedPart, SkillNeedResult, SkillPart } from '@pult/contract/staffing-skills'

import type { Formats } from '../ui/formats.ts'

/** One part of one queue's target in one half-hour. */
export interface SkillCell {
  readonly queueId: number
  readonly part: SkillPart
  readonly at: string
  readonly level: number
  readonly halfWidth: number
  readonly isMissed: boolean
}

/** Of a service level more is better, of everything else less. */
export const isMissed = ({ part, wanted }: Pick<SkillNeedPart, 'part' | 'wanted'>, level: number): boolean =>
  part === 'serviceLevel' ? level < wanted : level > wanted

/** Half-hours in which somebody is expected. */
export function cellsOf({ queues, intervals }: SkillNeedResult): readonly SkillCell[] {
  return queues.flatMap(({ queueId, parts }) =>
    parts.flatMap((one) =>
      one.cells.flatMap(({ level, halfWidth }, place) => {
        if (level === null) return []
        const at = intervals[place] ?? ''
        return [{ queueId, part: one.part, at, level, halfWidth: halfWidth ?? 0, isMissed: isMissed(one, level) }]
      }),
    ),
  )
}

/** The half-hour that is nearest to missing, or misses by most. */
export function worstOf(cells: readonly SkillCell[]): SkillCell | undefined {
  return cells.toSorted((left, right) =>
    left.part === 'serviceLevel' ? left.level - right.level : right.level - left.level,
  )[0]
}

/** "83.1 % ±1.2 %", or minutes and seconds. */
export function levelWords(part: SkillPart, level: number, halfWidth: number, formats: Formats): string {
  return part === 'asa'
    ? `${formats.duration(level)} ±${formats.duration(halfWidth)}`
    : `${formats.percent(level, 1)} ±${formats.percent(halfWidth, 1)}`
}
