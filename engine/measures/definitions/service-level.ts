import { term, words, type MeasureDefinition } from '../definition.ts'
import { draft, share } from './draft.ts'
import { settled, short, target } from './terms.ts'

const SL = words('SL', 'SL')

/** Service level by every rule in use: they differ in what counts above and below the line. */
export const serviceLevels: readonly MeasureDefinition[] = draft('serviceLevel', [
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
