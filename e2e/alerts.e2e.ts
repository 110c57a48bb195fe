import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { formName, forms, keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const at = (path: string): string => `/c/${pages.centerId}/alerts${path}`
const MINUTE_MS = 60_000

describe('the head of a centre', () => {
  it('takes ready rules, makes one of her own, is told by the bell, takes care and reads the history', async () => {
    const { page, complaints, close } = await pages.visit(at(''), wideRussian)
    await page.getByText('Пока никто ни за чем не следит').waitFor()
    await page.getByRole('link', { name: 'К правилам' }).click()
    await page.getByRole('button', { name: 'Взять все' }).click()
    await page
      .getByRole('cell', { name: /Клиент ждёт дольше пяти минут/ })
      .first()
      .waitFor()
    await page.getByText('С чего начать').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Новое правило' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Название/).fill('Мало ждут')
    await dialog.getByRole('combobox', { name: 'За чем следить' }).click()
    await page.getByRole('option', { name: 'Ждут сейчас' }).click()
    await dialog.getByRole('combobox', { name: 'Чего' }).click()
    await page.getByRole('option', { name: 'всего центра' }).click()
    await dialog.getByRole('combobox', { name: 'Тревога, если' }).click()
    await page.getByRole('option', { name: 'ниже' }).click()
    await dialog.getByLabel(/^Порог/).fill('1000')
    await dialog.getByLabel('Должно длиться, мин').fill('0')
    await dialog.getByRole('switch', { name: 'Только в часы работы' }).click()
    // The field takes clicks through what surrounds it.
    await dialog.getByLabel('Роли').click({ force: true })
    await page.getByRole('option', { name: 'Администратор' }).click()
    await dialog.getByLabel(/^Название/).click()
    await keepPicture(page, 'alerts-rule')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await page
      .getByRole('cell', { name: /Мало ждут/ })
      .first()
      .waitFor()
    expect(await pages.app.alerts.lookAt(pages.centerId, Date.now() + MINUTE_MS)).toBe(true)
    // The bell hears of it by itself.
    await page.getByRole('button', { name: /^Тревоги: [1-9]/ }).click()
    await page
      .getByRole('dialog', { name: 'Тревоги' })
      .getByRole('link', { name: /ждут сейчас \d+ \(ниже/ })
      .click()
    const story = page.getByRole('dialog', { name: 'Подробнее' })
    await story.getByText('Колокольчиком на странице.').waitFor()
    await keepPicture(page, 'alerts-story')
    await story.getByRole('button', { name: 'Занимаюсь' }).click()
    await page.getByLabel('Что делается').fill('Смотрю сама')
    await page.getByRole('dialog', { name: 'Занимаюсь' }).getByRole('button', { name: 'Занимаюсь' }).click()
    await story.getByText('Смотрю сама').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'История' }).click()
    await page.getByLabel('Поиск').fill('сама')
    await page.getByText('Смотрю сама').waitFor()
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'XLSX / CSV' }).click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    expect((await file).suggestedFilename()).toBe('тревоги.csv')
    await page.getByRole('button', { name: 'Мои тихие часы' }).click()
    await page.getByRole('switch', { name: 'Тихие часы' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await close()
  }, 120_000)

  for (const form of forms) {
    it(`sees every tab calm and fitting: ${formName(form)}`, async () => {
      const visit = await pages.visit(at(''), form)
      const tabs = await visit.page.getByRole('tab').all()
      expect(tabs).toHaveLength(3)
      for (const [place, tab] of tabs.entries()) {
        await tab.click()
        await settled(visit.page)
        await keepPicture(visit.page, `alerts-${place}-${formName(form)}`)
        expect([place, await overflow(visit.page)]).toEqual([place, 0])
      }
      await visit.page
        .getByRole('button', { name: form.language === 'ru' ? 'Изменить' : 'Change' })
        .first()
        .click()
      await settled(visit.page)
      await visit.page.getByRole('dialog').waitFor()
      await keepPicture(visit.page, `alerts-dialog-${formName(form)}`)
      expect(await overflow(visit.page)).toBe(0)
      expect(visit.complaints).toEqual([])
      await visit.close()
    }, 60_000)
  }
})

describe('reports to management', () => {
  const reportsAt = (path: string): string => `/c/${pages.centerId}/reports${path}`

  it('are set up with a look at what they will say, made, read and taken as a file', async () => {
    const visit = await pages.visit(reportsAt(''), wideRussian)
    const { page } = visit
    await page.getByText('Отчётов пока нет').waitFor()
    await page.getByRole('button', { name: 'Новый отчёт' }).click()
    const dialog = page.getByRole('dialog', { name: 'Новый отчёт' })
    await dialog.getByLabel(/^Название/).fill('Каждый день')
    await dialog.getByRole('combobox', { name: 'Как часто' }).click()
    await page.getByRole('option', { name: /^Каждый день/ }).click()
    await dialog.getByRole('button', { name: 'Посмотреть' }).click()
    const preview = page.getByRole('dialog', { name: 'Посмотреть' })
    await preview.getByRole('heading', { name: 'Что делать' }).waitFor()
    await keepPicture(page, 'reports-preview')
    await page.keyboard.press('Escape')
    await preview.waitFor({ state: 'detached' })
    // What had been filled in is still there.
    await dialog.getByRole('button', { name: 'Сохранить' }).waitFor()
    await keepPicture(page, 'reports-dialog')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('cell', { name: /Каждый день/ }).waitFor()
    await page.getByRole('button', { name: 'Составить сейчас' }).click()
    await page.getByRole('menuitem', { name: 'Составить сейчас' }).click()
    // The page hears of it by itself.
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PDF' }).first().click()
    expect((await file).suggestedFilename()).toMatch(/^отчёт-за-день-\d{4}-\d\d-\d\d\.pdf$/)
    await page.getByRole('button', { name: 'История' }).click()
    await page.getByRole('button', { name: 'Читать' }).click()
    await page.getByRole('dialog', { name: 'Читать' }).getByRole('img').first().waitFor()
    await page.keyboard.press('Escape')
    for (const form of forms) {
      const look = await pages.visit(reportsAt('?report=1'), form)
      await look.page.getByRole('button', { name: 'XLSX' }).first().waitFor()
      expect(await overflow(look.page)).toBeLessThanOrEqual(0)
      await keepPicture(look.page, `reports-${formName(form)}`)
      expect(look.complaints).toEqual([])
      await look.close()
    }
    expect(visit.complaints).toEqual([])
    await visit.close()
  }, 120_000)
})
