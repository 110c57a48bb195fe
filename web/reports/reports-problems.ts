import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const reportsProblems = defineText({
  en: {
    tooManyReports: 'A centre has fifty reports at most: delete one first.',
    reportNotMade: 'This report has not been made yet, or could not be.',
  },
  ru: {
    tooManyReports: 'В центре не больше пятидесяти отчётов: сначала удалите один.',
    reportNotMade: 'Этот отчёт ещё не составлен или составить его не удалось.',
  },
})
