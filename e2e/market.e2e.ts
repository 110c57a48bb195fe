import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createZone } from '@pult/engine/time'

import { formName, forms, keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
  await pages.app.market.keepMadeUp(pages.centerId, createZone('Europe/Moscow').localDate(Date.now()))
})
afterAll(() => pages.close())

const at = (path: string): string => `/c/${pages.centerId}/market${path}`

const TABLE = [
  'Должность;Работодатель;Город;Оклад от;Навыки',
  'Аналитик контактного центра;Ответ;Москва;150000;SQL|Речевая аналитика|Прогнозирование нагрузки',
  'Аналитик контактного центра;Берег;Тула;90000;SQL|Excel',
  `Аналитик контактного центра;Рубин;Казань;много;${'я'.repeat(300)}`,
].join('\n')

describe('the head of a centre', () => {
  it('looks at a market of her own from a file, without any token', async () => {
    const { page, complaints, close } = await pages.visit(at(''), wideRussian)
    await page.getByRole('button', { name: 'Новая специализация' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Название/).fill('Аналитик')
    await dialog.getByLabel('Слова названия').fill('аналитик контактного центра')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    // She is told how a token is had, and that files do.
    await page.getByText('dev.hh.ru').waitFor()
    await page.getByRole('button', { name: 'Принести файл' }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('dialog').getByRole('button', { name: 'Выбрать файл' }).click(),
    ])
    await chooser.setFiles({ name: 'аналитики.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
    await page.getByText('навык длиннее, чем может быть название: взята без этого').waitFor()
    await keepPicture(page, 'market-import')
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).last().click()
    await page.getByRole('tab', { name: 'Навыки', exact: true }).click()
    await page.getByRole('button', { name: 'sql' }).waitFor()
    await page.getByText('100,00 %').first().waitFor()
    await page.getByRole('button', { name: 'sql' }).click()
    await page.getByRole('article', { name: 'Аналитик контактного центра' }).first().waitFor()
    expect(await page.getByRole('article').count()).toBe(2)
    expect(complaints).toEqual([])
    await close()
  }, 60_000)

  it('decides about near-synonyms, takes it back, and puts a post beside the market', async () => {
    const { page, complaints, close } = await pages.visit(at('?tab=synonyms'), wideRussian)
    const first = page.getByRole('group', { name: 'обучение персонала' })
    await first.getByRole('button', { name: 'Одно и то же' }).click()
    await page.getByRole('button', { name: 'Снова порознь' }).waitFor()
    expect(await first.count()).toBe(0)
    await page.getByRole('button', { name: 'Снова порознь' }).click()
    await first.waitFor()
    await page.getByRole('tab', { name: 'Наши должности' }).click()
    await page.getByRole('button', { name: 'Добавить должность' }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/^Должность/)
      .fill('Руководитель смены')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('зарплата ниже нижней четверти').waitFor()
    const file = page.waitForEvent('download')
    await page.getByRole('tab', { name: 'Навыки', exact: true }).click()
    await page.getByRole('button', { name: 'XLSX / CSV' }).click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    expect((await file).suggestedFilename()).toMatch(/^навыки-.*\.csv$/)
    expect(complaints).toEqual([])
    await close()
  }, 60_000)

  for (const form of forms) {
    it(`sees every tab calm and fitting: ${formName(form)}`, async () => {
      const visit = await pages.visit(at(''), form)
      const tabs = await visit.page.getByRole('tab').all()
      expect(tabs).toHaveLength(9)
      for (const [place, tab] of tabs.entries()) {
        await tab.click()
        await settled(visit.page)
        await visit.page.waitForTimeout(250)
        await keepPicture(visit.page, `market-${place}-${formName(form)}`)
        expect([place, await overflow(visit.page)]).toEqual([place, 0])
      }
      expect(visit.complaints).toEqual([])
      await visit.close()
    }, 60_000)
  }
})
