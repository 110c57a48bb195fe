import { term, words, type MeasureDefinition } from '../definition.ts'
import { draft, share } from './draft.ts'
import { atPost } from './agent-times.ts'

const HOUR_MS = 3_600_000

/** What agents’ time is used for, as shares of it and in contacts. */
export const agents: readonly MeasureDefinition[] = draft('agents', [
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
