import { adjustForMany } from './holm.ts'
import { shareChange, type ShareChange } from './share-change.ts'

/** A skill at two snapshots, and among vacancies first seen before and after the former of them. */
export interface SkillTwice {
  readonly name: string
  readonly activeThen: number
  readonly activeNow: number
  readonly before: number
  readonly after: number
}

export interface JudgedSkill extends ShareChange {
  readonly name: string
  /** How many of the new vacancies name it. */
  readonly naming: number
}

export interface SkillsJudged {
  /** How many skills were looked at; chances are adjusted for all of them. */
  readonly tested: number
  readonly risen: readonly JudgedSkill[]
  readonly fallen: readonly JudgedSkill[]
  /** Of them: those that came among the twenty most named, and those that went from there. */
  readonly entered: readonly string[]
  readonly left: readonly string[]
  /** Skills that crossed that line by no more than chance moves them. */
  readonly byChance: number
}

/** The most named are looked at, then and now together, so that which ones does not depend on how they moved. */
const LOOKED_AT = 100
const TOP = 20
const SURE_BELOW = 0.05

/**
 * What changed in skills, and what only seems to. Shares are compared between vacancies first seen before and after: the active ones of two
 * snapshots are mostly the same, and a test would take them for twice as many.
 */
export function judgeSkills(
  skills: readonly SkillTwice[],
  { beforeNamed, afterNamed }: { readonly beforeNamed: number; readonly afterNamed: number },
): SkillsJudged {
  const looked = skills.toSorted((a, b) => b.before + b.after - a.before - a.after || byName(a, b)).slice(0, LOOKED_AT)
  const changes = looked.flatMap(({ name, before, after }) => {
    const change = shareChange({ naming: before, named: beforeNamed }, { naming: after, named: afterNamed })
    return change === null ? [] : [{ name, naming: after, ...change }]
  })
  const adjusted = adjustForMany(changes.map(({ pValue }) => pValue))
  const sure = changes
    .map((change, place) => ({ ...change, pValue: adjusted[place] ?? 1 }))
    .filter(({ pValue }) => pValue < SURE_BELOW)
  const risen = sure.filter(({ difference }) => difference > 0).toSorted((a, b) => b.difference - a.difference)
  const fallen = sure.filter(({ difference }) => difference < 0).toSorted((a, b) => a.difference - b.difference)
  const then = topOf(skills, ({ activeThen }) => activeThen)
  const now = topOf(skills, ({ activeNow }) => activeNow)
  const entered = risen.filter(({ name }) => now.has(name) && !then.has(name)).map(({ name }) => name)
  const left = fallen.filter(({ name }) => then.has(name) && !now.has(name)).map(({ name }) => name)
  const crossed = [...now].filter((name) => !then.has(name)).length + [...then].filter((name) => !now.has(name)).length
  return { tested: changes.length, risen, fallen, entered, left, byChance: crossed - entered.length - left.length }
}

const byName = (a: SkillTwice, b: SkillTwice): number => (a.name < b.name ? -1 : 1)

const topOf = (skills: readonly SkillTwice[], count: (skill: SkillTwice) => number): Set<string> =>
  new Set(
    skills
      .filter((skill) => count(skill) > 0)
      .toSorted((a, b) => count(b) - count(a) || byName(a, b))
      .slice(0, TOP)
      .map(({ name }) => name),
  )

export interface NumberChange {
  readonly change: number
  readonly low: number
  readonly high: number
  readonly isSure: boolean
}

const TWO_SIDED = 1.959963984540054

/**
 * By how much the number of active vacancies changed. Those that came and those that went are two counts; what is left between them has the
 * spread of their sum.
 */
export function numberChange(came: number, gone: number): NumberChange {
  const change = came - gone
  const half = TWO_SIDED * Math.sqrt(came + gone)
  return { change, low: change - half, high: change + half, isSure: Math.abs(change) > half }
}
