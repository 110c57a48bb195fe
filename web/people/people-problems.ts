import { defineText } from '../ui/text.ts'

/** Refusals that only this room's routes make. */
export const peopleProblems = defineText({
  en: {
    agreementOverlaps:
      'Another agreement with this person holds from {from} to {to}: two cannot hold on the same day. End one of them first.',
    agreementContradicts:
      'The terms contradict each other: at least {least} h is asked for and at most {most} h is allowed.',
    periodBackwards: 'The last day lies before the first.',
    minutesBackwards: 'The end must come after the beginning.',
    partOfManyDays: 'Only an absence of a single day may be a part of it.',
    absenceOverlaps:
      '{name} is away already from {from} to {to}. Change that absence, or join the two where both are of one kind.',
    sameAgent: 'An agent cannot be united with herself.',
  },
  ru: {
    agreementOverlaps:
      'С этим человеком уже действует другой договор с {from} по {to}: двух договоров на один день быть не может. Сначала завершите один из них.',
    agreementContradicts: 'Условия противоречат друг другу: нужно не меньше {least} ч, а можно не больше {most} ч.',
    periodBackwards: 'Последний день раньше первого.',
    minutesBackwards: 'Конец должен быть позже начала.',
    partOfManyDays: 'Частью дня может быть только отсутствие длиной в один день.',
    absenceOverlaps:
      '{name} уже отсутствует с {from} по {to}. Измените то отсутствие или объедините их, если они одного вида.',
    sameAgent: 'Оператора нельзя объединить с самим собой.',
  },
})
