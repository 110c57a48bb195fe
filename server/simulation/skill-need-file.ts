import type { SkillNeed, SkillNeedResult } from '@pult/contract/staffing-skills'
import { clockAt, type Zone } from '@pult/engine/time'

import { tableFile, type Cell, type Download, type FileLanguage } from '../platform/index.ts'

const headings: Readonly<Record<FileLanguage, readonly string[]>> = {
  ru: ['Дата', 'Начало', 'Группа навыков', 'Нужно на линии', 'Нужно в графике'],
  en: ['Date', 'Start', 'Skill group', 'Required', 'Scheduled'],
}

/** A row a half-hour and group: agents at their posts, and on the roster after availability and shrinkage. */
export function skillNeedFile(
  { draft }: SkillNeed,
  { intervals, groups }: SkillNeedResult,
  queueNames: ReadonlyMap<number, string>,
  zone: Zone,
  wanted: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
): Download {
  const lines = groups.flatMap(({ queueIds, agents, scheduled }) =>
    intervals.map((at, place): Cell[] => {
      const start = Date.parse(at)
      const name = queueIds.map((id) => queueNames.get(id) ?? String(id)).join(', ')
      return [
        zone.localDate(start),
        clockAt(zone, start),
        name,
        agents[place] ?? 0,
        Math.round((scheduled[place] ?? 0) * 100) / 100,
      ]
    }),
  )
  return tableFile([[...headings[wanted.language]], ...lines], { name: `pult-skills-${draft.day}`, ...wanted })
}
