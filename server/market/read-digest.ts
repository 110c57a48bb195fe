import type { DigestQuery, MarketDigest } from '@pult/contract/market-digest'
import type { SnapshotSummary } from '@pult/contract/market-words'
import { judgeSkills, medianChange, medianWithin, numberChange, skillShare, type SkillTwice } from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'
import { readChain, readSkillsTwice, readVacanciesTwice, type Chain, type VacanciesTwice } from './digest-store.ts'
import { isMadeUp } from './keep-made-up.ts'
import { listPosts } from './post-store.ts'
import { readSpecialisation } from './specialisation-store.ts'

const TOP = 10

interface DigestAsked extends DigestQuery {
  readonly specialisationId: number
  /** For the tax rule of own posts. */
  readonly today: string
  readonly withPosts: boolean
}

/** What changed on the market between two kept snapshots, and what only seems to. */
export async function readDigest(tx: Tx, centerId: number, asked: DigestAsked): Promise<MarketDigest> {
  const { specialisationId, today, withPosts, ...query } = asked
  const { name } = await readSpecialisation(tx, centerId, specialisationId)
  const chain = await readChain(tx, centerId, specialisationId, query)
  const skills = await readSkillsTwice(tx, centerId, chain)
  const twice = await readVacanciesTwice(tx, centerId, chain)
  const told = {
    name,
    isMadeUp: await isMadeUp(tx, centerId, specialisationId),
    now: dated(chain.now),
    former: dated(chain.former),
    doubts: doubtsOf(chain),
    vacancies: vacanciesOf(chain, twice),
    skills: skillsOf(chain, skills),
    pay: payOf(chain, twice),
    posts: withPosts ? await postsOf(tx, centerId, specialisationId, today) : null,
  }
  const { risen, fallen } = told.skills
  const isQuiet = risen.length + fallen.length === 0 && !told.vacancies.isSure && told.pay.change?.isSure !== true
  return { ...told, isQuiet }
}

const dated = (snapshot: SnapshotSummary | null): MarketDigest['now'] =>
  snapshot === null ? null : { snapshotId: snapshot.snapshotId, takenOn: snapshot.takenOn }

/** The number of vacancies says nothing where a source failed or another one was asked. */
function doubtsOf({ now, former, isReferenceFirst }: Chain): MarketDigest['doubts'] {
  if (now === null || former === null) return []
  const hasFailed = [now, former].some(({ counts }) => counts.some(({ problem }) => problem !== null))
  const sourcesOf = ({ counts, cause }: SnapshotSummary): string =>
    cause === 'file' || cause === 'demo'
      ? cause
      : counts
          .map(({ source }) => source)
          .toSorted()
          .join()
  return [
    ...(hasFailed ? (['sourceFailed'] as const) : []),
    ...(sourcesOf(now) === sourcesOf(former) ? [] : (['otherSources'] as const)),
    ...(isReferenceFirst ? (['onlyFirstSnapshot'] as const) : []),
  ]
}

function vacanciesOf(chain: Chain, { came, gone }: VacanciesTwice): MarketDigest['vacancies'] {
  const { now, former } = chain
  const active = now?.vacancies ?? 0
  if (former === null)
    return { now: active, former: null, came: 0, gone: 0, change: null, low: null, high: null, isSure: false }
  const { isSure, ...change } = numberChange(came, gone)
  const isLike = !doubtsOf(chain).some((doubt) => doubt !== 'onlyFirstSnapshot')
  return { now: active, former: former.vacancies, came, gone, ...change, isSure: isSure && isLike }
}

function skillsOf(
  { now, former, beforeNamed, afterNamed }: Chain,
  skills: readonly SkillTwice[],
): MarketDigest['skills'] {
  const named = now?.named ?? 0
  const top = skills
    .filter(({ activeNow }) => activeNow > 0)
    .toSorted((a, b) => b.activeNow - a.activeNow || (a.name < b.name ? -1 : 1))
    .slice(0, TOP)
    .map(({ name, activeNow }) => {
      const { naming, share, interval } = skillShare(activeNow, named)
      return { name, naming, share, ...interval }
    })
  const counts = { afterNamed, beforeNamed, top }
  if (former === null) return { ...counts, tested: 0, risen: [], fallen: [], entered: [], left: [], byChance: 0 }
  const { tested, risen, fallen, entered, left, byChance } = judgeSkills(skills, { beforeNamed, afterNamed })
  return {
    ...counts,
    tested,
    risen: [...risen],
    fallen: [...fallen],
    entered: [...entered],
    left: [...left],
    byChance,
  }
}

function payOf({ former }: Chain, { payNow, payBefore, payAfter }: VacanciesTwice): MarketDigest['pay'] {
  const change = former === null ? null : medianChange(payBefore, payAfter)
  return {
    ...medianWithin(payNow),
    change:
      change === null
        ? null
        : {
            before: payBefore.length,
            after: payAfter.length,
            ...change,
            isSure: change.low > 0 || change.high < 0,
          },
  }
}

async function postsOf(
  tx: Tx,
  centerId: number,
  specialisationId: number,
  today: string,
): Promise<MarketDigest['posts']> {
  const posts = await listPosts(tx, centerId, today)
  return posts
    .filter((post) => post.specialisationId === specialisationId)
    .map(({ title, people, netPay, gap, market, matrix }) => ({
      title,
      people,
      netPay,
      gap,
      n: market.n,
      missing: matrix.flatMap(({ name, has }) => (has ? [] : [name])).slice(0, TOP),
    }))
}
