import { defineText } from '../ui/text.ts'

export const accuracyText = defineText({
  en: {
    byHour: 'By hour of the day',
    byHourHint:
      'The intervals that begin in the hour, by the centre’s clock, however far ahead they were forecast. Hours in which nothing was expected and nothing came are left out.',
    hour: 'Hour',
    intervals: 'Intervals',
    cameCount: 'Contacts came',
    wape: 'Error by interval',
    bias: 'Bias',
    covered80: 'In 80 % band',
    covered95: 'In 95 % band',
    table_days: 'By queue and days ahead',
    table_hours: 'By queue and hour',
    table_methods: 'By method',
  },
  ru: {
    byHour: 'По часам суток',
    byHourHint:
      'Интервалы, которые начинаются в этом часу по часам центра, какой бы ни была дальность прогноза. Часы, когда ничего не ожидалось и не пришло, не показаны.',
    hour: 'Час',
    intervals: 'Интервалов',
    cameCount: 'Пришло обращений',
    wape: 'Ошибка по интервалам',
    bias: 'Смещение',
    covered80: 'В полосе 80 %',
    covered95: 'В полосе 95 %',
    table_days: 'По очередям и дальности',
    table_hours: 'По очередям и часам',
    table_methods: 'По методам',
  },
})
