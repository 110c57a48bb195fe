import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Page } from 'playwright-core'

import { keepPicture, openPages, settled, wideRussian, type Pages } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

/** Counts what the hand does. */
function counting(page: Page): {
  click: (role: 'link' | 'button', name: string | RegExp) => Promise<void>
  clicks: () => number
} {
  let clicks = 0
  return {
    click: async (role, name) => {
      clicks++
      await page.getByRole(role, { name, exact: true }).first().click({ timeout: 60_000 })
    },
    clicks: () => clicks,
  }
}

describe('a planner with an imported history', () => {
  it('is five clicks from the first page to the agents needed next month', async () => {
    const { page, complaints, close } = await pages.visit(`/c/${pages.centerId}/today`, wideRussian)
    await settled(page)
    const hand = counting(page)
    await hand.click('link', 'Прогноз')
    await hand.click('button', 'Сделать прогноз')
    await hand.click('button', 'Сделать')
    await hand.click('link', 'Сколько нужно людей')
    await hand.click('button', 'Посчитать')
    await page.getByRole('heading', { name: /^Почему столько/ }).waitFor({ timeout: 120_000 })
    expect(hand.clicks()).toBe(5)
    await settled(page)
    await keepPicture(page, 'five-clicks')
    const next = new Date()
    next.setUTCMonth(next.getUTCMonth() + 1, 1)
    const month = next.toLocaleDateString('ru', { month: 'long', timeZone: 'UTC' }).slice(0, 3)
    expect(await page.getByRole('combobox', { name: 'Потребность' }).inputValue()).toContain(month)
    // And handed on as other planning systems read it.
    await page.getByRole('button', { name: 'XLSX / CSV' }).click()
    await page.getByText('Для других систем: UTC, постоянные имена').waitFor()
    const file = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'CSV' }).last().click()
    expect((await file).suggestedFilename()).toMatch(/-exchange\.csv$/)
    expect(complaints).toEqual([])
    await close()
  })
})
