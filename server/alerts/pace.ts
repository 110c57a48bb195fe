import type { AlertRuleDraft } from '@pult/contract/alert-rules'
import type { AlertPace } from '@pult/engine/alerts'
import { MINUTE_MS } from '@pult/engine/time'

/** How patient a rule is, in the engine's terms. */
export const paceOf = (
  { holdMinutes, clearMinutes, remindMinutes }: AlertRuleDraft,
  longestGapMs: number,
): AlertPace => ({
  holdMs: holdMinutes * MINUTE_MS,
  clearMs: clearMinutes * MINUTE_MS,
  remindMs: remindMinutes === null ? null : remindMinutes * MINUTE_MS,
  longestGapMs,
})
