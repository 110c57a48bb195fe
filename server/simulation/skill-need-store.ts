import { sql } from 'kysely'

import { SkillNeedDraft, type SkillNeed, type SkillNeedResult } from '@pult/contract/staffing-skills'

import { isoText, notFound, type Caller, type Tx } from '../platform/index.ts'

type FoundGroup = Omit<SkillNeedResult['groups'][number], 'scheduled'>

/** What a search found: agents at their posts. */
export interface SearchResult extends Omit<SkillNeedResult, 'groups' | 'rosterHours' | 'shrinkage'> {
  readonly groups: FoundGroup[]
}

export interface KeptSkillNeed extends Omit<SkillNeed, 'result' | 'isStale'> {
  readonly result: SearchResult | null
}

const columns = sql`
  skill_need_id as "skillNeedId", status, progress, problem, draft, result, made_by_name as "madeByName",
  ${isoText('made_at')} as "madeAt"`

export async function listSkillNeeds(tx: Tx, centerId: number): Promise<KeptSkillNeed[]> {
  const { rows } = await sql<KeptSkillNeed>`
    select ${columns} from skill_need where center_id = ${centerId} order by skill_need_id desc limit 20`.execute(tx)
  return rows.map(whole)
}

export async function readSkillNeed(tx: Tx, centerId: number, skillNeedId: number): Promise<KeptSkillNeed> {
  const { rows } = await sql<KeptSkillNeed>`
    select ${columns} from skill_need where center_id = ${centerId} and skill_need_id = ${skillNeedId}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('skill need')
  return whole(found)
}

/** What was asked before a part was added to the draft has its usual value. */
const whole = (kept: KeptSkillNeed): KeptSkillNeed => ({ ...kept, draft: SkillNeedDraft.parse(kept.draft) })

export async function createSkillNeed(tx: Tx, caller: Caller, draft: SkillNeedDraft): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into skill_need (center_id, draft, made_by, made_by_name)
    values (${caller.centerId}, ${JSON.stringify(draft)}::jsonb, ${caller.userId}, ${caller.name}) returning skill_need_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export interface SkillNeedChange {
  readonly status?: SkillNeed['status']
  readonly progress?: number
  readonly problem?: string
  readonly result?: SearchResult
}

/** False where it was thrown away, or has come to its end. */
export async function changeSkillNeed(
  tx: Tx,
  centerId: number,
  skillNeedId: number,
  { status, progress, problem, result }: SkillNeedChange,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update skill_need set status = coalesce(${status ?? null}, status), progress = coalesce(${progress ?? null}::double precision, progress),
      problem = ${problem ?? null}, result = coalesce(${result === undefined ? null : JSON.stringify(result)}::jsonb, result)
    where center_id = ${centerId} and skill_need_id = ${skillNeedId} and status in ('waiting', 'counting')
  `.execute(tx)
  return numAffectedRows === 1n
}

export async function deleteSkillNeed(tx: Tx, centerId: number, skillNeedId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from skill_need where center_id = ${centerId} and skill_need_id = ${skillNeedId}`.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('skill need')
}
