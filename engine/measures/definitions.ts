import { agentTimes, atPost } from './agent-time-definitions.ts'
import { term, words, type MeasureDefinition, type Term, type Words } from './definition.ts'

const HOUR_MS = 3_600_000

const target = (counter: Term['counter'], times = 1): Term => ({ counter, times, within: 'target' })
const short = (counter: Term['counter'], times = 1): Term => ({ counter, times, within: 'short' })

/** Contacts whose fate is known: those still open are nobody's miss yet. */
const settled: readonly Term[] = [term('answered'), term('abandoned'), term('flowedOut')]

const handling: readonly Term[] = [term('talkMs'), term('holdMs'), term('acwMs')]

type Draft = Omit<MeasureDefinition, 'version' | 'group'> & { readonly version?: number }

const draft = (group: MeasureDefinition['group'], drafts: readonly Draft[]): MeasureDefinition[] =>
  drafts.map((one) => ({ version: 1, group, ...one }))

const count = (
  id: string,
  counter: Term['counter'],
  name: Words,
  formula: Words,
  more: Partial<Draft> = {},
): Draft => ({
  id,
  kind: 'count',
  name,
  formula,
  numerator: [term(counter)],
  denominator: [],
  unit: 'contacts',
  better: 'neither',
  attribution: 'offered',
  source: 'Genesys Cloud metric definitions; Amazon Connect metrics',
  ...more,
})

const volume = draft('volume', [
  count(
    'offered',
    'offered',
    words('Поступило в очередь', 'Offered'),
    words('обращения, вошедшие в очередь к операторам', 'contacts that entered a queue for an agent'),
    {
      beware: words(
        'Обращение, перешедшее в другую очередь, считается в каждой из них.',
        'A contact that moved to another queue counts in each of them.',
      ),
    },
  ),
  count(
    'answered',
    'answered',
    words('Отвечено', 'Answered'),
    words('поступившие, на которые ответил оператор', 'offered contacts that an agent answered'),
  ),
  count(
    'abandoned',
    'abandoned',
    words('Потеряно', 'Abandoned'),
    words('поступившие, где клиент ушёл до ответа', 'offered contacts whose customer left before an answer'),
    {
      better: 'low',
      beware: words(
        'Заказ обратного звонка и неответ оператора — не потеря.',
        'A callback request or an agent’s missed ring is no abandonment.',
      ),
    },
  ),
  count(
    'flowedOut',
    'flowedOut',
    words('Ушло из очереди', 'Flowed out'),
    words('поступившие, которых система вывела из очереди', 'offered contacts the system took out of the queue'),
  ),
  count(
    'callbackRequested',
    'callbackRequested',
    words('Заказан обратный звонок', 'Callbacks requested'),
    words('ушедшие из очереди с заказом обратного звонка', 'flow-outs that asked to be called back'),
  ),
  count(
    'stillOpen',
    'stillOpen',
    words('Не завершено', 'Still open'),
    words('поступившие, исход которых ещё не известен', 'offered contacts whose outcome is not known yet'),
    {
      beware: words(
        'Сюда же относится отвеченный звонок, о конце которого журнал не сказал: сколько длился разговор, неизвестно, поэтому ни в уровень обслуживания, ни в среднее время обработки он не входит.',
        'An answered call whose end the log never told is here too: how long it was talked is unknown, so it is in neither service level nor average handling time.',
      ),
    },
  ),
  count(
    'answeredInInterval',
    'answeredInInterval',
    words('Отвечено в интервале', 'Answered in the interval'),
    words('отвеченные, по времени ответа', 'answered, counted when answered'),
    {
      attribution: 'answered',
      beware: words(
        'Поступившее в 7:28 и отвеченное в 7:32 поступило в одном интервале, а отвечено в другом; за день итоги сходятся.',
        'Offered at 7:28 and answered at 7:32: offered in one interval, answered in the next; day totals agree.',
      ),
    },
  ),
  count(
    'handledInInterval',
    'handledInInterval',
    words('Обработано в интервале', 'Handled in the interval'),
    words('обработанные, по времени завершения', 'handled, counted when finished'),
    { attribution: 'ended' },
  ),
])

