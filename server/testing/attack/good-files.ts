import excel from 'exceljs'

import { createQueueLogWriter, demoCenter, simulateDay } from '@pult/engine/demo'
import { addDays, createZone } from '@pult/engine/time'

// Small files that every importer takes, to be broken.

const DAY = '2026-11-05'

/** Lines of a queue_log: a hundred and fifty of the demonstration's day. */
export function queueLog(): string[] {
  const center = demoCenter({ anchorDate: '2026-11-23' })
  const zone = createZone(center.timeZone)
  const writer = createQueueLogWriter()
  const lines = writer.day(simulateDay({ seed: 'broken', date: DAY, center }), zone.startOfDay(addDays(DAY, 1)))
  return lines.slice(0, 150)
}

const two = (value: number): string => String(value).padStart(2, '0')
const at = (minute: number): string => `${DAY} 10:${two(Math.floor(minute / 60) % 60)}:${two(minute % 60)}`

/** A table with headings, as a contact centre's program saves one. */
export const table = (): string =>
  [
    'Дата звонка;Очередь;Оператор;Телефон;Ожидание;Разговор;Результат',
    ...Array.from(
      { length: 40 },
      (_, row) =>
        `${at(row * 7)};Заказы;Агент ${row % 5};+7900000${1000 + row};${row};${row * 3};${row % 4 === 0 ? 'Потерян' : 'Отвечен'}`,
    ),
  ].join('\r\n')

/** Asterisk's call records; every third call rang two telephones. */
export const asteriskCdr = (): string =>
  Array.from({ length: 40 }, (_, row) => {
    const id = `1762330${two(row)}0.${row - (row % 3 === 1 ? 1 : 0)}`
    const answered = row % 4 === 0 ? ['', 'NO ANSWER'] : [at(row * 7 + 5), 'ANSWERED']
    return `"","7900000${1000 + row}","600","ctx","""Иван"" <79>","SIP/trunk-000${row}","SIP/30${row % 5}-000${row}","Queue","600,t","${at(row * 7)}","${answered[0]}","${at(row * 7 + 60)}","60","55","${answered[1]}","DOCUMENTATION","${id}",""`
  }).join('\n')

export const freeSwitchCdr = (): string =>
  Array.from(
    { length: 40 },
    (_, row) =>
      `"Иван","7900000${1000 + row}","600","Заказы","${at(row * 7)}","${row % 4 === 0 ? '' : at(row * 7 + 5)}","${at(row * 7 + 60)}","60","${row % 4 === 0 ? 0 : 55}","NORMAL_CLEARING","0b8f0c9e-5a50-4f3e-9d3e-2f6f3a0c1d${two(row)}","","","PCMA","PCMA"`,
  ).join('\n')

export async function workbook(): Promise<Buffer> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Звонки')
  for (const line of table().split('\r\n')) sheet.addRow(line.split(';'))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Lines of the JSON stream. */
export const jsonStream = (): string =>
  Array.from({ length: 30 }, (_, row) =>
    JSON.stringify(
      row % 5 === 0
        ? {
            state: {
              sourceKey: `s${row}`,
              agent: 'Агент 1',
              state: 'pause',
              reason: 'Обед',
              startedAt: `${DAY}T10:${two(row)}:00Z`,
              endedAt: `${DAY}T10:${two(row)}:30Z`,
            },
          }
        : {
            contact: {
              sourceKey: `c${row}`,
              channel: 'voice',
              queue: 'Заказы',
              agent: 'Агент 1',
              customer: '+79',
              offeredAt: `${DAY}T10:${two(row)}:00Z`,
              outcome: 'answered',
              waitMs: 5000,
              talkMs: 60_000,
            },
          },
    ),
  ).join('\n')

export const vacanciesJson = (): string =>
  JSON.stringify({
    items: Array.from({ length: 8 }, (_, row) => ({
      id: `${row}`,
      name: 'Руководитель контактного центра',
      employer: { name: `Завод ${row}` },
      area: { id: '1', name: 'Москва' },
      salary: { from: 100_000 + row, to: null, currency: 'RUR', gross: row % 2 === 0 },
      key_skills: [{ name: 'WFM' }, { name: 'Обучение персонала' }],
      published_at: '2026-11-01T10:00:00+0300',
      description: '<p>Управление <b>контактным центром</b></p>',
    })),
    found: 8,
    pages: 1,
  })

export const vacanciesTable = (): string =>
  [
    'Название;Работодатель;Город;Зарплата от;Зарплата до;Валюта;Навыки;Дата',
    ...Array.from(
      { length: 8 },
      (_, row) => `Руководитель контактного центра;Завод ${row};Москва;${100_000 + row};;RUR;WFM, Обучение;01.11.2026`,
    ),
  ].join('\n')
