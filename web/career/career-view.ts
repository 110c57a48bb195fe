import { defineView, inAddress } from '../platform/view.ts'

export const careerSteps = [
  'about',
  'experience',
  'results',
  'skills',
  'learning',
  'qualities',
  'profile',
  'letters',
  'files',
] as const
export type CareerStep = (typeof careerSteps)[number]

/** What the address of the page holds. */
export const careerView = defineView({
  of: inAddress.maybeNumber(),
  step: inAddress.oneOf(careerSteps, 'about'),
})
