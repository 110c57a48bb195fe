import { createRandom } from '../numeric/index.ts'
import type { ToldPay } from './pay.ts'

/** A vacancy that nobody ever posted, for the demonstration and for stand-ins of vacancy sites. */
export interface MadeUpVacancy {
  readonly id: string
  readonly title: string
  readonly employer: string | null
  readonly city: string
  readonly pay: ToldPay | null
  readonly experience: string
  readonly schedule: string
  readonly skills: readonly string[]
  /** Weeks it is active: the first, and the one after the last. */
  readonly fromWeek: number
  readonly toWeek: number
}

export interface MadeUpProfession {
  readonly titles: readonly string[]
  /** Roubles a month after tax in the capital. */
  readonly medianPay: number
  /** Skills with the share of vacancies that name each, and by how much it changes over the year. */
  readonly skills: readonly (readonly [string, number, number?])[]
}

export const madeUpProfessions: Readonly<Record<'head' | 'supervisor' | 'operator', MadeUpProfession>> = {
  head: {
    titles: ['Руководитель контактного центра', 'Руководитель колл-центра', 'Начальник контакт-центра'],
    medianPay: 165_000,
    skills: [
      ['Обучение персонала', 0.36],
      ['Управление персоналом', 0.33],
      ['Работа в команде', 0.31, -0.08],
      ['Мотивация персонала', 0.22],
      ['Подбор персонала', 0.18],
      ['Управление командой', 0.16, 0.1],
      ['Руководство коллективом', 0.12],
      ['CRM', 0.11],
      ['Многозадачность', 0.1],
      ['Работа в режиме многозадачности', 0.06],
      ['Умение работать в команде', 0.06],
      ['Обучение сотрудников', 0.07],
      ['Ведение переговоров', 0.08],
      ['Проведение переговоров', 0.04],
      ['Речевая аналитика', 0.05, 0.16],
      ['Голосовые роботы', 0.03, 0.13],
      ['Прогнозирование нагрузки', 0.06],
      ['Планирование смен', 0.07],
      ['Контроль качества', 0.12],
      ['Управление бюджетом', 0.09],
      ['Бюджетирование', 0.05],
      ['SQL', 0.05, 0.06],
      ['MS Excel', 0.13],
      ['Телемаркетинг', 0.07, -0.05],
      ['Английский язык', 0.05],
    ],
  },
  supervisor: {
    titles: ['Супервайзер контактного центра', 'Супервайзер колл-центра', 'Старший оператор контактного центра'],
    medianPay: 78_000,
    skills: [
      ['Обучение персонала', 0.4],
      ['Контроль качества', 0.28],
      ['Работа в команде', 0.26],
      ['Грамотная речь', 0.24],
      ['Мотивация персонала', 0.19],
      ['Наставничество', 0.12],
      ['Прослушивание звонков', 0.14],
      ['Планирование смен', 0.11],
      ['MS Excel', 0.2],
      ['CRM', 0.12],
      ['Многозадачность', 0.12],
      ['Работа с возражениями', 0.09],
    ],
  },
  operator: {
    titles: ['Оператор контактного центра', 'Оператор колл-центра', 'Специалист контактного центра'],
    medianPay: 52_000,
    skills: [
      ['Грамотная речь', 0.44],
      ['Работа в команде', 0.33],
      ['Входящие звонки', 0.3],
      ['Исходящие звонки', 0.21],
      ['Пользователь ПК', 0.27],
      ['Уверенный пользователь ПК', 0.09],
      ['Клиентоориентированность', 0.18],
      ['Ориентация на клиента', 0.08],
      ['Работа с возражениями', 0.14],
      ['Телефонные переговоры', 0.19],
      ['Холодные звонки', 0.1],
      ['Телефонные продажи', 0.12],
      ['Чаты с клиентами', 0.1, 0.12],
      ['Стрессоустойчивость', 0.11],
    ],
  },
}

