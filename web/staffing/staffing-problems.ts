import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const staffingProblems = defineText({
  en: {
    otherWork: 'This rule is for another kind of work than the queue’s channel: open the rules again.',
    forecastUnfinished: 'This forecast is not made yet: wait until it is, then count agents from it.',
    notCountedYet: 'This was not counted to its end yet: there is nothing to export.',
    tooManyDays: 'At most 92 days can be counted at once.',
    kindTwice: 'A kind of shrinkage is named twice.',
    hourTwice: 'An hour of the week is named twice in a kind of shrinkage.',
    nobodyLeft: 'Together these kinds leave nobody at the posts.',
    requirementPublished: 'A published requirement stays: rosters are made from it.',
  },
  ru: {
    otherWork: 'Правило не подходит к каналу очереди: откройте правила заново.',
    forecastUnfinished: 'Этот прогноз ещё не готов: дождитесь его, потом считайте операторов.',
    notCountedYet: 'Это ещё не посчитано до конца: выгружать нечего.',
    tooManyDays: 'За один раз считается не больше 92 дней.',
    kindTwice: 'Вид потерь назван дважды.',
    hourTwice: 'Один и тот же час недели назван в виде потерь дважды.',
    nobodyLeft: 'Вместе эти потери не оставляют на линии никого.',
    requirementPublished: 'Опубликованная потребность остаётся: по ней составляют графики.',
  },
})
