import { scheduleSettings } from '@pult/contract/schedule-settings'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useSaid, useText } from '../ui/language.tsx'
import type { LawGroup, LawGrouping } from './law-groups.ts'
import { lawText } from './law-text.ts'

/** What a group is called: the rule’s title, or the person’s name. */
export function useGroupName(by: LawGrouping): (group: LawGroup) => string {
  const t = useText(lawText)
  const said = useSaid()
  const { centerId } = useCenter()
  const rules = useReply(scheduleSettings.listLaborRules, { params: { centerId } }).data?.rules ?? []
  const titles = new Map(rules.map(({ ruleId, title }) => [ruleId, title]))
  return ({ key, violations: [first] }) => {
    if (by === 'agent') return first?.agentName ?? t('wholeRoster')
    const title = titles.get(key)
    return title === undefined ? (first?.article ?? key) : said(title)
  }
}
