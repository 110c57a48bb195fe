import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createZone } from '@pult/engine/time'

import {
  EMAIL,
  formName,
  forms,
  keepPicture,
  openPages,
  overflow,
  settled,
  wideRussian,
  type Pages,
} from './open-pages.ts'

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
  })

  it('decides about near-synonyms, takes it back, and puts a post beside the market', async () => {
    const { page, complaints, close } = await pages.visit(at('?tab=synonyms'), wideRussian)
    const first = page.getByRole('group', { name: 'обучение персонала' })
    await first.getByRole('button', { name: 'Одно и то же' }).click()
    await page.getByRole('button', { name: 'Снова порознь' }).waitFor()
    expect(await first.count()).toBe(0)
    await page.getByRole('button', { name: 'Снова порознь' }).click()
    await first.waitFor()
    // Two of three that were suggested, then two that nobody suggested.
    const three = page.getByRole('group', { name: 'управление персоналом' })
    await three.getByText(/руководство коллективом/).click()
    await three.getByRole('button', { name: 'Одно и то же' }).click()
    await page.getByRole('row', { name: /^управление персоналом управление командой/ }).waitFor()
    const byHand = page.getByLabel('Свести то, чего нет среди предложенного').first()
    for (const [typed, name] of [
      ['sql', /^sql/],
      ['exc', /^ms excel/],
    ] as const) {
      await byHand.fill(typed)
      await page.getByRole('option', { name }).click()
    }
    await page.getByRole('button', { name: 'Считать вместе' }).click()
    await page.getByRole('row', { name: /^sql ms excel/ }).waitFor()
    await page.getByRole('tab', { name: 'Наши должности' }).click()
    await page.getByRole('button', { name: 'Добавить должность' }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/^Должность/)
      .fill('Руководитель смены')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('зарплата ниже нижней четверти').waitFor()
    const row = page.getByRole('row', { name: /^Руководитель смены/ })
    await row.getByRole('button', { name: 'Изменить' }).click()
    await page.getByRole('dialog').getByLabel('Зарплата в месяц').fill('300000')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await row.getByText('зарплата выше середины').waitFor()
    await row.getByRole('button', { name: 'Убрать' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Убрать' }).click()
    await row.waitFor({ state: 'detached' })
    const file = page.waitForEvent('download')
    await page.getByRole('tab', { name: 'Навыки', exact: true }).click()
    await page.getByRole('button', { name: 'XLSX / CSV' }).click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    expect((await file).suggestedFilename()).toMatch(/^навыки-.*\.csv$/)
    expect(complaints).toEqual([])
    await close()
  })

  it('has a digest sent to a person of the centre, an address and a chat, and gives hh.ru its token', async () => {
    const { page, complaints, close } = await pages.visit(at('?tab=digest'), wideRussian)
    await page.getByRole('button', { name: 'Отправлять дайджест' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Люди центра').first().click()
    await page.getByRole('option', { name: new RegExp(EMAIL) }).click()
    await dialog.getByLabel('Другие почтовые адреса').fill('hr@example.com')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Чаты Telegram').fill('не чат')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.getByText('«не чат»: это не номер чата').waitFor()
    await keepPicture(page, 'market-plan')
    await dialog.getByLabel('Чаты Telegram').press('Backspace')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    const plan = page.getByRole('row', { name: /Елена Орлова, hr@example.com/ })
    await plan.getByRole('button', { name: 'Отправить сейчас' }).click()
    // No mail server is set up here: it says that none of the two went.
    await plan.getByText('не ушло 2').waitFor()
    await page.getByRole('tab', { name: 'Источники' }).click()
    await page.getByRole('button', { name: 'Дать доступ' }).click()
    await page.getByRole('dialog').getByLabel('Кто спрашивает').fill('Пульт')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Название, пробел и почта в скобках').waitFor()
    await page.getByRole('dialog').getByLabel('Кто спрашивает').fill('Pult/1.0 (mail@example.com)')
    await page.getByRole('dialog').getByLabel('Токен приложения').fill('TOKEN-OF-AN-APPLICATION')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('токен хранится').waitFor()
    await page.getByRole('button', { name: 'Забыть токен' }).click()
    await page.getByText('токена нет').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

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
    })
  }
})
