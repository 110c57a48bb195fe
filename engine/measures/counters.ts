/**
 * What everything is computed from: quantities that add up over legs, intervals, queues and agents. A ratio is never kept and
 * never averaged; its counters are, and they are divided last.
 */
export interface Counter {
  readonly id: CounterId
  readonly ru: string
  readonly en: string
  readonly unit: 'contacts' | 'ms' | 's2' | 'times'
  readonly combine: 'sum' | 'max'
  /** `contact`: from legs; `time`: from agents' states. */
  readonly family: 'contact' | 'time'
  /** Needs a threshold in seconds: "within 20 s". */
  readonly threshold: boolean
}

/** Every counter's id. */
export const counterIds = [
  'offered',
  'answered',
  'abandoned',
  'flowedOut',
  'callbackRequested',
  'stillOpen',
  'answeredWithin',
  'abandonedWithin',
  'flowedOutWithin',
  'callbackWithin',
  'waitAnsweredMs',
  'waitAnsweredS2',
  'waitAbandonedMs',
  'waitAbandonedS2',
  'waitFlowedOutMs',
  'waitFlowedOutS2',
  'longestWaitMs',
  'handled',
  'talkMs',
  'talkS2',
  'holdMs',
  'holdS2',
  'acwMs',
  'acwS2',
  'handleS2',
  'held',
  'transferredOut',
  'agentNoAnswers',
  'hungUpByAgent',
  'answeredInInterval',
  'handledInInterval',
  'outboundAttempts',
  'outboundReached',
  'outboundHandleMs',
  'outboundHandleS2',
  'sessionMs',
  'pauseMs',
  'unpaidPauseMs',
  'trainingMs',
  'offQueueMs',
  'ringingMs',
  'handlingMs',
  'signedOutMs',
  'contactMs',
] as const
export type CounterId = (typeof counterIds)[number]

const contact = { unit: 'contacts', combine: 'sum', family: 'contact', threshold: false } as const
const within = { ...contact, threshold: true } as const
const duration = { ...contact, unit: 'ms' } as const
const squares = { ...contact, unit: 's2' } as const
const time = { ...duration, family: 'time' } as const

