import { sql } from 'kysely'

import type {
  AgreementTemplate,
  AgreementTemplateChange,
  AgreementTemplateDraft,
  AppliedTemplate,
} from '@pult/contract/people-agreements'
import type { LocalDate } from '@pult/engine/time'

import { notFound, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'
import { createAgreement } from './agreement.ts'
import { refuseContradiction, termsOf, type Terms } from './agreement-terms.ts'

interface TemplateRow extends Omit<AgreementTemplate, keyof Terms> {
  readonly terms: Terms
}

async function readTemplates(tx: Tx, centerId: number, templateId: number | null): Promise<AgreementTemplate[]> {
  const { rows } = await sql<TemplateRow>`
    select template_id as "templateId", name, terms, cost_per_hour as "costPerHour", version,
      (select count(*) from agreement a where a.center_id = t.center_id and a.template_id = t.template_id
        and a.valid_from <= current_date and coalesce(a.valid_to, 'infinity'::date) >= current_date) as agents
    from agreement_template t
    where center_id = ${centerId} and (${templateId}::bigint is null or template_id = ${templateId}::bigint)
    order by name collate names
  `.execute(tx)
  return rows.map(({ terms, ...row }) => ({ ...row, ...terms }))
}

export async function listTemplates(tx: Tx, caller: Caller): Promise<AgreementTemplate[]> {
  const templates = await readTemplates(tx, caller.centerId, null)
  return caller.may('readPersonalData') ? templates : templates.map((one) => ({ ...one, costPerHour: null }))
}

export async function createTemplate(tx: Tx, centerId: number, draft: AgreementTemplateDraft): Promise<number> {
  refuseContradiction(draft)
  const { rows } = await sql<{ id: number }>`
    insert into agreement_template (center_id, name, terms, cost_per_hour)
    values (${centerId}, ${draft.name}, ${JSON.stringify(termsOf(draft))}::jsonb, ${draft.costPerHour}) returning template_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changeTemplate(
  tx: Tx,
  centerId: number,
  templateId: number,
  change: AgreementTemplateChange,
): Promise<void> {
  refuseContradiction(change)
  const { numAffectedRows } = await sql`
    update agreement_template set name = ${change.name}, terms = ${JSON.stringify(termsOf(change))}::jsonb,
      cost_per_hour = ${change.costPerHour}, version = version + 1
    where center_id = ${centerId} and template_id = ${templateId} and version = ${change.version}
  `.execute(tx)
  if (numAffectedRows === 0n) {
    const found = await readTemplates(tx, centerId, templateId)
    throw staleOrMissing(found.length > 0, 'agreement template')
  }
}

export async function deleteTemplate(tx: Tx, centerId: number, templateId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from agreement_template where center_id = ${centerId} and template_id = ${templateId}`.execute(tx)
  if (numAffectedRows === 0n) throw notFound('agreement template')
}

/** Makes the same agreement with each of them; whoever has a later one already keeps it. */
export async function applyTemplate(
  tx: Tx,
  caller: Caller,
  templateId: number,
  { agentIds, from }: { readonly agentIds: readonly number[]; readonly from: LocalDate },
): Promise<AppliedTemplate> {
  const { centerId } = caller
  const [template] = await readTemplates(tx, centerId, templateId)
  if (template === undefined) throw notFound('agreement template')
  const wanted = [...new Set(agentIds)]
  const { rows } = await sql<{ agentId: number; name: string; laterFrom: LocalDate | null; holds: boolean }>`
    select agent_id as "agentId", name,
      (select min(valid_from) from agreement a where a.center_id = g.center_id and a.agent_id = g.agent_id
        and coalesce(valid_to, 'infinity'::date) >= ${from}::date and (valid_from >= ${from}::date or valid_to is not null)) as "laterFrom",
      exists (select 1 from agreement a where a.center_id = g.center_id and a.agent_id = g.agent_id and valid_from < ${from}::date and valid_to is null) as holds
    from agent g where center_id = ${centerId} and agent_id = any(${wanted}::integer[]) order by agent_id
  `.execute(tx)
  if (rows.length < wanted.length) throw notFound('agent')
  const free = rows.filter(({ laterFrom }) => laterFrom === null)
  for (const { agentId } of free)
    await createAgreement(
      tx,
      caller,
      { agentId, from, to: null, ...termsOf(template), costPerHour: template.costPerHour },
      templateId,
    )
  return {
    made: free.length,
    ended: free.filter(({ holds }) => holds).length,
    leftOut: rows.flatMap(({ agentId, name, laterFrom }) => (laterFrom === null ? [] : [{ agentId, name, laterFrom }])),
  }
}
