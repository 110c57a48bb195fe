import type { Wish } from '@pult/contract/people-time'
import { scheduleSettings } from '@pult/contract/schedule-settings'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { wishText } from './wish-text.ts'

const DAY_MINUTES = 1440

type Wanted = Pick<Wish, 'kind' | 'minute' | 'shiftTemplateId'>

/** Says what somebody wishes. */
export function useWishWords(): (wish: Wanted) => string {
  const t = useText(wishText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const templates = useReply(scheduleSettings.listShiftTemplates, { params: { centerId } }).data?.templates ?? []
  const timeOf = (minute: number): string =>
    minute > DAY_MINUTES ? t('nextDayTime', { time: formats.clock(minute - DAY_MINUTES) }) : formats.clock(minute)
  return ({ kind, minute, shiftTemplateId }) => {
    if (kind === 'off') return t('offWords')
    if (kind === 'template') {
      const name = templates.find((one) => one.shiftTemplateId === shiftTemplateId)?.name
      return name === undefined ? t('goneTemplate') : t('templateWords', { name })
    }
    return t(kind === 'startFrom' ? 'startFromWords' : 'endByWords', { time: timeOf(minute ?? 0) })
  }
}

/** Says on which days a wish is meant. */
export function useWishDays(): (wish: Pick<Wish, 'firstDay' | 'lastDay' | 'weekdays'>) => string {
  const formats = useFormats()
  return ({ firstDay, lastDay, weekdays }) => {
    const days = firstDay === lastDay ? formats.longDate(firstDay) : formats.dateRange(firstDay, lastDay)
    return weekdays === null ? days : `${days}: ${weekdays.map((day) => formats.weekday(day)).join(', ')}`
  }
}

export const importanceNames = { 1: 'nice', 2: 'matters', 3: 'much' } as const
export const importanceName = (importance: number): 'nice' | 'matters' | 'much' =>
  importanceNames[importance as keyof typeof importanceNames] ?? 'nice'
