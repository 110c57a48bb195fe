import { alertSeverities } from '@pult/contract/alert-words'

import { defineView, inAddress } from '../platform/view.ts'

export const alertTabs = ['open', 'history', 'rules'] as const
export type AlertTab = (typeof alertTabs)[number]

export const severityFilters = ['any', ...alertSeverities] as const

/** What the address of the Alerts page holds. */
export const alertsView = defineView({
  tab: inAddress.oneOf(alertTabs, 'open'),
  /** The one that is opened. */
  alert: inAddress.maybeNumber(),
  severity: inAddress.oneOf(severityFilters, 'any'),
  rule: inAddress.maybeNumber(),
  queue: inAddress.maybeNumber(),
  from: inAddress.text(),
  to: inAddress.text(),
  search: inAddress.text(),
})
