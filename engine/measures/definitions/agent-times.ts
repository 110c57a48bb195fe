import { term, words, type MeasureDefinition, type Term, type Words } from '../definition.ts'
import { draft, type Draft } from './draft.ts'

/** Signed in and at a post: with customers or free for the next one. */
export const atPost: readonly Term[] = [
  term('sessionMs'),
  term('pauseMs', -1),
  term('trainingMs', -1),
  term('offQueueMs', -1),
  term('ringingMs', -1),
]

function timeOf(
  id: string,
  name: Words,
  formula: Words,
  numerator: readonly Term[],
  source: string,
  more: Partial<Draft> = {},
): Draft {
  return {
    id,
    kind: 'count',
    name,
    formula,
    numerator,
    denominator: [],
    unit: 'seconds',
    better: 'neither',
    attribution: 'time',
    source,
    ...more,
  }
}

/** Where signed-in time goes: with customers, free, ringing, pauses, training and other work add up to it. */
export const agentTimes: readonly MeasureDefinition[] = draft('agents', [
  timeOf(
    'handlingSeconds',
    words('Время с клиентами', 'Time with customers'),
    words(
      'разговор, удержание и поствызывная обработка за время в системе, по часам оператора',
      'talk, hold and after-contact work while signed in, by the agent’s own clock',
    ),
    [term('handlingMs')],
    'features D3; chats at once count once',
  ),
  timeOf(
    'idleSeconds',
    words('Ожидание обращений', 'Idle, waiting for a contact'),
    words(
      'время в системе − паузы − обучение − другая работа − вызов у оператора − время с клиентами',
      'signed-in time − pauses − training − other work − ringing − time with customers',
    ),
    [...atPost, term('handlingMs', -1)],
    'features D3; Genesys Cloud IDLE',
  ),
  timeOf(
    'ringingSeconds',
    words('Вызов у оператора', 'Ringing at the agent'),
    words('время, пока обращение звонит у оператора', 'time while a contact rings at the agent'),
    [term('ringingMs')],
    'features D3; Amazon Connect',
  ),
  timeOf(
    'pauseSeconds',
    words('Паузы', 'Pauses'),
    words(
      'паузы за время в системе, кроме причин «обучение» и «другая работа»',
      'pauses while signed in, but for reasons of training and other work',
    ),
    [term('pauseMs')],
    'QueueMetrics, pause durations',
  ),
  timeOf(
    'unpaidPauseSeconds',
    words('Неоплачиваемые паузы', 'Unpaid pauses'),
    words('паузы, причина которых не оплачивается', 'pauses whose reason is not paid'),
    [term('unpaidPauseMs')],
    'features D3; which reasons are paid is said in Settings',
  ),
  timeOf(
    'trainingSeconds',
    words('Обучение и встречи', 'Training and meetings'),
    words('обучение и встречи за время в системе', 'training and meetings while signed in'),
    [term('trainingMs')],
    'features D3',
  ),
  timeOf(
    'offQueueSeconds',
    words('Другая работа', 'Other work'),
    words('работа вне очередей за время в системе', 'work outside the queues while signed in'),
    [term('offQueueMs')],
    'features D3; Genesys Cloud OFF_QUEUE',
  ),
  timeOf(
    'paidSignedInSeconds',
    words('Оплачиваемое время в системе', 'Paid signed-in time'),
    words('время в системе − неоплачиваемые паузы', 'signed-in time − unpaid pauses'),
    [term('sessionMs'), term('unpaidPauseMs', -1)],
    'QueueMetrics, payable time',
    {
      beware: words(
        'Это не табель: часы к оплате считает «График» по сменам и праву.',
        'This is no time sheet: hours for pay are counted by Schedule from shifts and law.',
      ),
    },
  ),
])
