import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const alertsProblems = defineText({
  en: {
    tooManyAlertRules: 'A centre keeps a hundred rules at most: delete one first.',
    measureNotWatchable: 'A rule cannot watch this measure.',
    limitNeeded: 'There is no target of this: say from where on it is out of line.',
  },
  ru: {
    tooManyAlertRules: 'В центре не больше ста правил: сначала удалите лишнее.',
    measureNotWatchable: 'За этим показателем правило следить не может.',
    limitNeeded: 'Цели для этого нет: скажите, с какого значения это тревога.',
  },
})
