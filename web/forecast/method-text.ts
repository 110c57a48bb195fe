import { defineText } from '../ui/text.ts'

/** Names of methods are those of the engine's members. */
export const methodText = defineText({
  en: {
    methods: 'By method',
    methodsHint:
      'Back-tests of the last hundred open days: each day forecast from its own past only, error by interval over what came. The forecast is a blend whose weights follow these errors; where it loses to the four-week average, that is the forecast. A queue is learnt anew once a week.',
    methodsNone: 'No queue has been learnt yet. Make a forecast.',
    method: 'Method',
    lead: { one: '{count} day ahead', other: '{count} days ahead' },
    weight: 'Weight now',
    chosen: 'The forecast as it is made',
    factors: 'Factors of the day’s shape, 200 days',
    factorsShort: 'Factors, 100 days',
    factorsLong: 'Factors, 400 days',
    profiles: 'Weekday profiles and level',
    profilesLong: 'Weekday profiles, long memory',
    levels: 'Exponential smoothing',
    median9w: 'Median of nine weeks',
    average4w: 'Average of four weeks',
    average8w: 'Average of eight weeks',
    seasonalNaive: 'As a week before',
  },
  ru: {
    methods: 'По методам',
    methodsHint:
      'Проверка на последних ста рабочих днях: каждый день прогнозируется только по своему прошлому, ошибка по интервалам к пришедшему. Прогноз — смесь методов, веса следуют этим ошибкам; где смесь проигрывает среднему за четыре недели, прогнозом становится оно. Очередь изучается заново раз в неделю.',
    methodsNone: 'Ни одна очередь ещё не изучена. Сделайте прогноз.',
    method: 'Метод',
    lead: 'Дней вперёд: {count}',
    weight: 'Вес сейчас',
    chosen: 'Прогноз, каким он делается',
    factors: 'Факторы формы дня, 200 дней',
    factorsShort: 'Факторы, 100 дней',
    factorsLong: 'Факторы, 400 дней',
    profiles: 'Профили дней недели и уровень',
    profilesLong: 'Профили дней недели, долгая память',
    levels: 'Экспоненциальное сглаживание',
    median9w: 'Медиана девяти недель',
    average4w: 'Среднее за четыре недели',
    average8w: 'Среднее за восемь недель',
    seasonalNaive: 'Как неделю назад',
  },
})
