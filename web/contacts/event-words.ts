import type { Bilingual, Language } from '../ui/text.ts'

/** What the events of a `queue_log` mean; an event that this version does not know is shown as it is written. */
const wordsByEvent: Readonly<Record<string, Bilingual>> = {
  ABANDON: { ru: 'не дождался', en: 'gave up' },
  ADDMEMBER: { ru: 'оператор вошёл в очередь', en: 'agent joined a queue' },
  AGENTCALLBACKLOGIN: { ru: 'вход оператора', en: 'agent signed in' },
  AGENTCALLBACKLOGOFF: { ru: 'выход оператора', en: 'agent signed out' },
  AGENTDUMP: { ru: 'оператор сбросил звонок', en: 'agent dropped the call' },
  AGENTLOGIN: { ru: 'вход оператора', en: 'agent signed in' },
  AGENTLOGOFF: { ru: 'выход оператора', en: 'agent signed out' },
  ATTENDEDTRANSFER: { ru: 'перевод с разговором', en: 'attended transfer' },
  BLINDTRANSFER: { ru: 'слепой перевод', en: 'blind transfer' },
  COMPLETEAGENT: { ru: 'завершил оператор', en: 'ended by the agent' },
  COMPLETECALLER: { ru: 'завершил клиент', en: 'ended by the caller' },
  CONFIGRELOAD: { ru: 'настройки перечитаны', en: 'settings read again' },
  CONNECT: { ru: 'оператор ответил', en: 'agent answered' },
  DID: { ru: 'набранный номер', en: 'number dialled' },
  ENTERQUEUE: { ru: 'встал в очередь', en: 'entered the queue' },
  EXITEMPTY: { ru: 'ушёл: нет операторов', en: 'left: no agents' },
  EXITWITHKEY: { ru: 'ушёл по клавише', en: 'left by a key' },
  EXITWITHTIMEOUT: { ru: 'ушёл по времени', en: 'left at the time-out' },
  PAUSE: { ru: 'пауза', en: 'pause' },
  PAUSEALL: { ru: 'пауза во всех очередях', en: 'pause in all queues' },
  QUEUESTART: { ru: 'запуск телефонии', en: 'phone system started' },
  REMOVEMEMBER: { ru: 'оператор вышел из очереди', en: 'agent left a queue' },
  RINGCANCELED: { ru: 'вызов оператора отменён', en: 'ringing cancelled' },
  RINGNOANSWER: { ru: 'оператор не ответил', en: 'agent did not answer' },
  TRANSFER: { ru: 'перевод', en: 'transfer' },
  UNPAUSE: { ru: 'конец паузы', en: 'end of a pause' },
  UNPAUSEALL: { ru: 'конец паузы во всех очередях', en: 'end of a pause in all queues' },
  answered: { ru: 'отвечено', en: 'answered' },
  abandoned: { ru: 'потеряно', en: 'abandoned' },
  flowedOut: { ru: 'ушло из очереди', en: 'flowed out' },
  unreached: { ru: 'не дозвонились', en: 'not reached' },
  open: { ru: 'ещё идёт', en: 'still open' },
}

export const eventWords = (event: string, language: Language): string => wordsByEvent[event]?.[language] ?? event