const table: Readonly<Record<CounterId, Omit<Counter, 'id'>>> = {
  offered: { ...contact, ru: 'поступившие в очередь', en: 'inbound contacts that entered a queue' },
  answered: { ...contact, ru: 'отвеченные', en: 'offered contacts that an agent answered' },
  abandoned: { ...contact, ru: 'потерянные', en: 'offered contacts whose customer left before an answer' },
  flowedOut: {
    ...contact,
    ru: 'ушедшие из очереди (автоответчик, обратный звонок, другая очередь, тайм-аут, клавиша)',
    en: 'offered contacts the system took out of the queue (voicemail, callback, overflow, timeout, key)',
  },
  callbackRequested: { ...contact, ru: 'заказавшие обратный звонок', en: 'flow-outs that asked to be called back' },
  stillOpen: { ...contact, ru: 'ещё не завершённые', en: 'offered contacts not finished when the data end' },
  answeredWithin: {
    ...within,
    ru: 'отвеченные в пределах порога',
    en: 'answered with a wait of at most the threshold',
  },
  abandonedWithin: {
    ...within,
    ru: 'потерянные в пределах порога',
    en: 'abandoned with a wait of at most the threshold',
  },
  flowedOutWithin: {
    ...within,
    ru: 'ушедшие из очереди в пределах порога',
    en: 'flowed out with a wait of at most the threshold',
  },
  callbackWithin: {
    ...within,
    ru: 'заказавшие обратный звонок в пределах порога',
    en: 'asked for a callback within the threshold',
  },
  waitAnsweredMs: { ...duration, ru: 'ожидание отвеченных', en: 'waiting time of the answered' },
  waitAnsweredS2: { ...squares, ru: 'сумма квадратов ожидания отвеченных', en: 'sum of squared waits of the answered' },
  waitAbandonedMs: { ...duration, ru: 'ожидание потерянных', en: 'waiting time of the abandoned' },
  waitAbandonedS2: {
    ...squares,
    ru: 'сумма квадратов ожидания потерянных',
    en: 'sum of squared waits of the abandoned',
  },
  waitFlowedOutMs: { ...duration, ru: 'ожидание ушедших из очереди', en: 'waiting time of the flowed out' },
  waitFlowedOutS2: {
    ...squares,
    ru: 'сумма квадратов ожидания ушедших из очереди',
    en: 'sum of squared waits of the flowed out',
  },
  longestWaitMs: { ...duration, combine: 'max', ru: 'самое долгое ожидание', en: 'longest wait of any contact' },
  handled: { ...contact, ru: 'обработанные', en: 'answered contacts that were finished' },
  talkMs: { ...duration, ru: 'время разговора', en: 'talk time' },
  talkS2: { ...squares, ru: 'сумма квадратов времени разговора', en: 'sum of squared talk times' },
  holdMs: { ...duration, ru: 'время удержания', en: 'hold time' },
  holdS2: { ...squares, ru: 'сумма квадратов времени удержания', en: 'sum of squared hold times' },
  acwMs: { ...duration, ru: 'поствызывная обработка', en: 'after-contact work' },
  acwS2: {
    ...squares,
    ru: 'сумма квадратов поствызывной обработки',
    en: 'sum of squared after-contact work',
  },
  handleS2: { ...squares, ru: 'сумма квадратов времени обработки', en: 'sum of squared handling times' },
  held: { ...contact, ru: 'обращения с удержанием', en: 'contacts put on hold at least once' },
  transferredOut: { ...contact, ru: 'переведённые', en: 'contacts an agent passed on' },
  agentNoAnswers: {
    ...contact,
    unit: 'times',
    ru: 'неответы операторов',
    en: 'offers to agents that were not answered',
  },
  hungUpByAgent: { ...contact, ru: 'завершённые оператором', en: 'contacts the agent hung up' },
  answeredInInterval: { ...contact, ru: 'отвеченные по времени ответа', en: 'answered, counted when answered' },
  handledInInterval: { ...contact, ru: 'обработанные по времени завершения', en: 'handled, counted when finished' },
  outboundAttempts: { ...contact, ru: 'исходящие попытки', en: 'outbound attempts' },
  outboundReached: { ...contact, ru: 'исходящие с ответом', en: 'outbound attempts that reached someone' },
  outboundHandleMs: {
    ...duration,
    ru: 'время обработки исходящих с набором',
    en: 'handling time of outbound contacts, dialling included',
  },
  outboundHandleS2: {
    ...squares,
    ru: 'сумма квадратов времени обработки исходящих с набором',
    en: 'sum of squared handling times of outbound contacts, dialling included',
  },
  sessionMs: { ...time, ru: 'время в системе', en: 'signed-in time' },
  pauseMs: { ...time, ru: 'время на паузе', en: 'time on pause' },
  unpaidPauseMs: { ...time, ru: 'неоплачиваемые паузы', en: 'unpaid time on pause' },
  trainingMs: { ...time, ru: 'обучение и встречи', en: 'training and meetings' },
  offQueueMs: { ...time, ru: 'другая работа', en: 'other work outside the queues' },
  ringingMs: { ...time, ru: 'время звонка у оператора', en: 'ringing at the agent' },
  handlingMs: {
    ...time,
    ru: 'время с клиентами (разговор, удержание, обработка) за время в системе, часы оператора',
    en: 'time with customers (talk, hold, after-work) while signed in, by the agent’s own clock',
  },
  signedOutMs: {
    ...time,
    ru: 'время с клиентами, когда оператор в систему не вошёл',
    en: 'time with customers while the agent was not signed in',
  },
  contactMs: { ...time, ru: 'сумма длительностей обращений', en: 'summed length of contacts, at once or not' },
}

/** Every counter by its id. */
export const counters: Readonly<Record<CounterId, Counter>> = Object.fromEntries(
  Object.entries(table).map(([id, counter]) => [id, { ...counter, id: id as CounterId }]),
) as Record<CounterId, Counter>
