import type { ContactExport, ContactLeg } from '@pult/contract/contacts'
import { createZone, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import {
  tableFile,
  unprocessable,
  type Caller,
  type Cell,
  type Download,
  type FileLanguage,
  type Tx,
} from '../platform/index.ts'
import { allContacts } from './contact-search.ts'

/** More lines than a person reads; whoever wants years asks the measures, or month by month. */
const MOST_LEGS = 100_000

interface FileColumn {
  readonly ru: string
  readonly en: string
  cellOf(leg: ContactLeg, zone: Zone, language: FileLanguage): Cell
}

const words: Readonly<Record<string, Readonly<Record<FileLanguage, string>>>> = {
  voice: { ru: 'голос', en: 'voice' },
  chat: { ru: 'чат', en: 'chat' },
  email: { ru: 'почта', en: 'e-mail' },
  messenger: { ru: 'мессенджер', en: 'messenger' },
  callback: { ru: 'обратный звонок', en: 'callback' },
  inbound: { ru: 'входящий', en: 'inbound' },
  outbound: { ru: 'исходящий', en: 'outbound' },
  answered: { ru: 'отвечено', en: 'answered' },
  abandoned: { ru: 'потеряно', en: 'abandoned' },
  flowedOut: { ru: 'ушло из очереди', en: 'flowed out' },
  unreached: { ru: 'не дозвонились', en: 'not reached' },
  open: { ru: 'идёт', en: 'going on' },
  agent: { ru: 'оператор', en: 'agent' },
  customer: { ru: 'клиент', en: 'customer' },
  system: { ru: 'система', en: 'system' },
}
const wordFor = (value: string | null, language: FileLanguage): string =>
  value === null ? '' : (words[value]?.[language] ?? value)
const seconds = (ms: number): number => Math.round(ms / 100) / 10
const whenAnswered = (leg: ContactLeg, ms: number): Cell => (leg.outcome === 'answered' ? seconds(ms) : null)

/** By the centre's clock: 09:05:07. */
function clock(leg: ContactLeg, zone: Zone): string {
  const at = Date.parse(leg.offeredAt)
  return new Date(at + zone.offsetAt(at)).toISOString().slice(11, 19)
}

const columns: readonly FileColumn[] = [
  { ru: 'Дата', en: 'Date', cellOf: (leg, zone) => zone.localDate(Date.parse(leg.offeredAt)) },
  { ru: 'Время', en: 'Time', cellOf: (leg, zone) => clock(leg, zone) },
  { ru: 'Контакт', en: 'Contact', cellOf: (leg) => leg.contactRef },
  { ru: 'Отрезок', en: 'Leg', cellOf: (leg) => leg.leg },
  { ru: 'Канал', en: 'Channel', cellOf: (leg, _zone, language) => wordFor(leg.channel, language) },
  { ru: 'Направление', en: 'Direction', cellOf: (leg, _zone, language) => wordFor(leg.direction, language) },
  { ru: 'Очередь', en: 'Queue', cellOf: (leg) => leg.queue },
  { ru: 'Клиент', en: 'Customer', cellOf: (leg) => leg.customer },
  { ru: 'Итог', en: 'Outcome', cellOf: (leg, _zone, language) => wordFor(leg.outcome, language) },
  { ru: 'Оператор', en: 'Agent', cellOf: (leg) => leg.agent },
  { ru: 'Ожидание, с', en: 'Wait, s', cellOf: (leg) => seconds(leg.waitMs) },
  { ru: 'Разговор, с', en: 'Talk, s', cellOf: (leg) => whenAnswered(leg, leg.talkMs) },
  { ru: 'Удержание, с', en: 'Hold, s', cellOf: (leg) => whenAnswered(leg, leg.holdMs) },
  { ru: 'Поствызовная обработка, с', en: 'After-work, s', cellOf: (leg) => whenAnswered(leg, leg.acwMs) },
  { ru: 'Завершил', en: 'Ended by', cellOf: (leg, _zone, language) => wordFor(leg.hungUpBy, language) },
  { ru: 'Переведён на', en: 'Transferred to', cellOf: (leg) => leg.transferredTo },
  { ru: 'Тема', en: 'Topic', cellOf: (leg) => leg.topic },
  { ru: 'Источник', en: 'Source', cellOf: (leg) => leg.source },
]

/** The contacts of a filter as a file, leg by leg, as far as the caller sees; times are the centre's. */
export async function contactFile(
  tx: Tx,
  caller: Caller,
  asked: ContactExport,
  { format, language }: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
): Promise<Download> {
  const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
  const lines: Cell[][] = [columns.map((column) => column[language])]
  for await (const legs of allContacts(tx, caller, asked, MOST_LEGS + 1)) {
    for (const leg of legs) lines.push(columns.map(({ cellOf }) => cellOf(leg, zone, language)))
    if (lines.length > MOST_LEGS + 1)
      throw unprocessable('tooManyContacts', `A file takes ${MOST_LEGS} contacts. Choose a shorter period.`, {
        values: { most: MOST_LEGS },
      })
  }
  const day = (instant: string): string => zone.localDate(Date.parse(instant))
  const name = `pult-contacts-${day(asked.filter.from)}-${day(asked.filter.to)}`
  return tableFile(lines, { name, format, language })
}
