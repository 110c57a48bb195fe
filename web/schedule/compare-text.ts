import { defineText } from '../ui/text.ts'
import { commonWords } from './common-words.ts'

export const compareText = defineText({
  en: {
    ...commonWords.en,
    compareWith: 'Against',
    edition: 'edition',
    nothingToCompare: 'Nothing to compare with',
    nothingToCompareHint: 'There is no other roster that holds any of these days.',
    costAndLaw: 'Cost and law',
    difference: 'Difference',
    differences: 'Shifts that differ',
    dayOff: 'day off',
    before: 'There',
    after: 'Here',
    otherInside: 'other breaks or meetings',
    otherDays:
      'The two hold different days: their costs are of each as a whole; shifts are compared on the days they share.',
    notice: 'Notice',
    days: { one: '{count} day', other: '{count} days' },
    differAt: { one: 'Differs for {count} agent', other: 'Differs for {count} agents' },
    same: 'Every shift is the same.',
  },
  ru: {
    ...commonWords.ru,
    compareWith: 'Сравнить с',
    edition: 'редакция',
    nothingToCompare: 'Сравнить не с чем',
    nothingToCompareHint: 'Другого графика на какие-либо из этих дней нет.',
    costAndLaw: 'Стоимость и закон',
    difference: 'Разница',
    differences: 'Смены, которые отличаются',
    dayOff: 'выходной',
    before: 'Там',
    after: 'Здесь',
    otherInside: 'другие перерывы или встречи',
    otherDays: 'Графики охватывают разные дни: стоимость у каждого своя, целиком; смены сравниваются в общие дни.',
    notice: 'Срок уведомления',
    days: { one: '{count} день', few: '{count} дня', many: '{count} дней', other: '{count} дня' },
    differAt: {
      one: 'Отличается у {count} оператора',
      few: 'Отличается у {count} операторов',
      many: 'Отличается у {count} операторов',
      other: 'Отличается у {count} оператора',
    },
    same: 'Все смены совпадают.',
  },
})
