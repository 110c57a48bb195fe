import { words, type MeasureDefinition } from '../definition.ts'
import { count, draft } from './draft.ts'

/** What came into the queues, and what became of it. */
export const volume: readonly MeasureDefinition[] = draft('volume', [
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
