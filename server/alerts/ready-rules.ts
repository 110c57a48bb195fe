import type { AlertLimit, AlertRuleDraft, AlertWatch } from '@pult/contract/alert-rules'
import type { Bilingual } from '@pult/contract/alert-words'

export interface ReadyRule {
  readonly name: Bilingual
  readonly draft: AlertRuleDraft
}

type Scope = Pick<Exclude<AlertWatch, { kind: 'condition' }>, 'scope' | 'queueIds' | 'channels'>
const line: Scope = { scope: 'eachQueue', queueIds: [], channels: 'line' }
const center: Scope = { scope: 'center', queueIds: [], channels: 'all' }
const toldTo = (...roles: AlertRuleDraft['told']['roles']): AlertRuleDraft['told'] => ({
  roles,
  userIds: [],
  byMail: false,
  mails: [],
  chats: [],
  webhookIds: [],
})

const common = {
  clearMinutes: 5,
  remindMinutes: null,
  openHoursOnly: true,
  quiet: null,
  isUrgent: false,
  language: 'ru',
  isOn: true,
} as const

const limit = (side: 'above' | 'below', at: number | null, slack: number, fewest = 0): AlertLimit => ({
  side,
  at,
  slack,
  fewest,
  onlySure: false,
})

function ready(
  name: Bilingual,
  watch: AlertWatch,
  more: Pick<AlertRuleDraft, 'limit' | 'holdMinutes' | 'severity' | 'told'>,
): ReadyRule {
  return { name, draft: { ...common, name: name.ru, watch, ...more } }
}

/** What almost every centre wants to know, to begin with. */
export const readyRules: readonly ReadyRule[] = [
  ready(
    { ru: 'Уровень обслуживания ниже цели', en: 'Service level below target' },
    { kind: 'measure', measure: 'serviceLevelNeutral', window: '30', ...line },
    {
      limit: limit('below', null, 0.02, 20),
      holdMinutes: 15,
      severity: 'serious',
      told: toldTo('head', 'planner', 'supervisor'),
    },
  ),
  ready(
    { ru: 'Клиент ждёт дольше пяти минут', en: 'A customer waits longer than five minutes' },
    { kind: 'live', figure: 'longestWaiting', ...line },
    { limit: limit('above', 300, 60), holdMinutes: 1, severity: 'serious', told: toldTo('head', 'supervisor') },
  ),
  ready(
    { ru: 'Очередь открыта, а на линии никого', en: 'A queue is open and nobody is signed in' },
    { kind: 'live', figure: 'signedIn', ...line },
    {
      limit: limit('below', 1, 0),
      holdMinutes: 5,
      severity: 'critical',
      told: toldTo('head', 'planner', 'supervisor'),
    },
  ),
  ready(
    { ru: 'Много потерянных', en: 'Many abandon' },
    { kind: 'measure', measure: 'abandonRate', window: '60', ...line },
    {
      limit: { ...limit('above', 0.15, 0.03, 20), onlySure: true },
      holdMinutes: 10,
      severity: 'serious',
      told: toldTo('head', 'supervisor'),
    },
  ),
  ready(
    { ru: 'Полчаса нет данных', en: 'Nothing has arrived for half an hour' },
    { kind: 'live', figure: 'silentMinutes', ...center },
    { limit: limit('above', 30, 0), holdMinutes: 0, severity: 'critical', told: toldTo('administrator', 'head') },
  ),
  ready(
    { ru: 'Импорт или работа в фоне не удались', en: 'An import or work in the background failed' },
    { kind: 'condition', conditions: ['import', 'forecast', 'marketRefresh', 'job', 'connector', 'backup'] },
    { limit: null, holdMinutes: 0, severity: 'serious', told: toldTo('administrator', 'head') },
  ),
  ready(
    { ru: 'Запрос о персональных данных пора закрыть', en: 'A request about personal data is due' },
    { kind: 'condition', conditions: ['personalRequest'] },
    { limit: null, holdMinutes: 0, severity: 'serious', told: toldTo('administrator', 'head') },
  ),
]