/** Cities with their share of vacancies and the level of pay there. */
const cities: readonly (readonly [string, number, number])[] = [
  ['Москва', 0.38, 1],
  ['Санкт-Петербург', 0.16, 0.88],
  ['Екатеринбург', 0.07, 0.76],
  ['Казань', 0.07, 0.72],
  ['Новосибирск', 0.07, 0.74],
  ['Нижний Новгород', 0.06, 0.68],
  ['Самара', 0.05, 0.66],
  ['Воронеж', 0.05, 0.62],
  ['Краснодар', 0.05, 0.68],
  ['Тула', 0.04, 0.6],
]
const experiences: readonly (readonly [string, number, number])[] = [
  ['noExperience', 0.1, 0.78],
  ['between1And3', 0.42, 0.92],
  ['between3And6', 0.4, 1.08],
  ['moreThan6', 0.08, 1.3],
]
const schedules = ['fullDay', 'shift', 'remote', 'flexible'] as const
const employerStems = [
  'Лукошко',
  'Связной дом',
  'Ответ',
  'Горизонт',
  'Полюс',
  'Берег',
  'Северный ветер',
  'Рубин',
  'Домна',
  'Ладья',
]
const employerKinds = ['Контакт', 'Банк', 'Ритейл', 'Телеком', 'Сервис', 'Страхование', 'Медцентр', 'Логистика']

/** Skills that raise made-up pay, so that the demonstration shows what such a difference looks like. */
const dear: Readonly<Record<string, number>> = { SQL: 1.14, 'Английский язык': 1.1, 'Управление бюджетом': 1.07 }

export interface MakeUpOptions {
  readonly seed: string
  readonly count: number
  readonly weeks: number
}

/** Made-up vacancies of a profession over some weeks. The same seed gives the same ones. */
export function makeUpVacancies(profession: MadeUpProfession, { seed, count, weeks }: MakeUpOptions): MadeUpVacancy[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, index): MadeUpVacancy => {
    const own = random.fork(index)
    const fromWeek = own.integer(-5, weeks)
    const progress = Math.max(0, fromWeek) / Math.max(1, weeks - 1)
    const skills = own.chance(0.06)
      ? []
      : profession.skills
          .filter(([, share, change = 0]) => own.chance(Math.max(0.005, share + change * progress)))
          .map(([skill]) => skill)
    const [city, , cityLevel] = cities[own.weighted(cities.map(([, weight]) => weight))] ?? ['Москва', 1, 1]
    const [experience, , level] = experiences[own.weighted(experiences.map(([, weight]) => weight))] ?? ['', 1, 1]
    const skillLevel = skills.reduce((product, skill) => product * (dear[skill] ?? 1), 1)
    const middle =
      own.lognormal(profession.medianPay * 1.02, profession.medianPay * 0.2) * cityLevel * level * skillLevel
    return {
      id: `${seed}-${index + 1}`,
      title: own.pick(profession.titles),
      employer: own.chance(0.01) ? null : `${own.pick(employerKinds)} «${own.pick(employerStems)}»`,
      city,
      pay: madeUpPay(own.uniform(), middle, own.uniform()),
      experience,
      schedule: own.pick(schedules),
      skills,
      fromWeek,
      toWeek: fromWeek + 1 + Math.floor(own.exponential(4)),
    }
  })
}

/** Most tell from and to, some only one of them, a few none, by the shift or in dollars. */
function madeUpPay(form: number, middle: number, tax: number): ToldPay | null {
  const round = (value: number): number => Math.round(value / 1000) * 1000
  const plain = { currency: 'RUB', isGross: tax < 0.25 ? true : tax < 0.92 ? false : null, per: 'month' as const }
  if (form < 0.2) return null
  if (form < 0.22) return { ...plain, from: round(middle / 15), to: null, per: 'shift' }
  if (form < 0.23) return { ...plain, from: round(middle / 80), to: null, currency: 'USD' }
  if (form < 0.42) return { ...plain, from: round(middle * 0.92), to: null }
  if (form < 0.5) return { ...plain, from: null, to: round(middle * 1.08) }
  return { ...plain, from: round(middle * 0.84), to: round(middle * 1.16) }
}