const share = (
  id: string,
  name: Words,
  formula: Words,
  numerator: readonly Term[],
  denominator: readonly Term[],
  more: Partial<Draft>,
): Draft => ({
  id,
  kind: 'share',
  name,
  formula,
  numerator,
  denominator,
  unit: 'fraction',
  better: 'high',
  attribution: 'offered',
  source: '',
  ...more,
})

const SL = words('SL', 'SL')

const serviceLevels = draft('serviceLevel', [
  share(
    'serviceLevelNeutral',
    words('Уровень обслуживания (нейтральный)', 'Service level (neutral)'),
    words(
      'отвеченные в пороге ÷ (отвеченные + потерянные + ушедшие − потерянные и ушедшие в пределах порога)',
      'answered within the threshold ÷ (answered + abandoned + flowed out − abandoned and flowed out within the threshold)',
    ),
    [target('answeredWithin')],
    [...settled, target('abandonedWithin', -1), target('flowedOutWithin', -1)],
    {
      short: SL,
      source: 'features D1 SL-4; Cisco “abandoned calls ignored”',
      beware: words(
        'Ушедшие из очереди после порога — промах; до порога не считаются.',
        'Flow-outs after the threshold are a miss; before it they are left out.',
      ),
    },
  ),
  share(
    'serviceLevelStrict',
    words('Уровень обслуживания (строгий)', 'Service level (strict)'),
    words(
      'отвеченные в пороге ÷ (отвеченные + потерянные + ушедшие)',
      'answered within the threshold ÷ (answered + abandoned + flowed out)',
    ),
    [target('answeredWithin')],
    settled,
    { short: SL, source: 'features D1 SL-3; Cisco “abandoned calls negatively impact”' },
  ),
  share(
    'serviceLevelAnswered',
    words('Уровень обслуживания (по отвеченным)', 'Service level (answered only)'),
    words('отвеченные в пороге ÷ отвеченные', 'answered within the threshold ÷ answered'),
    [target('answeredWithin')],
    [term('answered')],
    {
      short: SL,
      source: 'features D1 SL-2; ICMI 2005',
      beware: words(
        'Не видит потерянных: чем больше потерь, тем лучше выглядит.',
        'Blind to the abandoned: the more are lost, the better it looks.',
      ),
    },
  ),
  share(
    'serviceLevelPositive',
    words('Уровень обслуживания (потери в пороге — успех)', 'Service level (positive)'),
    words(
      '(отвеченные + потерянные в пороге) ÷ (отвеченные + потерянные + ушедшие)',
      '(answered + abandoned within the threshold) ÷ (answered + abandoned + flowed out)',
    ),
    [target('answeredWithin'), target('abandonedWithin')],
    settled,
    { short: SL, source: 'features D1 SL-1; Cisco “abandoned calls positively impact”' },
  ),
  share(
    'serviceLevelShortCredit',
    words('Уровень обслуживания (короткие потери — успех)', 'Service level (short abandons credited)'),
    words(
      '(отвеченные в пороге + короткие потери) ÷ (отвеченные + потерянные + ушедшие)',
      '(answered within the threshold + short abandons) ÷ (answered + abandoned + flowed out)',
    ),
    [target('answeredWithin'), short('abandonedWithin')],
    settled,
    { short: SL, source: 'features D1 SL-5; ICMI' },
  ),
  share(
    'serviceLevelShortExcluded',
    words('Уровень обслуживания (без коротких потерь)', 'Service level (short abandons excluded)'),
    words(
      'отвеченные в пороге ÷ (отвеченные + потерянные + ушедшие − короткие потери)',
      'answered within the threshold ÷ (answered + abandoned + flowed out − short abandons)',
    ),
    [target('answeredWithin')],
    [...settled, short('abandonedWithin', -1)],
    { short: SL, source: 'features D1 SL-6; RingCentral, 8x8' },
  ),
  share(
    'serviceLevelWithoutFlowOuts',
    words('Уровень обслуживания (без ушедших из очереди)', 'Service level (flow-outs left out)'),
    words('отвеченные в пороге ÷ (отвеченные + потерянные)', 'answered within the threshold ÷ (answered + abandoned)'),
    [target('answeredWithin')],
    [term('answered'), term('abandoned')],
    {
      short: SL,
      source: 'features D1 SL-G; Genesys Cloud, flow-outs not included; Vonage without breakouts',
      beware: words(
        'Не видит ушедших: чем больше система уводит из очереди, тем лучше выглядит.',
        'Blind to flow-outs: the more the system takes out of the queue, the better it looks.',
      ),
    },
  ),
  share(
    'serviceLevelCallback',
    words('Уровень обслуживания (обратный звонок в пороге — успех)', 'Service level (callbacks credited)'),
    words(
      '(отвеченные + потерянные + заказавшие обратный звонок в пороге) ÷ (отвеченные + потерянные + ушедшие)',
      '(answered + abandoned + callbacks requested, within the threshold) ÷ (answered + abandoned + flowed out)',
    ),
    [target('answeredWithin'), target('abandonedWithin'), target('callbackWithin')],
    settled,
    { short: SL, source: 'Amazon Connect, service level X' },
  ),
])

