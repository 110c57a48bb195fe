import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const staffingProblems = defineText({
  en: {
    noLoad: 'There is no load in these days to count agents for.',
    tooManyDays: 'At most 92 days can be counted at once.',
    kindTwice: 'A kind of shrinkage is named twice.',
    nobodyLeft: 'Together these kinds leave nobody at the posts.',
    requirementPublished: 'A published requirement stays: rosters are made from it.',
  },
  ru: {
    noLoad: 'В эти дни нет нагрузки, для которой можно посчитать операторов.',
    tooManyDays: 'За один раз считается не больше 92 дней.',
    kindTwice: 'Вид потерь назван дважды.',
    nobodyLeft: 'Вместе эти потери не оставляют на линии никого.',
    requirementPublished: 'Опубликованная потребность остаётся: по ней составляют графики.',
  },
})
