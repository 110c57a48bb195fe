import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const scheduleProblems = defineText({
  en: {
    rosterPublished: 'A published roster is never changed: begin a new edition of it.',
    rosterFailed: 'This roster could not be made: there is nothing to change.',
    rosterIsMade: 'This roster is being made: wait until it is, or stop it.',
    nothingToStop: 'This roster is not being made any more.',
    tooManyDays: 'A roster holds six weeks at most.',
    requirementUnfinished: 'This requirement is not counted yet: wait until it is.',
    beyondRequirement: 'The days of the roster must lie within those of the requirement.',
  },
  ru: {
    rosterPublished: 'Опубликованный график не меняется: начните его новую редакцию.',
    rosterFailed: 'Этот график не составлен: менять в нём нечего.',
    rosterIsMade: 'Этот график сейчас составляется: дождитесь конца или остановите поиск.',
    nothingToStop: 'Этот график уже не составляется.',
    tooManyDays: 'График охватывает не больше шести недель.',
    requirementUnfinished: 'Эта потребность ещё не посчитана: подождите.',
    beyondRequirement: 'Дни графика должны лежать внутри дней потребности.',
  },
})