const waiting = draft('waiting', [
  share(
    'answerRate',
    words('Доля отвеченных', 'Answer rate'),
    words('отвеченные ÷ (отвеченные + потерянные + ушедшие)', 'answered ÷ (answered + abandoned + flowed out)'),
    [term('answered')],
    settled,
    {
      source: 'Genesys Cloud',
    },
  ),
  share(
    'abandonRate',
    words('Доля потерянных', 'Abandon rate'),
    words('потерянные ÷ (отвеченные + потерянные + ушедшие)', 'abandoned ÷ (answered + abandoned + flowed out)'),
    [term('abandoned')],
    settled,
    {
      short: words('LCR', 'AR'),
      better: 'low',
      source: 'Genesys Cloud',
    },
  ),
  count(
    'abandonedWithin',
    'abandonedWithin',
    words('Потеряно в пределах порога', 'Abandoned within the threshold'),
    words('потерянные, ждавшие не дольше порога', 'abandoned with a wait of at most the threshold'),
    { numerator: [target('abandonedWithin')], source: 'features D2; Amazon Connect' },
  ),
  share(
    'abandonedWithinRate',
    words('Доля потерянных в пределах порога', 'Rate of abandoned within the threshold'),
    words(
      'потерянные в пороге ÷ (отвеченные + потерянные + ушедшие)',
      'abandoned within the threshold ÷ (answered + abandoned + flowed out)',
    ),
    [target('abandonedWithin')],
    settled,
    { better: 'neither', source: 'features D2; Amazon Connect' },
  ),
  count(
    'shortAbandoned',
    'abandonedWithin',
    words('Потеряно быстро', 'Abandoned shortly'),
    words(
      'потерянные, ждавшие не дольше порога коротких потерь',
      'abandoned with a wait of at most the threshold of short abandons',
    ),
    { numerator: [short('abandonedWithin')], source: 'features D1 B_s; QueueMetrics, unanswered short' },
  ),
  share(
    'netAbandonRate',
    words('Доля потерянных без коротких', 'Net abandon rate'),
    words(
      '(потерянные − короткие) ÷ (поступившие с известным исходом − короткие)',
      '(abandoned − short) ÷ (settled − short)',
    ),
    [term('abandoned'), short('abandonedWithin', -1)],
    [...settled, short('abandonedWithin', -1)],
    { better: 'low', source: 'features D2' },
  ),
  share(
    'flowOutRate',
    words('Доля ушедших из очереди', 'Flow-out rate'),
    words('ушедшие ÷ (отвеченные + потерянные + ушедшие)', 'flowed out ÷ (answered + abandoned + flowed out)'),
    [term('flowedOut')],
    settled,
    {
      better: 'low',
      source: 'Genesys Cloud',
    },
  ),
  mean(
    'asaSeconds',
    words('Среднее время ответа', 'Average speed of answer'),
    words('ожидание отвеченных ÷ отвеченные', 'waiting time of the answered ÷ answered'),
    [term('waitAnsweredMs')],
    [term('answered')],
    {
      short: words('ASA', 'ASA'),
      squares: ['waitAnsweredS2'],
      source: 'Amazon Connect, average queue answer time; waits of 0 s are in it',
      beware: words(
        'письма ждут часами: по всем каналам вместе среднее говорит только о них, поэтому страница «Сегодня» считает его без почты и мессенджеров; разбейте по каналам',
        'e-mails wait for hours: over all channels together the mean speaks of them alone, so Today leaves e-mail and messengers out of it; split by channel',
      ),
    },
  ),
  mean(
    'meanAbandonSeconds',
    words('Среднее ожидание потерянных', 'Average time to abandon'),
    words('ожидание потерянных ÷ потерянные', 'waiting time of the abandoned ÷ abandoned'),
    [term('waitAbandonedMs')],
    [term('abandoned')],
    {
      short: words('ATA', 'ATA'),
      squares: ['waitAbandonedS2'],
      better: 'neither',
      source: 'Amazon Connect, average queue abandon time',
      beware: words(
        'Это не терпение: дождавшиеся ответа сюда не входят.',
        'This is not patience: those who were answered are not in it.',
      ),
    },
  ),
  mean(
    'meanWaitSeconds',
    words('Среднее ожидание всех', 'Average wait of all'),
    words(
      'ожидание всех ÷ (отвеченные + потерянные + ушедшие)',
      'waiting time of all ÷ (answered + abandoned + flowed out)',
    ),
    [term('waitAnsweredMs'), term('waitAbandonedMs'), term('waitFlowedOutMs')],
    settled,
    { squares: ['waitAnsweredS2', 'waitAbandonedS2', 'waitFlowedOutS2'], source: 'Koole, glossary' },
  ),
  {
    id: 'longestWaitSeconds',
    kind: 'max',
    name: words('Самое долгое ожидание', 'Longest wait'),
    formula: words('наибольшее ожидание среди всех поступивших', 'the longest wait of any offered contact'),
    numerator: [term('longestWaitMs')],
    denominator: [],
    unit: 'seconds',
    better: 'low',
    attribution: 'offered',
    source: 'Amazon Connect, maximum queued time',
  },
  percentile('waitP50Seconds', 0.5, words('Медиана ожидания отвеченных', 'Median wait of the answered')),
  percentile(
    'waitP90Seconds',
    0.9,
    words('90-й процентиль ожидания отвеченных', '90th percentile wait of the answered'),
  ),
])

