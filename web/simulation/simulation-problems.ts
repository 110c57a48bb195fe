import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const simulationProblems = defineText({
  en: {
    dayNotOver: 'Choose a day that is over: what came and who was there is not known of others.',
    notReadYet: 'The day itself was not read yet: wait until it is, then add scenarios.',
    notRunYet: 'This was not run to its end yet: there is nothing to export.',
  },
  ru: {
    dayNotOver: 'Выберите прошедший день: о других неизвестно, что пришло и кто был на месте.',
    notReadYet: 'Сам день ещё не прочитан: дождитесь, потом добавляйте варианты.',
    notRunYet: 'Это ещё не посчитано до конца: выгружать нечего.',
  },
})
