import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sql } from 'kysely'

import { formName, forms, keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const at = (path: string): string => `/c/${pages.centerId}${path}`

describe('a planner', () => {
  it('makes a forecast in two clicks, looks at a day of a queue and publishes it', async () => {
    const { page, complaints, close } = await pages.visit(at('/forecast'), wideRussian)
    await page.getByText('Прогнозов пока нет').waitFor()
    await page.getByRole('button', { name: 'Сделать прогноз' }).first().click()
    await page.getByRole('button', { name: 'Сделать', exact: true }).click()
    await page.getByText('черновик').waitFor({ timeout: 60_000 })
    await page.getByRole('region', { name: 'Обращения по дням' }).waitFor()
    await page.getByRole('combobox', { name: 'Очередь' }).click()
    await page.getByRole('option', { name: 'Продажи' }).click()
    await settled(page)
    await page.getByRole('heading', { name: /^Обращения \d/ }).waitFor()
    expect(page.url()).toContain('queue=')
    await page.getByRole('button', { name: 'Опубликовать' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать' }).click()
    await page.getByText('опубликован').waitFor()
    expect(await page.getByRole('button', { name: 'Удалить' }).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  for (const form of forms) {
    it(`sees it calm and fitting: ${formName(form)}`, async () => {
      const visit = await pages.visit(at('/forecast'), form)
      const queue = visit.page.getByRole('combobox', { name: form.language === 'ru' ? 'Очередь' : 'Queue' })
      await queue.click()
      await visit.page.getByRole('option', { name: 'Продажи' }).click()
      await settled(visit.page)
      await visit.page.waitForTimeout(600)
      await keepPicture(visit.page, `forecast-${formName(form)}`)
      expect(await overflow(visit.page)).toBeLessThanOrEqual(0)
      expect(/[а-яё]/i.test(await visit.page.locator('h1').innerText())).toBe(form.language === 'ru')
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }
})

/** A forecast published three weeks ago that promised each day a tenth more than came, from the hours that came. */
async function keepPublished(): Promise<void> {
  const { centerId } = pages
  await pages.app.database.inCenter({ centerId }, async (tx) => {
    const made = await sql<{ id: number }>`
      insert into forecast (center_id, name, status, interval_minutes, first_day, last_day, known_until, created_by, created_by_name, published_at)
      values (${centerId}, 'Прошлый', 'published', 60, current_date - 21, current_date, current_date - 22, 'x', 'Анна', now() - interval '22 days')
      returning forecast_id as id`.execute(tx)
    const id = made.rows[0]?.id ?? 0
    await sql`
      insert into forecast_interval (center_id, forecast_id, queue_id, at, offered, p025, p10, p50, p90, p975, aht_seconds)
      select ${centerId}::integer, ${id}::bigint, queue_id, hour, n, greatest(0, n - 6), greatest(0, n - 3), n, n + 3, n + 6, 200
      from (
        select queue_id, date_trunc('hour', at) as hour, sum(offered) * (.8 + .1 * (extract(hour from date_trunc('hour', at))::integer % 7)) as n
        from queue_interval
        where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= current_date - 21 and at < current_date
        group by 1, 2
      ) as came`.execute(tx)
    await sql`
      insert into forecast_day (center_id, forecast_id, queue_id, day, offered, p10, p90, work_seconds)
      select center_id, forecast_id, queue_id, (at at time zone (select time_zone from center where center_id = ${centerId}))::date,
        sum(offered), sum(offered) * .85, sum(offered) * 1.1, sum(offered * aht_seconds)
      from forecast_interval where center_id = ${centerId} and forecast_id = ${id} group by 1, 2, 3, 4`.execute(tx)
  })
}

describe('the accuracy of what was published', () => {
  it('says so when there is nothing to compare, and is reached from the forecast', async () => {
    const { page, complaints, close } = await pages.visit(at('/forecast'), wideRussian)
    await page.getByRole('link', { name: 'Точность' }).click()
    await page.getByText('Сравнивать пока нечего').waitFor()
    expect(complaints).toEqual([])
    await close()
    await keepPublished()
  })

  for (const form of forms) {
    it(`is calm and fitting: ${formName(form)}`, async () => {
      const { page, complaints, close } = await pages.visit(at('/forecast/accuracy'), form)
      const isRussian = form.language === 'ru'
      await page.getByRole('table', { name: isRussian ? 'По дальности прогноза' : 'By how far ahead' }).waitFor()
      await settled(page)
      await keepPicture(page, `forecast-accuracy-${formName(form)}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(/[а-яё]/i.test(await page.locator('h1').innerText())).toBe(isRussian)
      expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined/)
      expect(complaints).toEqual([])
      await close()
    })
  }
})