function mean(
  id: string,
  name: Words,
  formula: Words,
  numerator: readonly Term[],
  denominator: readonly Term[],
  more: Partial<Draft>,
): Draft {
  return {
    id,
    kind: 'mean',
    name,
    formula,
    numerator,
    denominator,
    unit: 'seconds',
    better: 'low',
    attribution: 'offered',
    source: '',
    ...more,
  }
}

function percentile(id: string, quantile: number, name: Words): Draft {
  return {
    id,
    kind: 'percentile',
    quantile,
    name,
    formula: words(
      `время, за которое ответили ${quantile * 100} % отвеченных`,
      `the time within which ${quantile * 100} % of the answered were answered`,
    ),
    numerator: [term('answeredWithin')],
    denominator: [term('answered')],
    unit: 'seconds',
    better: 'low',
    attribution: 'offered',
    source: 'order statistics from the waiting-time histogram; interpolated between bounds',
  }
}

const handlingTimes = draft('handling', [
  count(
    'handled',
    'handled',
    words('Обработано', 'Handled'),
    words('отвеченные и завершённые', 'answered and finished'),
  ),
  mean(
    'ahtSeconds',
    words('Среднее время обработки', 'Average handling time'),
    words(
      '(разговор + удержание + поствызывная обработка) ÷ обработанные',
      '(talk + hold + after-contact work) ÷ handled',
    ),
    handling,
    [term('handled')],
    {
      short: words('AHT', 'AHT'),
      squares: ['handleS2'],
      better: 'neither',
      source: 'Genesys Cloud; inbound only',
    },
  ),
  mean(
    'meanTalkSeconds',
    words('Среднее время разговора', 'Average talk time'),
    words('разговор ÷ обработанные', 'talk ÷ handled'),
    [term('talkMs')],
    [term('handled')],
    { short: words('ATT', 'ATT'), squares: ['talkS2'], better: 'neither', source: 'Genesys Cloud' },
  ),
  mean(
    'meanHoldSeconds',
    words('Среднее удержание на обращение', 'Average hold of all'),
    words('удержание ÷ обработанные', 'hold ÷ handled'),
    [term('holdMs')],
    [term('handled')],
    { squares: ['holdS2'], source: 'Amazon Connect, all contacts' },
  ),
  mean(
    'meanHoldOfHeldSeconds',
    words('Среднее удержание, где оно было', 'Average hold of the held'),
    words('удержание ÷ обращения с удержанием', 'hold ÷ contacts put on hold'),
    [term('holdMs')],
    [term('held')],
    { squares: ['holdS2'], source: 'Amazon Connect, held contacts' },
  ),
  mean(
    'meanAcwSeconds',
    words('Средняя поствызывная обработка', 'Average after-contact work'),
    words('поствызывная обработка ÷ обработанные', 'after-contact work ÷ handled'),
    [term('acwMs')],
    [term('handled')],
    { short: words('ACW', 'ACW'), squares: ['acwS2'], source: 'Genesys Cloud' },
  ),
  share(
    'acwShare',
    words('Доля поствызывной обработки', 'Share of after-contact work'),
    words('поствызывная обработка ÷ время обработки', 'after-contact work ÷ handling time'),
    [term('acwMs')],
    handling,
    { better: 'low', source: 'NICE CXone' },
  ),
  share(
    'activeTalkShare',
    words('Доля разговора', 'Share of active talk'),
    words('разговор ÷ время обработки', 'talk ÷ handling time'),
    [term('talkMs')],
    handling,
    { better: 'neither', source: 'NICE CXone' },
  ),
  count(
    'transferredOut',
    'transferredOut',
    words('Переведено', 'Transferred'),
    words('обращения, которые оператор передал дальше', 'answered contacts that an agent passed on'),
  ),
  share(
    'transferRate',
    words('Доля переводов', 'Transfer rate'),
    words('переведённые ÷ обработанные', 'transferred ÷ handled'),
    [term('transferredOut')],
    [term('handled')],
    { better: 'low', source: 'features D2' },
  ),
  share(
    'agentHungUpFirstRate',
    words('Завершено оператором', 'Agent hung up first'),
    words('завершённые оператором ÷ обработанные', 'hung up by the agent ÷ handled'),
    [term('hungUpByAgent')],
    [term('handled')],
    {
      better: 'neither',
      source: 'Amazon Connect',
    },
  ),
  count(
    'agentNoAnswers',
    'agentNoAnswers',
    words('Неответы операторов, всего', 'Missed offers to agents'),
    words('предложения обращений операторам, оставшиеся без ответа', 'offers to agents that were not answered'),
    {
      unit: 'times',
      better: 'low',
      source: 'QueueMetrics, lost attempts; Amazon Connect',
      beware: words(
        'Одно обращение может считаться несколько раз: по разу за каждый звонок у оператора.',
        'One contact may count several times: once for each agent at whom it rang.',
      ),
    },
  ),
  share(
    'agentNoAnswerRate',
    words('Доля неответов операторов', 'Agent non-response rate'),
    words('неответы ÷ (неответы + отвеченные)', 'missed offers ÷ (missed offers + answered)'),
    [term('agentNoAnswers')],
    [term('agentNoAnswers'), term('answered')],
    {
      better: 'low',
      source: 'Amazon Connect; one contact may count several times',
    },
  ),
  share(
    'agentAnswerRate',
    words('Доля ответов операторов', 'Agent answer rate'),
    words('отвеченные ÷ (неответы + отвеченные)', 'answered ÷ (missed offers + answered)'),
    [term('answered')],
    [term('agentNoAnswers'), term('answered')],
    { source: 'Amazon Connect' },
  ),
])

