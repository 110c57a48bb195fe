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
