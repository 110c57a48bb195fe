import { sql } from 'kysely'

import type { Mapping, Template } from '@pult/contract/imports'

import { notFound, type Caller, type Tx } from '../../platform/index.ts'

export async function listTemplates(tx: Tx, centerId: number): Promise<Template[]> {
  const { rows } = await sql<Template>`
    select mapping_template_id as "templateId", name, mapping from mapping_template where center_id = ${centerId} order by name collate names
  `.execute(tx)
  return rows
}

/** Keeps a mapping; one of the same name is replaced. */
export async function saveTemplate(tx: Tx, caller: Caller, name: string, mapping: Mapping): Promise<number> {
  await sql`delete from mapping_template where center_id = ${caller.centerId} and name = ${name}`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    insert into mapping_template (center_id, name, mapping, created_by) values (${caller.centerId}, ${name}, ${JSON.stringify(mapping)}, ${caller.userId})
    returning mapping_template_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function deleteTemplate(tx: Tx, centerId: number, templateId: number): Promise<void> {
  const result =
    await sql`delete from mapping_template where center_id = ${centerId} and mapping_template_id = ${templateId}`.execute(
      tx,
    )
  if (result.numAffectedRows === 0n) throw notFound('template')
}
