import { defineText } from '../ui/text.ts'

/** Refusals that only this room's routes make. */
export const centerProblems = defineText({
  en: {
    sameQueue: 'A queue cannot be united with itself.',
  },
  ru: {
    sameQueue: 'Очередь нельзя объединить с самой собой.',
  },
})
