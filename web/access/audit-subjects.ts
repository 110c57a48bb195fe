import { severityWords } from '@pult/contract/alert-words'
import { roles } from '@pult/contract/permissions'

import { roleKeys, shellText } from '../platform/shell-text.ts'
import { translator, type Bilingual, type Language } from '../ui/text.ts'

/** What the subject of an act is called; its number follows, if it has one. */
const wordsBySubject: Readonly<Record<string, Bilingual>> = {
  absence: { ru: 'отсутствие', en: 'absence' },
  activity: { ru: 'встреча', en: 'activity' },
  agent: { ru: 'оператор', en: 'agent' },
  agreement: { ru: 'договор', en: 'agreement' },
  'agreement template': { ru: 'шаблон договора', en: 'agreement template' },
  alert: { ru: 'тревога', en: 'alert' },
  'alert rule': { ru: 'правило тревоги', en: 'alert rule' },
  alerts: { ru: 'тревоги', en: 'alerts' },
  availability: { ru: 'доступность', en: 'availability' },
  backup: { ru: 'резервная копия', en: 'backup' },
  backups: { ru: 'резервные копии', en: 'backups' },
  center: { ru: 'центр', en: 'centre' },
  centre: { ru: 'центр', en: 'centre' },
  connector: { ru: 'канал', en: 'channel' },
  consent: { ru: 'согласие', en: 'consent' },
  contact: { ru: 'контакт', en: 'contact' },
  contacts: { ru: 'контакты', en: 'contacts' },
  customer: { ru: 'клиент', en: 'customer' },
  day: { ru: 'день', en: 'day' },
  digest: { ru: 'дайджест', en: 'digest' },
  fairness: { ru: 'справедливость', en: 'fairness' },
  forecast: { ru: 'прогноз', en: 'forecast' },
  'forecast accuracy': { ru: 'точность прогноза', en: 'accuracy of forecasts' },
  hold: { ru: 'запрет', en: 'hold' },
  hours: { ru: 'часы', en: 'hours' },
  import: { ru: 'импорт', en: 'import' },
  job: { ru: 'работа в фоне', en: 'background work' },
  layer: { ru: 'слой прогноза', en: 'layer' },
  'left out': { ru: 'исключённый отрезок', en: 'left out' },
  letter: { ru: 'письмо', en: 'letter' },
  'lost at': { ru: 'потерянный', en: 'lost at' },
  'lost callers': { ru: 'потерянные', en: 'lost callers' },
  'mail server': { ru: 'почтовый сервер', en: 'mail server' },
  'market skill': { ru: 'навык', en: 'skill' },
  message: { ru: 'сообщение', en: 'message' },
  note: { ru: 'примечание', en: 'note' },
  notice: { ru: 'уведомление', en: 'notice' },
  'opening hours': { ru: 'часы работы', en: 'opening hours' },
  'own career': { ru: 'своё резюме', en: 'own career' },
  'own quiet hours': { ru: 'свои тихие часы', en: 'own quiet hours' },
  'pause reason': { ru: 'причина паузы', en: 'pause reason' },
  'personal facts': { ru: 'личные сведения', en: 'personal facts' },
  'personal request': { ru: 'обращение о персональных данных', en: 'personal request' },
  post: { ru: 'должность', en: 'post' },
  queue: { ru: 'очередь', en: 'queue' },
  queues: { ru: 'очереди', en: 'queues' },
  reconciliation: { ru: 'сверка', en: 'reconciliation' },
  removals: { ru: 'удалённое', en: 'removals' },
  report: { ru: 'отчёт', en: 'report' },
  'report run': { ru: 'отчёт №', en: 'report no.' },
  request: { ru: 'обращение', en: 'request' },
  requirement: { ru: 'потребность', en: 'requirement' },
  result: { ru: 'результат', en: 'result' },
  resume: { ru: 'резюме', en: 'résumé' },
  retention: { ru: 'сроки хранения', en: 'retention' },
  roster: { ru: 'график', en: 'roster' },
  rotation: { ru: 'чередование', en: 'rotation' },
  rule: { ru: 'правило', en: 'rule' },
  'shift template': { ru: 'тип смены', en: 'shift template' },
  shrinkage: { ru: 'потери времени', en: 'shrinkage' },
  skill: { ru: 'навык', en: 'skill' },
  'skill need': { ru: 'потребность в навыках', en: 'skill need' },
  snapshot: { ru: 'снимок', en: 'snapshot' },
  source: { ru: 'источник', en: 'source' },
  specialisation: { ru: 'специализация', en: 'specialisation' },
  target: { ru: 'цель', en: 'target' },
  team: { ru: 'группа', en: 'team' },
  'telegram bot': { ru: 'бот Telegram', en: 'Telegram bot' },
  template: { ru: 'шаблон', en: 'mapping' },
  token: { ru: 'токен', en: 'token' },
  user: { ru: 'человек', en: 'person' },
  view: { ru: 'вид', en: 'view' },
  wallboard: { ru: 'табло', en: 'wallboard' },
  webhook: { ru: 'вебхук', en: 'webhook' },
  'what-if': { ru: 'расчёт', en: 'what-if' },
  wish: { ru: 'пожелание', en: 'wish' },
}

/** Whom or what an act was about. What this version does not know is shown as it is written. */
export function subjectWords(subject: string, language: Language): string {
  const whole = wordsBySubject[subject]
  if (whole !== undefined) return whole[language]
  const space = subject.lastIndexOf(' ')
  const kind = subject.slice(0, space)
  const known = wordsBySubject[kind]
  if (known === undefined) return subject
  // People's ids are letters that say nothing.
  return kind === 'user' ? known[language] : `${known[language]} ${subject.slice(space + 1)}`
}

/** Words of settings that are kept as signs, by the name of the setting. */
const wordsByValue: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  severity: severityWords,
  language: { ru: { ru: 'по-русски', en: 'in Russian' }, en: { ru: 'по-английски', en: 'in English' } },
  rhythm: {
    daily: { ru: 'каждый день', en: 'daily' },
    weekly: { ru: 'каждую неделю', en: 'weekly' },
    monthly: { ru: 'каждый месяц', en: 'monthly' },
  },
  content: {
    management: { ru: 'руководству', en: 'to management' },
    view: { ru: 'сохранённый вид', en: 'saved view' },
  },
  kind: {
    queueLog: { ru: 'queue_log на этом сервере', en: 'queue_log on this server' },
    follow: { ru: 'queue_log на другой машине', en: 'queue_log on another machine' },
    stream: { ru: 'поток JSON', en: 'stream of JSON' },
    webhook: { ru: 'подписанный вебхук', en: 'signed webhook' },
    ami: { ru: 'интерфейс управления Asterisk', en: 'Asterisk manager interface' },
    freeSwitch: { ru: 'сокет событий FreeSWITCH', en: 'FreeSWITCH event socket' },
    folder: { ru: 'папка под наблюдением', en: 'watched folder' },
    sftp: { ru: 'SFTP', en: 'SFTP' },
  },
  begin: { end: { ru: 'с нового', en: 'from now on' }, start: { ru: 'с начала файла', en: 'from the first line' } },
}

/** A value of an act's details; names and what people typed stay as they are. */
export function valueWords(name: string, value: string, language: Language): string {
  const role = name === 'role' ? roles.find((one) => one === value) : undefined
  return role === undefined
    ? (wordsByValue[name]?.[value]?.[language] ?? value)
    : translator(shellText, language)(roleKeys[role])
}
