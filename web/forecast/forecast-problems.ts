import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const forecastProblems = defineText({
  en: {
    noHistory: 'There is no history to forecast from yet. Import contacts first.',
    dayIsKnown: 'The first day must lie after the last day of history.',
    periodBackwards: 'The last day lies before the first one.',
    tooFar: 'At most eighteen months can be forecast.',
    notDraft: 'Only a finished draft can be published.',
    published: 'A published forecast stays: plans were made from it.',
    layerUndone: 'Somebody has undone this layer already.',
    layerIsPast: 'The last day has passed: a layer is laid over days to come.',
    hoursBackwards: 'The hours end before they begin.',
    stretchBackwards: 'The stretch ends before it begins.',
    stretchAhead: 'The stretch lies ahead; only what has been can be left out.',
    stretchTooLong: 'At most a quarter can be left out at once.',
    eventTooLong: 'At most a quarter can be measured at once.',
  },
  ru: {
    noHistory: 'Прогнозировать пока не из чего. Сначала загрузите обращения.',
    dayIsKnown: 'Первый день должен быть позже последнего дня истории.',
    periodBackwards: 'Последний день раньше первого.',
    tooFar: 'Прогноз строится не больше чем на полтора года.',
    notDraft: 'Опубликовать можно только готовый черновик.',
    published: 'Опубликованный прогноз остаётся: по нему строили планы.',
    layerUndone: 'Этот слой уже кто-то снял.',
    layerIsPast: 'Последний день уже прошёл: слой ложится на дни впереди.',
    hoursBackwards: 'Часы кончаются раньше, чем начинаются.',
    stretchBackwards: 'Отрезок кончается раньше, чем начинается.',
    stretchAhead: 'Отрезок ещё впереди; исключить можно только то, что было.',
    stretchTooLong: 'За раз исключается не больше квартала.',
    eventTooLong: 'За раз измеряется не больше квартала.',
  },
})
