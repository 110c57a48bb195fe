import { term, words, type MeasureDefinition, type Term } from '../definition.ts'
import { count, draft, mean, share } from './draft.ts'

const handling: readonly Term[] = [term('talkMs'), term('holdMs'), term('acwMs')]

/** How long contacts take agents, and how they end. */
export const handlingTimes: readonly MeasureDefinition[] = draft('handling', [
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