const agents = draft('agents', [
  share(
    'occupancy',
    words('Загрузка операторов', 'Occupancy'),
    words(
      'время с клиентами ÷ (время с клиентами + ожидание обращений)',
      'time with customers ÷ (time with customers + time waiting for one)',
    ),
    [term('handlingMs')],
    atPost,
    {
      short: words('OCC', 'OCC'),
      better: 'neither',
      attribution: 'time',
      source: 'Google CCAI; Amazon Connect (wall clock, chats at once count once)',
      beware: words(
        'Время с клиентами вне входа в систему сюда не входит: см. «С клиентами без входа в систему».',
        'Work with customers while signed out is not in it: see “With customers while signed out”.',
      ),
    },
  ),
  share(
    'utilization',
    words('Использование рабочего времени', 'Utilization'),
    words(
      '(с клиентами + обучение + другая работа) ÷ время в системе без неоплачиваемых пауз',
      '(with customers + training + other work) ÷ signed-in time less unpaid pauses',
    ),
    [term('handlingMs'), term('trainingMs'), term('offQueueMs')],
    [term('sessionMs'), term('unpaidPauseMs', -1)],
    {
      attribution: 'time',
      source: 'features D3 (c); signed-in time less unpaid pauses stands for paid time until schedules are known',
      beware: words(
        'Под этим словом разные системы понимают разное.',
        'Different systems mean different things by this word.',
      ),
    },
  ),
  share(
    'occupancyOfSession',
    words('Загрузка за время в системе без пауз', 'Occupancy of the session without pauses'),
    words('время с клиентами ÷ (время в системе − паузы)', 'time with customers ÷ (signed-in time − pauses)'),
    [term('handlingMs')],
    [term('sessionMs'), term('pauseMs', -1)],
    {
      better: 'neither',
      attribution: 'time',
      source: 'features D3; own formula under QueueMetrics’ label, which prints none',
      beware: words(
        'Обучение и другая работа стоят в знаменателе: ниже обычной загрузки.',
        'Training and other work are in the denominator: lower than the usual occupancy.',
      ),
    },
  ),
  share(
    'availability',
    words('Доступность', 'Availability'),
    words(
      '(с клиентами + вызов у оператора + ожидание) ÷ время в системе без неоплачиваемых пауз',
      '(with customers + ringing + waiting for one) ÷ signed-in time less unpaid pauses',
    ),
    [term('sessionMs'), term('pauseMs', -1), term('trainingMs', -1), term('offQueueMs', -1)],
    [term('sessionMs'), term('unpaidPauseMs', -1)],
    {
      attribution: 'time',
      source: 'features D3 (a), Assembled’s utilization; signed-in time stands for paid time until schedules are known',
    },
  ),
  share(
    'shrinkageSignedIn',
    words('Потери рабочего времени внутри смены', 'Shrinkage while signed in'),
    words(
      '(оплачиваемые паузы + обучение + другая работа) ÷ время в системе без неоплачиваемых пауз',
      '(paid pauses + training + other work) ÷ signed-in time less unpaid pauses',
    ),
    [term('pauseMs'), term('unpaidPauseMs', -1), term('trainingMs'), term('offQueueMs')],
    [term('sessionMs'), term('unpaidPauseMs', -1)],
    {
      better: 'neither',
      attribution: 'time',
      source: 'features D3, Genesys Cloud; signed-in time stands for paid time until schedules are known',
      beware: words(
        'Отсутствия и опоздания сюда не входят: их знают только графики.',
        'Absence and lateness are not in it: only schedules know them.',
      ),
    },
  ),
  share(
    'pauseShare',
    words('Доля пауз', 'Pause share'),
    words('паузы ÷ время в системе', 'pauses ÷ signed-in time'),
    [term('pauseMs')],
    [term('sessionMs')],
    { better: 'low', attribution: 'time', source: 'QueueMetrics' },
  ),
  {
    id: 'concurrency',
    kind: 'ratio',
    name: words('Одновременность', 'Concurrency'),
    formula: words(
      'сумма длительностей обращений ÷ время, когда есть хотя бы одно',
      'summed length of contacts ÷ time with at least one',
    ),
    numerator: [term('contactMs')],
    denominator: [term('handlingMs'), term('signedOutMs')],
    unit: 'times',
    better: 'neither',
    attribution: 'time',
    source: 'features D3',
  },
  {
    id: 'contactsPerHour',
    kind: 'ratio',
    name: words('Обращений в час', 'Contacts per hour'),
    short: words('CPH', 'CPH'),
    formula: words(
      '(отвеченные + исходящие с ответом) ÷ часы в системе без пауз',
      '(answered + outbound reached) ÷ signed-in hours without pauses',
    ),
    numerator: [term('answered'), term('outboundReached')],
    denominator: [term('sessionMs', 1 / HOUR_MS), term('pauseMs', -1 / HOUR_MS)],
    unit: 'times',
    better: 'neither',
    attribution: 'offered',
    source: 'QueueMetrics, CPH; hours less pauses are own',
    beware: words(
      'Больше – не лучше само по себе: короткие и трудные обращения стоят разного времени.',
      'More is not better by itself: short and hard contacts take different time.',
    ),
  },
  {
    id: 'signedInSeconds',
    kind: 'count',
    name: words('Время в системе', 'Signed-in time'),
    formula: words('от входа до выхода', 'from login to logout'),
    numerator: [term('sessionMs')],
    denominator: [],
    unit: 'seconds',
    better: 'neither',
    attribution: 'time',
    source: 'QueueMetrics, session time',
  },
  {
    id: 'handlingSignedOutSeconds',
    kind: 'count',
    name: words('С клиентами без входа в систему', 'With customers while signed out'),
    formula: words(
      'время с клиентами, когда оператор в систему не вошёл',
      'time with customers while the agent was not signed in',
    ),
    numerator: [term('signedOutMs')],
    denominator: [],
    unit: 'seconds',
    better: 'low',
    attribution: 'time',
    source: 'own: what the shares of agents’ time leave out, so that none is above 100 %',
    beware: words(
      'Если станция не сообщает о входах и выходах, здесь всё время с клиентами, а загрузки нет.',
      'Where the system tells no logins, all time with customers is here, and there is no occupancy.',
    ),
  },
])

