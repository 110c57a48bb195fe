import { term, words, type MeasureDefinition, type Words } from '../definition.ts'
import { count, draft, mean, share, type Draft } from './draft.ts'
import { settled, short, target } from './terms.ts'

/** How long customers waited, and how many did not wait to the end. */
export const waiting: readonly MeasureDefinition[] = draft('waiting', [
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
