import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const scheduleProblems = defineText({
  en: {},
  ru: {},
})
