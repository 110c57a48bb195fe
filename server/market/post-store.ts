import { sql } from 'kysely'

import type { Post, PostDraft } from '@pult/contract/market-posts'
import { grossToNet, payFigures, payStanding, skillKey, taxRuleOn, type PayCount } from '@pult/engine/market'

import { notFound, type Tx } from '../platform/index.ts'
import { readPayCounts } from './read-pay.ts'
import { readSkills } from './read-skills.ts'
import { readSpecialisation } from './specialisation-store.ts'

const MATRIX_SKILLS = 20
/** Below so many vacancies with pay nothing is said of risk. */
const LEAST_FOR_RISK = 10

/** Posts of the centre beside the market of their specialisation. */
export async function listPosts(tx: Tx, centerId: number, today: string): Promise<Post[]> {
  const { rows } = await sql<PostDraft & { postId: number }>`
    select post_id as "postId", specialisation_id as "specialisationId", title, people, monthly_pay as "monthlyPay", is_gross as "isGross", skills
    from market_post where center_id = ${centerId} order by post_id
  `.execute(tx)
  const posts: Post[] = []
  const query = { scope: 'active', search: '', sort: 'share', limit: MATRIX_SKILLS } as const
  for (const row of rows) {
    const points = await readPayCounts(tx, centerId, row.specialisationId)
    const { skills } = await readSkills(tx, centerId, row.specialisationId, query)
    const { rows: groups } = await sql<{ key: string; root: string }>`
      select k.key, g.key as root from market_skill k join market_skill g on g.center_id = k.center_id and g.skill_id = k.same_as
      where k.center_id = ${centerId}`.execute(tx)
    const rootOf = new Map(groups.map(({ key, root }) => [key, root]))
    const own = new Set(row.skills.flatMap((skill) => skillKey(skill) ?? []).map((key) => rootOf.get(key) ?? key))
    const matrix = skills.map(({ name, share }) => ({ name, share, has: own.has(name) }))
    posts.push({ ...row, ...besideMarket(row, points, today), matrix })
  }
  return posts
}

function besideMarket(
  { monthlyPay, isGross }: PostDraft,
  points: readonly PayCount[],
  today: string,
): Pick<Post, 'netPay' | 'market' | 'standing' | 'gap' | 'risk'> {
  const netPay = isGross ? grossToNet(monthlyPay, taxRuleOn(today)) : monthlyPay
  const market = payFigures(points)
  const { median, p25, n } = market
  const risk =
    n < LEAST_FOR_RISK || median === null || p25 === null
      ? 'unknown'
      : netPay < p25
        ? 'high'
        : netPay < median
          ? 'medium'
          : 'low'
  return {
    netPay,
    market,
    standing: payStanding(points, netPay),
    gap: median === null ? null : netPay / median - 1,
    risk,
  }
}

export async function createPost(tx: Tx, centerId: number, draft: PostDraft): Promise<number> {
  await readSpecialisation(tx, centerId, draft.specialisationId)
  const { specialisationId, title, people, monthlyPay, isGross, skills } = draft
  const { rows } = await sql<{ id: number }>`
    insert into market_post (center_id, specialisation_id, title, people, monthly_pay, is_gross, skills)
    values (${centerId}, ${specialisationId}, ${title}, ${people}, ${monthlyPay}, ${isGross}, ${skills}::text[]) returning post_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changePost(tx: Tx, centerId: number, postId: number, draft: PostDraft): Promise<void> {
  await readSpecialisation(tx, centerId, draft.specialisationId)
  const { specialisationId, title, people, monthlyPay, isGross, skills } = draft
  const { numAffectedRows } = await sql`
    update market_post set specialisation_id = ${specialisationId}, title = ${title}, people = ${people}, monthly_pay = ${monthlyPay},
      is_gross = ${isGross}, skills = ${skills}::text[]
    where center_id = ${centerId} and post_id = ${postId}
  `.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('post')
}

export async function deletePost(tx: Tx, centerId: number, postId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from market_post where center_id = ${centerId} and post_id = ${postId}`.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('post')
}
