import type { LaborOverride } from '@pult/contract/schedule-settings'
import type { RuleOverride } from '@pult/engine/labor'

/** As the engine lays it over a rule. */
export const engineOverride = (
  override: Pick<LaborOverride, 'ruleId' | 'from' | 'to' | 'severity' | 'applies' | 'parameters'>,
): RuleOverride => ({
  ruleId: override.ruleId,
  parameters: override.parameters,
  severity: override.applies ? override.severity : 'off',
  validFrom: override.from,
  validTo: override.to,
})
