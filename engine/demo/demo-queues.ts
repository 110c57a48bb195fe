import { AROUND_THE_CLOCK, type WeeklyHours } from '../time/index.ts'
import type { DemoQueue, QueueNature } from './center.ts'

const daily = (from: string, to: string): WeeklyHours =>
  Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((weekday) => [weekday, [[from, to] as const]]))

const workingDays: WeeklyHours = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((weekday) => [weekday, [['09:00', '20:00'] as const]]),
)

const eighty = (withinSeconds: number): DemoQueue['target'] => ({ fraction: 0.8, withinSeconds })

export const demoQueues: readonly DemoQueue[] = [
  {
    code: 'sales',
    name: { ru: 'Продажи', en: 'Sales' },
    channel: 'voice',
    openingHours: daily('08:00', '22:00'),
    target: eighty(20),
    topics: ['Оформление заказа', 'Наличие товара', 'Акции и скидки', 'Подбор товара', 'Отмена заказа'],
  },
  {
    code: 'support',
    name: { ru: 'Поддержка 24/7', en: 'Support 24/7' },
    channel: 'voice',
    openingHours: AROUND_THE_CLOCK,
    target: eighty(20),
    topics: [
      'Не работает личный кабинет',
      'Возврат товара',
      'Гарантия',
      'Сборка и установка',
      'Жалоба',
      'Бонусная программа',
    ],
  },
  {
    code: 'delivery',
    name: { ru: 'Доставка', en: 'Delivery' },
    channel: 'voice',
    openingHours: daily('08:00', '22:00'),
    target: eighty(30),
    topics: ['Где заказ', 'Перенос доставки', 'Курьер не приехал', 'Повреждён при доставке', 'Пункт выдачи'],
  },
  {
    code: 'billing',
    name: { ru: 'Платежи и счета', en: 'Payments and invoices' },
    channel: 'voice',
    openingHours: workingDays,
    target: eighty(30),
    topics: ['Оплата не прошла', 'Возврат денег', 'Рассрочка', 'Закрывающие документы'],
  },
  {
    code: 'chat',
    name: { ru: 'Чат на сайте', en: 'Web chat' },
    channel: 'chat',
    openingHours: daily('09:00', '22:00'),
    target: eighty(45),
    topics: ['Где заказ', 'Наличие товара', 'Промокод', 'Возврат товара', 'Оплата не прошла'],
  },
  {
    code: 'email',
    name: { ru: 'Почта', en: 'E-mail' },
    channel: 'email',
    openingHours: daily('09:00', '21:00'),
    target: { fraction: 0.9, withinSeconds: 4 * 3600 },
    topics: ['Возврат товара', 'Закрывающие документы', 'Жалоба', 'Сотрудничество'],
  },
]

// Hours 0 to 23. Sales rise towards the evening; delivery is a morning's worry; payments keep office hours.
const SALES_HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 3, 6, 8.5, 9.5, 9, 8, 7.5, 7.5, 8, 8.5, 8.5, 8, 7, 4.5, 0, 0]
const SUPPORT_HOURS = [
  0.9, 0.6, 0.45, 0.4, 0.4, 0.5, 0.9, 1.8, 3.8, 6.3, 7.8, 8.2, 7.8, 7, 6.8, 6.7, 6.7, 6.6, 6.2, 5.6, 4.8, 3.7, 2.5, 1.5,
]
const DELIVERY_HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 5.5, 9, 10.5, 10, 8.5, 7.5, 7, 7, 7.2, 7.5, 7, 6, 4.5, 2.6, 0, 0]
const BILLING_HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 11.5, 12, 10.5, 8.5, 9, 9.5, 9.5, 8.5, 6.5, 5, 0, 0, 0, 0]
const CHAT_HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 8, 9, 9, 8.5, 8, 8, 8, 8, 8, 7.5, 7, 5, 0, 0]
const EMAIL_HOURS = [
  1, 0.6, 0.4, 0.3, 0.3, 0.5, 1.2, 2.5, 5, 8, 9, 8.5, 7.5, 6.5, 6.5, 6.5, 6, 5.5, 4.5, 4, 3.5, 3, 2.5, 1.7,
]

const voice = {
  holdShare: 0.16,
  patienceSeconds: 210,
  timeoutSeconds: 600,
  timeoutTo: 'timeout',
  callbackShare: 0.14,
} as const

export const queueNatureByCode: Readonly<Record<string, QueueNature>> = {
  sales: {
    ...voice,
    contactsPerDay: 1370,
    hourWeights: SALES_HOURS,
    weekendFactor: 0.62,
    talkSeconds: 225,
    acwSeconds: 28,
    transferShare: 0.07,
    transferTo: 'billing',
    unresolvedShare: 0.07,
  },
  support: {
    ...voice,
    contactsPerDay: 1650,
    hourWeights: SUPPORT_HOURS,
    weekendFactor: 0.62,
    talkSeconds: 235,
    acwSeconds: 34,
    holdShare: 0.22,
    transferShare: 0.06,
    transferTo: 'delivery',
    timeoutTo: 'voicemail',
    unresolvedShare: 0.11,
  },
  delivery: {
    ...voice,
    contactsPerDay: 1500,
    hourWeights: DELIVERY_HOURS,
    weekendFactor: 0.52,
    talkSeconds: 150,
    acwSeconds: 20,
    transferShare: 0.04,
    transferTo: 'support',
    unresolvedShare: 0.12,
  },
  billing: {
    ...voice,
    contactsPerDay: 690,
    hourWeights: BILLING_HOURS,
    weekendFactor: 0.4,
    talkSeconds: 205,
    acwSeconds: 40,
    transferShare: 0.05,
    transferTo: 'support',
    timeoutSeconds: 240,
    timeoutTo: 'overflow',
    overflowTo: 'support',
    unresolvedShare: 0.08,
  },
  chat: {
    contactsPerDay: 850,
    hourWeights: CHAT_HOURS,
    weekendFactor: 0.65,
    talkSeconds: 420,
    acwSeconds: 25,
    holdShare: 0,
    transferShare: 0,
    transferTo: 'chat',
    patienceSeconds: 420,
    timeoutSeconds: 1200,
    timeoutTo: 'timeout',
    callbackShare: 0,
    unresolvedShare: 0.08,
  },
  email: {
    contactsPerDay: 380,
    hourWeights: EMAIL_HOURS,
    weekendFactor: 0.5,
    talkSeconds: 215,
    acwSeconds: 15,
    holdShare: 0,
    transferShare: 0,
    transferTo: 'email',
    patienceSeconds: Number.POSITIVE_INFINITY,
    timeoutSeconds: Number.POSITIVE_INFINITY,
    timeoutTo: 'overflow',
    callbackShare: 0,
    unresolvedShare: 0.08,
  },
}
