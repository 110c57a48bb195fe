import type { TellingLine, TellingPlan } from '@pult/engine/alerts'
import { clockAt, createZone, MINUTE_MS } from '@pult/engine/time'

import type { MessageDraft } from '../messages/index.ts'
import type { WaitingRow } from './notice-store.ts'

interface Around {
  readonly centerId: number
  readonly now: number
  readonly timeZone: string
  readonly publicUrl: string | null
}

const words = {
  ru: {
    raised: 'Тревога',
    reminded: 'Продолжается',
    cleared: 'Кончилось',
    passed: 'Было и прошло',
    since: (time: string) => `с ${time}`,
    lasted: (time: string, minutes: string) => `с ${time}, ${minutes} мин`,
    more: (count: number) => `И ещё ${count}.`,
    several: (count: number) => `Тревоги: ${count}`,
    made: 'Пульт',
  },
  en: {
    raised: 'Alert',
    reminded: 'Goes on',
    cleared: 'Over',
    passed: 'Came and went',
    since: (time: string) => `since ${time}`,
    lasted: (time: string, minutes: string) => `since ${time}, ${minutes} min`,
    more: (count: number) => `And ${count} more.`,
    several: (count: number) => `Alerts: ${count}`,
    made: 'Pult',
  },
} as const

/** The one message about everything that waited for a recipient: a sentence an alert, JSON for a webhook. */
export function writeMessage(plan: TellingPlan, rows: readonly WaitingRow[], around: Around): MessageDraft {
  const [first] = rows
  const [{ way, address, language }] = [first ?? missing()]
  const link = around.publicUrl === null ? null : `${around.publicUrl}/c/${around.centerId}/alerts`
  const said = words[language]
  const told = plan.lines.flatMap((line) => {
    const row = rows.find(({ alertId }) => alertId === line.alertId)
    return row === undefined ? [] : [{ line, row }]
  })
  const sentences = told.map(({ line, row }) => sentence(line, row, around))
  const [only] = sentences
  const subject =
    sentences.length === 1 && plan.more === 0
      ? (only ?? said.made)
      : `${said.made}: ${said.several(sentences.length + plan.more)}`
  const more = plan.more > 0 ? [said.more(plan.more)] : []
  const text = [...sentences, ...more, ...(link === null ? [] : ['', link])].join('\n')
  const about = `alert ${told[0]?.row.alertId ?? 0}`
  const content = { text: way === 'webhook' ? JSON.stringify(forMachines(told, around, link)) : text }
  return { channel: way, address, subject: subject.slice(0, 200), content, about, madeByName: said.made }
}

function missing(): never {
  throw new RangeError('rows must hold at least one notice')
}

/** The newest facts stand in every row of an alert, whichever event it tells of. */
function sentence({ event }: TellingLine, row: WaitingRow, { now, timeZone }: Around): string {
  const said = words[row.language]
  const sentence = row.language === 'ru' ? row.wordsRu : row.wordsEn
  const raisedAt = row.raisedAt.getTime()
  const time = clockAt(createZone(timeZone), raisedAt)
  const minutes = String(Math.max(0, Math.round(((row.clearedAt?.getTime() ?? now) - raisedAt) / MINUTE_MS)))
  const when = event === 'raised' ? said.since(time) : said.lasted(time, minutes)
  return `${said[event]}: ${sentence} (${when})`
}

function forMachines(
  told: readonly { readonly line: TellingLine; readonly row: WaitingRow }[],
  { centerId, now }: Around,
  link: string | null,
): object {
  return {
    type: 'alerts',
    centerId,
    sentAt: new Date(now).toISOString(),
    link,
    alerts: told.map(({ line, row }) => ({
      alertId: row.alertId,
      alertRuleId: row.alertRuleId,
      event: line.event,
      rule: row.ruleName,
      severity: row.severity,
      subject: row.subject,
      words: { ru: row.wordsRu, en: row.wordsEn },
      value: row.value,
      definition: row.definition,
      raisedAt: row.raisedAt.toISOString(),
      clearedAt: row.clearedAt?.toISOString() ?? null,
    })),
  }
}
