import { printableResume, unfilledLines } from './blanks.ts'
import type { Resume, ResumeMonth } from './resume.ts'
import { jobSpan } from './service-years.ts'

/** The parts a résumé is filled in by, in the order of the wizard. */
export const resumeParts = ['about', 'experience', 'results', 'skills', 'learning', 'qualities', 'profile'] as const
export type ResumePart = (typeof resumeParts)[number]

/** What a part still wants. */
export interface PartState {
  readonly part: ResumePart
  /** 0 to 1. */
  readonly done: number
  /** What is missing, one word each. */
  readonly missing: readonly MissingThing[]
}

/** What a résumé may lack, in the order in which it is asked for. */
export const missingThings = [
  'name',
  'city',
  'contact',
  'desiredPosition',
  'job',
  'company',
  'jobPosition',
  'period',
  'periodBackwards',
  'duties',
  'results',
  'blanks',
  'keySkills',
  'technicalSkills',
  'education',
  'languages',
  'qualities',
  'profile',
] as const
export type MissingThing = (typeof missingThings)[number]

const mistakes: ReadonlySet<MissingThing> = new Set(['periodBackwards', 'blanks'])

type Check = readonly [MissingThing, boolean]

const ENOUGH_DUTIES = 3
const ENOUGH_KEY_SKILLS = 6

/** How far each part is, and what is missing in it. */
export function resumeProgress(draft: Resume, today: ResumeMonth): readonly PartState[] {
  const { contacts, desiredPosition, experience, profile, ...rest } = draft
  const printed = printableResume(draft)
  const last = experience[0]
  const checksByPart: Readonly<Record<ResumePart, readonly Check[]>> = {
    about: [
      ['desiredPosition', isTold(desiredPosition)],
      ['name', isTold(contacts.name)],
      ['city', isTold(contacts.city)],
      ['contact', isTold(contacts.phone) || isTold(contacts.email)],
    ],
    experience:
      last === undefined
        ? [['job', false]]
        : [
            ['job', true],
            ['company', experience.every(({ company }) => isTold(company))],
            ['jobPosition', experience.every(({ position }) => isTold(position))],
            ['period', experience.every(({ from }) => isTold(from))],
            ['periodBackwards', experience.every((job) => !isTold(job.from) || jobSpan(job, today) !== null)],
            ['duties', last.duties.length >= ENOUGH_DUTIES],
          ],
    results: [
      ['results', printed.experience.some(({ results }) => results.length > 0)],
      ['blanks', unfilledLines(draft) === 0],
    ],
    skills: [
      ['keySkills', rest.keySkills.length >= ENOUGH_KEY_SKILLS],
      ['technicalSkills', rest.technicalSkills.length > 0],
    ],
    learning: [
      ['education', rest.education.some(({ institution }) => isTold(institution))],
      ['languages', rest.languages.length > 0],
    ],
    qualities: [['qualities', rest.qualities.length > 0]],
    profile: [['profile', printed.profile.length > 0 && profile.length > 0]],
  }
  return resumeParts.map((part) => {
    // A mistake that is not there is no merit: nothing written is nothing done.
    const checks = checksByPart[part].filter(([thing, isDone]) => !(isDone && mistakes.has(thing)))
    const missing = checks.filter(([, isDone]) => !isDone).map(([thing]) => thing)
    return { part, done: 1 - missing.length / checks.length, missing }
  })
}

const isTold = (text: string): boolean => text.trim() !== ''

/** Of everything that a résumé should have, the part that is there. */
export function resumeDone(states: readonly PartState[]): number {
  return states.reduce((sum, { done }) => sum + done, 0) / states.length
}
