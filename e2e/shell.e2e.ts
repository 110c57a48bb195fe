import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

describe('the shell', () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(() => pages.close())

  it('opens at the first page, and its menu leads everywhere', async () => {
    const visit = await pages.visit('/')
    const { page } = visit
    expect(new URL(page.url()).pathname).toBe(`/c/${pages.centerId}/today`)
    for (const title of ['Показатели', 'Обращения', 'Потерянные', 'Импорт', 'Настройки', 'Сегодня']) {
      await page.getByRole('navigation', { name: 'Меню' }).getByRole('link', { name: title, exact: true }).click()
      await settled(page)
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    }
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('speaks the other language and turns the lights off, and remembers both', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/queues`)
    const { page } = visit
    await page.getByRole('button', { name: 'EN', exact: true }).click()
    await page.getByRole('heading', { name: 'Queues' }).waitFor()
    await page.getByRole('button', { name: 'Dark theme' }).click()
    await visit.goTo(`/c/${pages.centerId}/settings/queues`)
    await page.getByRole('heading', { name: 'Queues' }).waitFor()
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('folds its menu away on a phone', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/queues`, { ...wideRussian, width: 'phone' })
    const { page } = visit
    const menu = page.getByRole('navigation', { name: 'Меню' }).getByRole('link', { name: 'Показатели' })
    // Folded away it is out of reach of the Tab key too.
    await page.locator('nav[inert]').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Меню' }).click()
    await page.locator('nav[inert]').waitFor({ state: 'detached' })
    await page.waitForTimeout(300)
    await keepPicture(page, 'menu-ru-light-phone')
    await menu.click()
    await page.waitForURL('**/measures*')
    await settled(page)
    await page.locator('nav[inert]').waitFor({ state: 'attached' })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('says that a page does not exist, and keeps the menu', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/queues`)
    await visit.page.goto(`${pages.address}/c/${pages.centerId}/nowhere`)
    await visit.page.getByText('Такой страницы нет').waitFor()
    await keepPicture(visit.page, 'no-page-ru-light-wide')
    await visit.page.getByRole('link', { name: 'Сегодня', exact: true }).click()
    await settled(visit.page)
    await visit.close()
  })

  it('starts a centre from the menu of centres and goes between them', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/queues`)
    const { page } = visit
    await page.getByRole('button', { name: 'Центры' }).click()
    await page.getByRole('menuitem', { name: 'Завести свой центр' }).click()
    await page.getByLabel('Название').fill('Второй центр')
    await keepPicture(page, 'create-center-ru-light-wide')
    await page.getByRole('button', { name: 'Завести', exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith(`/c/${pages.centerId}/`))
    await page.getByRole('button', { name: 'Центры' }).getByText('Второй центр').waitFor()
    await page.getByRole('button', { name: 'Центры' }).click()
    await page.getByRole('menuitem', { name: 'Лукошко' }).click()
    await page.waitForURL(`**/c/${pages.centerId}/today`)
    await settled(page)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })
})