const outbound = draft('outbound', [
  count(
    'outboundAttempts',
    'outboundAttempts',
    words('Исходящих попыток', 'Outbound attempts'),
    words('исходящие попытки', 'outbound attempts'),
  ),
  count(
    'outboundReached',
    'outboundReached',
    words('Исходящих с ответом', 'Outbound reached'),
    words('исходящие попытки, на которые ответили', 'outbound attempts that reached someone'),
  ),
  share(
    'outboundReachRate',
    words('Доля дозвона', 'Reach rate'),
    words('исходящие с ответом ÷ исходящие попытки', 'reached ÷ outbound attempts'),
    [term('outboundReached')],
    [term('outboundAttempts')],
    { source: 'features D3' },
  ),
  mean(
    'ahtOutboundSeconds',
    words('Среднее время обработки исходящих', 'Average handling time, outbound'),
    words(
      '(набор + разговор + удержание + обработка) ÷ исходящие с ответом',
      '(dialling + talk + hold + after-work) ÷ reached',
    ),
    [term('outboundHandleMs')],
    [term('outboundReached')],
    {
      squares: ['outboundHandleS2'],
      better: 'neither',
      source: 'Genesys Cloud',
    },
  ),
])

const customers = draft('customers', [
  recall(
    'fcrByRecall',
    words('Решение с первого обращения (по повторам)', 'First contact resolution (by recall)'),
    words(
      'вопросы из одного обращения ÷ все вопросы опознанных клиентов (вопрос — обращения одного клиента не дальше окна друг от друга; вопросы, чьё окно ещё не закрылось, не считаются)',
      'matters of a single contact ÷ all matters of identified customers (a matter: contacts of one customer no further apart than the window; matters whose window is still open do not count)',
    ),
    'high',
    'QueueMetrics; window of 168 h',
  ),
  recall(
    'retryRate',
    words('Перезвонили после потери', 'Retry rate'),
    words(
      'потери, после которых клиент обратился снова за 24 часа ÷ потери опознанных клиентов, с которых прошло 24 часа',
      'abandoned contacts whose customer came again within 24 h ÷ abandoned contacts of identified customers at least 24 h ago',
    ),
    'neither',
    'features D2',
  ),
])

function recall(id: string, name: Words, formula: Words, better: Draft['better'], source: string): Draft {
  return {
    id,
    kind: 'recall',
    name,
    formula,
    numerator: [],
    denominator: [],
    unit: 'fraction',
    better,
    attribution: 'offered',
    source,
    beware: words(
      'Скрытые номера не считаются. Решение по отзывам и по заявкам — другие показатели, им нужны опросы и заявки.',
      'Withheld numbers are left out. Resolution by survey and by case are other measures; they need surveys and cases.',
    ),
  }
}

/** Every definition ever published. Add versions; change none. */
export const publishedDefinitions: readonly MeasureDefinition[] = [
  ...volume,
  ...serviceLevels,
  ...waiting,
  ...handlingTimes,
  ...customers,
  ...agents,
  ...agentTimes,
  ...outbound,
]
