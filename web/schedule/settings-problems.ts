import { defineText } from '../ui/text.ts'

/** Refusals of the routes behind labour rules, templates, rotations and wishes. */
export const settingsProblems = defineText({
  en: {
    templateImpossible: 'No shift can be made from this: {detail}',
    activityImpossible: 'This cannot be placed: {detail}',
    unknownRule: 'There is no such rule any more.',
    overrideFault: 'This value does not fit the rule: {detail}',
    agentTwice: 'One of the agents walks through the pattern twice on the same days.',
    wishOfNothing: 'Choose the shift or the time that is wished for.',
  },
  ru: {
    templateImpossible: 'Такая смена невозможна: {detail}',
    activityImpossible: 'Это нельзя поставить: {detail}',
    unknownRule: 'Такого правила больше нет.',
    overrideFault: 'Значение не подходит к правилу: {detail}',
    agentTwice: 'Один из операторов идёт по циклу дважды в одни и те же дни.',
    wishOfNothing: 'Выберите смену или время, о которых пожелание.',
  },
})
