import type { ShiftTemplate } from '@pult/contract/schedule-settings'
import { restsDue, type LaborRule } from '@pult/engine/labor'

import type { RosterWarning } from './planned-demand.ts'

type Template = Pick<
  ShiftTemplate,
  'shiftTemplateId' | 'name' | 'lengthFromMinutes' | 'lengthToMinutes' | 'lengthStepMinutes' | 'breaks'
>

/** Somebody on the roster: the templates she may work, and the rules that hold for her. */
interface Worker {
  readonly templateIds: readonly number[]
  readonly rules: readonly LaborRule[]
}

/**
 * Templates whose shifts have fewer paid rests than the law asks of who may work them (California): the search places the breaks that a
 * template has, and adds none.
 */
export function restsMissing(templates: readonly Template[], workers: readonly Worker[]): RosterWarning[] {
  return templates.flatMap((template) => {
    const rules = new Set(
      workers
        .filter(({ templateIds }) => templateIds.includes(template.shiftTemplateId))
        .flatMap((worker) => worker.rules),
    )
    for (const rule of rules) {
      if (rule.kind !== 'paidRests' || rule.severity !== 'block') continue
      const lack = lengthsOf(template)
        .map((minutes) => restsIn(template, minutes, rule.parameters))
        .find(({ has, due }) => has < due)
      if (lack !== undefined)
        return [{ code: 'templateLacksRests', values: { ...lack, name: template.name, article: rule.article } }]
    }
    return []
  })
}

const lengthsOf = ({ lengthFromMinutes: from, lengthToMinutes: to, lengthStepMinutes: step }: Template): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)

/** Rests in a shift of a length, of the breaks that lie within it. */
function restsIn(
  { breaks }: Template,
  length: number,
  rule: { readonly minutes: number; readonly perHours: number; readonly noneBelowHours: number },
): { readonly hours: number; readonly has: number; readonly due: number } {
  const inside = breaks.filter(({ earliestMinute, minutes }) => earliestMinute + minutes <= length)
  const unpaid = inside.reduce((sum, { isPaid, minutes }) => sum + (isPaid ? 0 : minutes), 0)
  const has = inside.filter(({ kind, isPaid, minutes }) => kind === 'rest' && isPaid && minutes >= rule.minutes).length
  return { hours: length / 60, has, due: restsDue(length - unpaid, rule) }
}
