import type { AlertLimit, AlertRule, AlertRuleDraft, AlertWatch, Watchable } from '@pult/contract/alert-rules'

/** A new rule: somebody waits longer than five minutes. */
export function newDraft(language: 'ru' | 'en'): AlertRuleDraft {
  return {
    name: '',
    watch: { kind: 'live', figure: 'longestWaiting', scope: 'eachQueue', queueIds: [], channels: 'line' },
    limit: { side: 'above', at: 300, slack: 60, fewest: 0, onlySure: false },
    holdMinutes: 1,
    clearMinutes: 5,
    remindMinutes: null,
    openHoursOnly: true,
    severity: 'serious',
    quiet: null,
    isUrgent: false,
    told: { roles: ['head'], userIds: [], byMail: false, mails: [], chats: [], webhookIds: [] },
    language,
    isOn: true,
  }
}

/** What of a rule can be changed. */
export function draftOf(rule: AlertRule): AlertRuleDraft {
  const {
    alertRuleId: _id,
    version: _version,
    madeByName: _who,
    changedAt: _when,
    open: _open,
    lastRaisedAt: _last,
    ...draft
  } = rule
  return draft
}

/** The select's value for conditions; others are `live:waiting`, `measure:abandonRate`. */
export const CONDITION = 'condition'

export const watchValue = (watch: AlertWatch): string =>
  watch.kind === 'condition' ? CONDITION : `${watch.kind}:${watch.kind === 'live' ? watch.figure : watch.measure}`

type Scope = Pick<Exclude<AlertWatch, { kind: 'condition' }>, 'scope' | 'queueIds' | 'channels'>

/** The rule as it stands when it watches something else: the scope stays, the limit begins anew. */
export function watching(
  draft: AlertRuleDraft,
  value: string,
  watchables: readonly Watchable[],
): Partial<AlertRuleDraft> {
  if (value === CONDITION)
    return {
      watch: { kind: 'condition', conditions: ['import', 'job'] },
      limit: null,
      holdMinutes: 0,
      openHoursOnly: false,
    }
  const found = watchables.find(({ kind, id }) => `${kind}:${id}` === value)
  if (found === undefined) return {}
  const { watch } = draft
  const scope: Scope =
    watch.kind === 'condition'
      ? { scope: 'eachQueue', queueIds: [], channels: 'line' }
      : { scope: watch.scope, queueIds: watch.queueIds, channels: watch.channels }
  const of: Scope = found.centerOnly ? { scope: 'center', queueIds: [], channels: 'all' } : scope
  const window = watch.kind === 'measure' ? watch.window : '30'
  const next: AlertWatch =
    found.kind === 'live'
      ? { kind: 'live', figure: found.id as Extract<AlertWatch, { kind: 'live' }>['figure'], ...of }
      : { kind: 'measure', measure: found.id, window, ...of }
  return { watch: next, limit: limitFor(found) }
}

function limitFor({ better, unit, hasTarget, kind }: Watchable): AlertLimit {
  const side = better === 'high' ? 'below' : 'above'
  const usual = { fraction: 0.8, seconds: 300, minutes: 30, contacts: 10, agents: 1, times: 1 } as const
  const isShareToKeepLow = unit === 'fraction' && side === 'above'
  return {
    side,
    at: hasTarget && better === 'high' ? null : isShareToKeepLow ? 0.1 : usual[unit],
    slack: unit === 'fraction' ? 0.02 : 0,
    fewest: kind === 'measure' && unit !== 'contacts' ? 20 : 0,
    onlySure: false,
  }
}
