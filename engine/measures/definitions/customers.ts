import { words, type MeasureDefinition, type Words } from '../definition.ts'
import { draft, type Draft } from './draft.ts'

/** Whether customers had to come again. */
export const customers: readonly MeasureDefinition[] = draft('customers', [
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
