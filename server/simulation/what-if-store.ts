import { sql } from 'kysely'

import { WhatIfDraft, type WhatIf, type WhatIfEdit, type WhatIfHead } from '@pult/contract/simulation'
import type { CenterModel } from '@pult/engine/simulation'

import { conflict, isoText, notFound, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'

const headColumns = sql`
  what_if_id as "whatIfId", name, status, progress, problem, draft, scenarios, version, changed_by_name as "changedByName",
  ${isoText('changed_at')} as "changedAt"`

export async function listWhatIfs(tx: Tx, centerId: number): Promise<WhatIfHead[]> {
  const { rows } = await sql<WhatIfHead>`
    select ${headColumns} from what_if where center_id = ${centerId} order by what_if_id desc limit 200`.execute(tx)
  // What was asked before a part was added to the draft has its usual value.
  return rows.map((row) => ({ ...row, draft: WhatIfDraft.parse(row.draft) }))
}

export async function readWhatIf(tx: Tx, centerId: number, whatIfId: number): Promise<WhatIf> {
  const { rows } = await sql<WhatIf>`
    select ${headColumns}, base, results from what_if where center_id = ${centerId} and what_if_id = ${whatIfId}`.execute(
    tx,
  )
  const [found] = rows
  if (found === undefined) throw notFound('what-if')
  return { ...found, draft: WhatIfDraft.parse(found.draft) }
}

/** The model of the base; null until the day was read. */
export async function readModel(tx: Tx, centerId: number, whatIfId: number): Promise<CenterModel | null> {
  const { rows } = await sql<{ model: CenterModel | null }>`
    select model from what_if where center_id = ${centerId} and what_if_id = ${whatIfId}`.execute(tx)
  return rows[0]?.model ?? null
}

export async function createWhatIf(tx: Tx, caller: Caller, draft: WhatIfDraft): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into what_if (center_id, name, draft, changed_by, changed_by_name)
    values (${caller.centerId}, ${draft.name}, ${JSON.stringify(draft)}::jsonb, ${caller.userId}, ${caller.name})
    returning what_if_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

/** New scenarios wait to be run; a new name alone does not. Resolves to the version to run, or null. */
export async function editWhatIf(
  tx: Tx,
  caller: Caller,
  whatIfId: number,
  { name, scenarios, version }: WhatIfEdit,
): Promise<number | null> {
  const given = JSON.stringify(scenarios)
  const { rows } = await sql<{ version: number; isSame: boolean }>`
    update what_if w set name = ${name}, scenarios = ${given}::jsonb, version = w.version + 1, changed_by = ${caller.userId},
      changed_by_name = ${caller.name}, changed_at = now(),
      status = case when former.same then w.status else 'waiting' end, progress = case when former.same then w.progress else 0 end,
      results = case when former.same then w.results end, problem = case when former.same then w.problem end
    from (
      select what_if_id, scenarios = ${given}::jsonb and status = 'done' as same from what_if
      where center_id = ${caller.centerId} and what_if_id = ${whatIfId}
    ) former
    where w.center_id = ${caller.centerId} and w.what_if_id = former.what_if_id and w.version = ${version}
    returning w.version, former.same as "isSame"
  `.execute(tx)
  const [changed] = rows
  if (changed !== undefined) return changed.isSame ? null : changed.version
  const { rows: there } = await sql`
    select 1 from what_if where center_id = ${caller.centerId} and what_if_id = ${whatIfId}`.execute(tx)
  throw staleOrMissing(there.length > 0, 'what-if')
}

export async function cancelWhatIf(tx: Tx, centerId: number, whatIfId: number): Promise<void> {
  const { status } = await readWhatIf(tx, centerId, whatIfId)
  if (status !== 'waiting' && status !== 'running')
    throw conflict('notRunning', 'This is not being run: there is nothing to stop.')
  await sql`
    update what_if set status = 'cancelled' where center_id = ${centerId} and what_if_id = ${whatIfId}`.execute(tx)
}

export async function deleteWhatIf(tx: Tx, centerId: number, whatIfId: number): Promise<void> {
  await readWhatIf(tx, centerId, whatIfId)
  await sql`delete from what_if where center_id = ${centerId} and what_if_id = ${whatIfId}`.execute(tx)
}

export interface RunChange {
  readonly status?: WhatIf['status']
  readonly progress?: number
  readonly problem?: string
  readonly base?: WhatIf['base']
  readonly model?: CenterModel
  readonly results?: WhatIf['results']
}

/** Written by the run of this version only; false when it was cancelled, changed or thrown away meanwhile. */
export async function changeRun(
  tx: Tx,
  key: { readonly centerId: number; readonly whatIfId: number; readonly version: number },
  { status, progress, problem, base, model, results }: RunChange,
): Promise<boolean> {
  const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
  const { rows } = await sql`
    update what_if set status = coalesce(${status ?? null}, status), progress = coalesce(${progress ?? null}::double precision, progress),
      problem = ${problem ?? null}, base = coalesce(${json(base)}::jsonb, base), model = coalesce(${json(model)}::jsonb, model),
      results = coalesce(${json(results)}::jsonb, results)
    where center_id = ${key.centerId} and what_if_id = ${key.whatIfId} and version = ${key.version} and status in ('waiting', 'running')
    returning 1
  `.execute(tx)
  return rows.length > 0
}
