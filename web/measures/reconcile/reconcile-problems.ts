import { defineText } from '../../ui/text.ts'

/** Refusals that only reconciliations make. */
export const reconcileProblems = defineText({
  en: {
    outsideReport: 'A row tells days outside the period of the report.',
    unknownQueue: 'A row speaks of a queue that this centre has not.',
    periodTooLong: 'The period is too long: at most {days} days can be asked for at once.',
  },
  ru: {
    outsideReport: 'Строка говорит о днях вне периода отчёта.',
    unknownQueue: 'Строка говорит об очереди, которой в этом центре нет.',
    periodTooLong: 'Период слишком длинный: за раз можно взять не больше {days} дней.',
  },
})
