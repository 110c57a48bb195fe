import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createZone } from '@pult/engine/time'

import { formName, forms, keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  // What is written about oneself needs hardly any contacts.
  pages = await openPages()
  await pages.app.market.keepMadeUp(pages.centerId, createZone('Europe/Moscow').localDate(Date.now()))
})
afterAll(() => pages.close())

const at = (path = ''): string => `/c/${pages.centerId}/career${path}`

const FILE = `Елена Орлова
Москва, +7 900 000-00-00, elena@example.com

ОПЫТ РАБОТЫ
Береговая линия
Руководитель контактного центра
Февраль 2018 — по настоящее время
- Графики смен

УВЛЕЧЕНИЯ
Зимняя рыбалка
`

/** What a second window does, in the browser: reads the résumé that was changed last and saves it. */
async function saveInAnotherWindow(centerId: number): Promise<void> {
  const path = `/api/v1/centers/${centerId}/career/resumes`
  const read = async <Reply>(from: string): Promise<Reply> => (await (await fetch(from)).json()) as Reply
  const { resumes } = await read<{ resumes: { resumeId: number }[] }>(path)
  const own = `${path}/${resumes[0]?.resumeId}`
  const { draft, version } = await read<{ draft: object; version: number }>(own)
  const headers = { 'content-type': 'application/json' }
  const saved = await fetch(own, { method: 'PUT', headers, body: JSON.stringify({ draft, version }) })
  if (!saved.ok) throw new Error(await saved.text())
}

describe('the head of a centre', () => {
  it('writes her résumé step by step, and loses nothing', async () => {
    const { page, complaints, goTo, close } = await pages.visit(at(), wideRussian)
    const tab = (name: RegExp) => page.getByRole('tab', { name })
    const paper = page.getByRole('article', { name: 'Как выйдет' })
    await keepPicture(page, 'career-begin')
    await page.getByRole('button', { name: 'Начать', exact: true }).click()
    await page.getByLabel('Имя и фамилия').fill('Елена Орлова')
    await page.getByLabel('Город', { exact: true }).fill('Москва')
    await page.getByLabel('Почта').fill('elena@example.com')
    await tab(/Опыт/).click()
    await page.getByRole('button', { name: 'Добавить место работы' }).click()
    await page.getByLabel('Занимаемая должность').fill('Руководитель колл-центра')
    await page.getByLabel('Компания', { exact: true }).fill('Северный берег')
    await page.getByLabel('С', { exact: true }).fill('02.2018')
    // A duty from the list, found by words of another case, and one of her own.
    await page.getByLabel('Поиск: Обязанности на выбор').fill('график смен')
    await page.getByRole('checkbox', { name: /^Графики смен/ }).check()
    await page.getByLabel('Своими словами: Обязанности на выбор').fill('Обязанность своими словами')
    await page.keyboard.press('Enter')
    await paper.getByText('Графики смен').waitFor()
    await paper.getByText('02/2018 – по наст. время').waitFor()
    // A result with a figure is printed when all of its blanks are filled.
    await tab(/Результаты/).click()
    await page.getByRole('checkbox', { name: /^Доля потерянных звонков/ }).check()
    await paper.getByText('1 строка ждёт заполнения').waitFor()
    expect(await paper.getByText('Доля потерянных').count()).toBe(0)
    const line = page.getByRole('group', { name: 'Заполните' })
    for (const [name, value] of [
      ['было', '9'],
      ['стало', '4'],
    ] as const)
      await line.getByLabel(name).fill(value)
    await line.getByLabel('год').first().fill('2025')
    await line.getByLabel('год').last().fill('2024')
    await paper.getByText('Доля потерянных звонков: с 9 до 4 %, 2025 к 2024').waitFor()
    await page.getByRole('button', { name: 'Найти результаты' }).click()
    await settled(page)
    await keepPicture(page, 'career-results')
    // What the market asks for is added only by her.
    await tab(/Навыки/).click()
    await page.getByText('Резюме отвечает на').waitFor()
    const offered = page.getByRole('button', { name: /^Это про меня: / }).first()
    const skill = (await offered.getAttribute('aria-label'))?.replace('Это про меня: ', '') ?? ''
    expect(await paper.getByText(skill, { exact: true }).count()).toBe(0)
    await offered.click()
    await paper.getByText(skill, { exact: true }).waitFor()
    await tab(/Профиль/).click()
    await page.getByRole('button', { name: /^Добавить: Опыт руководства/ }).click()
    await paper.getByText(/^Опыт руководства — \d+ /).waitFor()
    await tab(/Письма/).click()
    await page.getByLabel('Работодатель').fill('Ромашка')
    await page.getByLabel('Текст вакансии').fill('Графики смен, бюджет')
    await page.getByRole('button', { name: 'Написать письмо' }).click()
    await page.getByText(/в компании «Ромашка»/).waitFor()
    await page.getByText('Сохранено', { exact: true }).first().waitFor()
    // Loaded anew it is all there, and becomes a file; the server's tests make the others.
    await goTo(at('?step=files'))
    await paper.getByText('Обязанность своими словами').waitFor()
    await page.getByText('В PDF 1 страница.').waitFor()
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PDF' }).click()
    expect((await file).suggestedFilename()).toMatch(/\.pdf$/)
    expect(complaints).toEqual([])
    await close()
  }, 60_000)

  it('begins with a file, and is shown what was not recognised', async () => {
    const { page, complaints, close } = await pages.visit(at(), wideRussian)
    await page.getByRole('button', { name: 'Ещё одно резюме' }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Выбрать файл' }).click(),
    ])
    await chooser.setFiles({ name: 'резюме.txt', mimeType: 'text/plain', buffer: Buffer.from(FILE) })
    await page.getByText('1 место работы').waitFor()
    await page.getByText(/Не распознан/).waitFor()
    await keepPicture(page, 'career-file')
    await page.getByRole('button', { name: 'Продолжить с этим' }).click()
    await page.getByRole('list', { name: 'Не разложено' }).getByText('рыбалка').waitFor()
    await page.getByRole('article', { name: 'Как выйдет' }).getByText('Береговая линия').waitFor()
    await keepPicture(page, 'career-left-over')
    expect(complaints).toEqual([])
    await close()
  }, 30_000)

  it('is asked which of two windows holds', async () => {
    const { page, close } = await pages.visit(at(), wideRussian)
    const city = page.getByLabel('Город', { exact: true })
    await city.fill('Тула')
    await page.getByText('Сохранено', { exact: true }).waitFor()
    await page.evaluate(saveInAnotherWindow, pages.centerId)
    await city.fill('Казань')
    await page.getByText('Это изменено в другом окне').waitFor()
    await page.getByRole('button', { name: 'Оставить моё' }).click()
    await page.getByText('Сохранено', { exact: true }).waitFor()
    await page.reload()
    await settled(page)
    expect(await city.inputValue()).toBe('Казань')
    await close()
  }, 30_000)

  for (const form of forms) {
    it(`sees every step calm and fitting: ${formName(form)}`, async () => {
      const visit = await pages.visit(at(), form)
      const tabs = await visit.page.getByRole('tab').all()
      expect(tabs).toHaveLength(9)
      for (const [place, tab] of tabs.entries()) {
        await tab.click()
        await settled(visit.page)
        await keepPicture(visit.page, `career-${place}-${formName(form)}`)
        expect([place, await overflow(visit.page)]).toEqual([place, 0])
      }
      expect(visit.complaints).toEqual([])
      await visit.close()
    }, 60_000)
  }
})
