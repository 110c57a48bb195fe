import { sql } from 'kysely'

import type { LaborOverride, LaborOverrideDraft, LaborRuleView } from '@pult/contract/schedule-settings'
import { commonRules, overrideFault, presets, type LaborRule } from '@pult/engine/labor'

import { invalid, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'
import { engineOverride } from './engine-override.ts'

/** Every rule there is, each once. */
const allRules: readonly LaborRule[] = [...Object.values(presets).flat(), ...commonRules]

export async function readOverrides(tx: Tx, centerId: number): Promise<LaborOverride[]> {
  const { rows } = await sql<LaborOverride>`
    select override_id as "overrideId", rule_id as "ruleId", o.agreement_id as "agreementId", a.name as "agentName",
      o.valid_from as "from", o.valid_to as "to", severity, applies, parameters, reason, made_by_name as "madeByName",
      ${isoText('made_at')} as "madeAt"
    from labor_override o
      left join agreement g on g.center_id = o.center_id and g.agreement_id = o.agreement_id
      left join agent a on a.center_id = g.center_id and a.agent_id = g.agent_id
    where o.center_id = ${centerId}
    order by o.valid_from, override_id
  `.execute(tx)
  return rows
}

/** The rules with what the centre set over them; what is set over single agreements only for those who may read agreements. */
export async function listLaborRules(tx: Tx, caller: Caller): Promise<LaborRuleView[]> {
  const maySeeAll = caller.may('readAgreements')
  const overrides = (await readOverrides(tx, caller.centerId)).filter(
    ({ agreementId }) => agreementId === null || maySeeAll,
  )
  return allRules.map(({ ruleId, jurisdiction, kind, article, title, severity, parameters, ...rule }) => ({
    ruleId,
    jurisdiction: jurisdiction as LaborRuleView['jurisdiction'],
    kind,
    article,
    title: { ...title },
    // No preset switches a rule off.
    severity: severity === 'off' ? 'info' : severity,
    parameters: { ...parameters } as unknown as LaborRuleView['parameters'],
    validFrom: rule.validFrom,
    validTo: rule.validTo,
    isVerified: rule.isVerified,
    overrides: overrides.filter((one) => one.ruleId === ruleId),
  }))
}

export async function createOverride(tx: Tx, caller: Caller, draft: LaborOverrideDraft): Promise<number> {
  const rule = allRules.find(({ ruleId }) => ruleId === draft.ruleId)
  if (rule === undefined)
    throw invalid('unknownRule', `body.ruleId: there is no rule "${draft.ruleId}".`, { at: 'body.ruleId' })
  const fault = overrideFault(rule, engineOverride(draft))
  if (fault !== null) throw invalid('overrideFault', `body.parameters: ${fault}.`, { at: 'body.parameters' })
  if (draft.agreementId !== null) await refuseUnknownAgreement(tx, caller.centerId, draft.agreementId)
  const { rows } = await sql<{ id: number }>`
    insert into labor_override (center_id, rule_id, agreement_id, valid_from, valid_to, severity, applies, parameters, reason, made_by_name)
    values (${caller.centerId}, ${draft.ruleId}, ${draft.agreementId}, ${draft.from}, ${draft.to}, ${draft.severity}, ${draft.applies},
      ${JSON.stringify(draft.parameters)}::jsonb, ${draft.reason}, ${caller.name})
    returning override_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function deleteOverride(tx: Tx, centerId: number, overrideId: number): Promise<string> {
  const { rows } = await sql<{ ruleId: string }>`
    delete from labor_override where center_id = ${centerId} and override_id = ${overrideId} returning rule_id as "ruleId"
  `.execute(tx)
  const [gone] = rows
  if (gone === undefined) throw notFound('labour rule override')
  return gone.ruleId
}

async function refuseUnknownAgreement(tx: Tx, centerId: number, agreementId: number): Promise<void> {
  const { rows } = await sql`
    select 1 from agreement where center_id = ${centerId} and agreement_id = ${agreementId}`.execute(tx)
  if (rows.length === 0) throw notFound('agreement')
}
