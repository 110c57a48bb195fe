import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openPages, type Pages } from './open-pages.ts'

const SCRIPT_BUDGET_BYTES = 300_000
/** The promise is 1.5 s on a quiet machine; a test shares its machine, and only a gross change may fail it. */
const PAINT_LIMIT_MS = 5000

describe('the first load', () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(() => pages.close())

  it('brings little script before the first page, and paints it soon', async () => {
    // The first visit warms the server up, not the browser.
    await (await pages.firstVisit('/')).close()
    const visit = await pages.firstVisit(`/c/${pages.centerId}/today`)
    const load = await visit.page.evaluate(async () => {
      const paint = await new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      })
      const scripts = performance
        .getEntriesByType('resource')
        .filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('.js'))
        .map(({ name, encodedBodySize, decodedBodySize, startTime }) => ({
          name: name.split('/').at(-1) ?? '',
          encodedBodySize,
          decodedBodySize,
          startTime,
        }))
      return { paint, scripts }
    })
    const first = load.scripts.filter((script) => !script.name.startsWith('echarts'))
    const bytes = first.reduce((sum, script) => sum + script.encodedBodySize, 0)
    console.log(
      `first load: ${Math.round(bytes / 1000)} kB of script (${first.length} files), largest paint after ${Math.round(load.paint)} ms`,
    )
    // Compressed on the wire: what is counted is what travels.
    expect(
      first.every((script) => script.decodedBodySize < 2000 || script.encodedBodySize < script.decodedBodySize),
    ).toBe(true)
    expect(bytes).toBeLessThanOrEqual(SCRIPT_BUDGET_BYTES)
    expect(load.paint).toBeLessThanOrEqual(PAINT_LIMIT_MS)
    await visit.close()
  })
})
