import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createZone } from '@pult/engine/time'

import { formName, forms, keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const at = (path: string): string => `/c/${pages.centerId}${path}`
const today = createZone('Europe/Moscow').localDate(Date.now())

/** Asks the API as the person who is signed in. */
const ask = <Reply>(page: Page, method: string, path: string, body?: object): Promise<Reply> =>
  page.evaluate(
    async ([verb, url, text]) => {
      const reply = await fetch(url, {
        method: verb,
        ...(text === '' ? {} : { body: text, headers: { 'content-type': 'application/json' } }),
      })
      if (!reply.ok) throw new Error(await reply.text())
      return (await reply.json()) as Reply
    },
    [method, `/api/v1/centers/${pages.centerId}${path}`, body === undefined ? '' : JSON.stringify(body)] as const,
  )

async function publishPlan(page: Page): Promise<void> {
  const days = { firstDay: today, lastDay: today }
  const { forecastId } = await ask<{ forecastId: number }>(page, 'POST', '/forecasts', { name: 'План', ...days })
  for (;;) {
    const { forecast } = await ask<{ forecast: { status: string } }>(page, 'GET', `/forecasts/${forecastId}`)
    if (forecast.status === 'draft') break
    expect(forecast.status).not.toBe('failed')
    await page.waitForTimeout(200)
  }
  await ask(page, 'POST', `/forecasts/${forecastId}/publish`)
  const counted = { name: 'Потребность', ...days, forecastId }
  const { requirementId } = await ask<{ requirementId: number }>(page, 'POST', '/requirements', counted)
  for (;;) {
    const { requirement } = await ask<{ requirement: { status: string } }>(
      page,
      'GET',
      `/requirements/${requirementId}`,
    )
    if (requirement.status === 'draft') break
    expect(requirement.status).not.toBe('failed')
    await page.waitForTimeout(200)
  }
  await ask(page, 'POST', `/requirements/${requirementId}/publish`)
}

describe('the running day', () => {
  it('asks for a plan first, then says what came, what is to come and what to do', async () => {
    const { page, complaints, close } = await pages.visit(at('/intraday'), wideRussian)
    await page.getByText('На этот день нет опубликованного прогноза').waitFor()
    await publishPlan(page)
    await page.reload()
    await page.getByRole('heading', { name: 'Что делать сейчас' }).waitFor()
    await page.getByRole('heading', { name: /^Обращения по интервалам/ }).waitFor()
    // Which one is shown first depends on what has come so far.
    const queue = page.getByRole('combobox', { name: 'Очередь' })
    const other = (await queue.inputValue()) === 'Продажи' ? 'Доставка' : 'Продажи'
    await queue.click()
    await page.getByRole('option', { name: other }).click()
    await page.waitForURL(/queue=/)
    await settled(page)
    await page.getByLabel('Как выглядело в').fill('00:00')
    await settled(page)
    await page.getByText(/на 00:00/).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  for (const form of forms) {
    it(`is calm and fitting: ${formName(form)}`, async () => {
      const visit = await pages.visit(at('/intraday'), form)
      await settled(visit.page)
      await visit.page.waitForTimeout(600)
      await keepPicture(visit.page, `intraday-${formName(form)}`)
      expect(await overflow(visit.page)).toBeLessThanOrEqual(0)
      expect(/[а-яё]/i.test(await visit.page.locator('h1').innerText())).toBe(form.language === 'ru')
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }
})
