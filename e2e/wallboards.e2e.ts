import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Page } from 'playwright-core'

import { formName, forms, keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const at = (path = ''): string => `/c/${pages.centerId}/wallboards${path}`

/** From a phone to a wall of four times full HD. */
const screens = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 3840, height: 2160 },
] as const

interface Look {
  /** Words and figures that stand out of their tile or the window. */
  readonly cut: readonly string[]
  /** Of the height of its tile, the least that a figure takes. */
  readonly leastFill: number
  /** The least contrast of words to what they stand on. */
  readonly leastContrast: number
}

/** How a board looks, measured in the browser. */
function lookOf(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const inks = (color: string): number[] =>
      /[\d.]+/g.exec(color) === null ? [] : (color.match(/[\d.]+/g) ?? []).map(Number)
    const light = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = inks(color)
        .slice(0, 3)
        .map((part) => (part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const backOf = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return (inks(backgroundColor)[3] ?? 1) === 0 ? backOf(element.parentElement) : backgroundColor
    }
    const cut: string[] = []
    let [leastFill, leastContrast] = [1, 21]
    const sections = [...document.querySelectorAll('section')]
    for (const section of sections) {
      const tile = section.getBoundingClientRect()
      for (const element of section.querySelectorAll('*')) {
        const own = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
        )
        if (!own || getComputedStyle(element).display === 'none') continue
        const box = element.getBoundingClientRect()
        if (box.right > tile.right + 1 || box.bottom > tile.bottom + 1 || box.bottom > innerHeight + 1)
          cut.push(element.textContent ?? '')
        const [one = 0, other = 0] = [light(getComputedStyle(element).color), light(backOf(element))].toSorted(
          (a, b) => b - a,
        )
        leastContrast = Math.min(leastContrast, (one + 0.05) / (other + 0.05))
      }
      if (section.dataset['kind'] === 'figure') {
        const figure = section.querySelector('div > span')
        if (figure !== null) leastFill = Math.min(leastFill, figure.getBoundingClientRect().height / tile.height)
      }
    }
    return { cut, leastFill, leastContrast }
  })
}

describe('the head of a centre', () => {
  it('makes a board, arranges it by hand and by keys, gives a link, and a screen without sign-in follows', async () => {
    const { page, complaints, close } = await pages.visit(at(), wideRussian)
    await page.getByText('Табло пока нет').waitFor()
    await page.getByRole('button', { name: 'Новое табло' }).click()
    await page.getByRole('heading', { level: 1, name: 'Табло' }).waitFor()
    const preview = page.getByRole('region', { name: 'Как это выглядит сейчас' })
    await preview.getByRole('heading', { name: 'Уровень обслуживания' }).waitFor()
    const tiles = page.getByRole('region', { name: 'Плитки' }).getByRole('group')
    const names = (): Promise<(string | null)[]> =>
      tiles.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    const first = await names()
    expect(first.slice(0, 3)).toEqual([
      'Плитка 1: Уровень обслуживания',
      'Плитка 2: Ждут сейчас',
      'Плитка 3: Дольше всех ждёт',
    ])
    // By keys.
    await page.getByRole('button', { name: 'Раньше: Ждут сейчас' }).press('Enter')
    expect((await names()).slice(0, 2)).toEqual(['Плитка 1: Ждут сейчас', 'Плитка 2: Уровень обслуживания'])
    // By hand.
    await tiles.nth(0).getByTestId('handle').hover()
    await page.mouse.down()
    await tiles.nth(2).hover()
    await page.mouse.up()
    expect((await names()).slice(0, 3)).toEqual([
      'Плитка 1: Уровень обслуживания',
      'Плитка 2: Дольше всех ждёт',
      'Плитка 3: Ждут сейчас',
    ])
    await page.getByRole('button', { name: 'Отменить изменения' }).click()
    expect(await names()).toEqual(first)
    await page.getByRole('button', { name: 'Добавить плитку' }).click()
    await page.getByRole('menuitem', { name: 'Текст' }).click()
    await page.getByLabel('Текст').fill('Обед с 13 до 15')
    await preview.getByText('Обед с 13 до 15').waitFor()
    await page.getByLabel('Название').fill('Зал')
    await keepPicture(page, 'wallboards-editor')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Изменений нет.').waitFor()
    await page.getByRole('button', { name: 'Ссылка' }).click()
    await page.getByRole('button', { name: 'Сделать ссылку' }).click()
    const address = await page.getByRole('textbox', { name: 'Ссылка на табло' }).inputValue()
    expect(address).toMatch(/\/wall\/\d+\.\d+\.[\w-]{43}$/)
    await page.getByRole('button', { name: 'Закрыть' }).click()

    const screen = await pages.visit(address, wideRussian, 'stranger')
    await screen.page.getByRole('heading', { level: 1, name: 'Зал' }).waitFor()
    for (const size of screens) {
      await screen.page.setViewportSize(size)
      const look = await lookOf(screen.page)
      expect([size, look.cut]).toEqual([size, []])
      expect(look.leastFill).toBeGreaterThan(0.3)
      expect(look.leastContrast).toBeGreaterThanOrEqual(7)
      expect(await overflow(screen.page)).toBe(0)
      await keepPicture(screen.page, `wall-${size.width}`)
    }
    await screen.page.getByRole('button', { name: 'Звук выключен' }).click()
    await screen.page.getByRole('button', { name: 'Звук включён' }).click()
    // What is saved on the desk hangs on the wall.
    await page.getByLabel('Название').fill('Большой зал')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await screen.page.getByRole('heading', { level: 1, name: 'Большой зал' }).waitFor()
    expect(screen.complaints).toEqual([])

    // The line breaks: the screen says so, and comes back by itself.
    await screen.page.route('**/api/v1/wall/**', (route) => route.abort())
    await screen.page.clock.install()
    await screen.page.setViewportSize({ width: 1280, height: 720 })
    await screen.page.goto(address)
    await screen.page.getByText('Соединяемся с Пультом…').waitFor()
    await screen.page.unroute('**/api/v1/wall/**')
    await screen.page.clock.fastForward(30_000)
    await screen.page.getByRole('heading', { level: 1, name: 'Большой зал' }).waitFor()
    await screen.page.route('**/api/v1/wall/**', (route) => route.abort())
    await screen.page.clock.fastForward(20_000)
    await screen.page.getByText(/^Нет связи с \d/).waitFor()
    await keepPicture(screen.page, 'wall-lost')
    await screen.page.unroute('**/api/v1/wall/**')
    await screen.page.clock.fastForward(3 * 3_600_000)
    await screen.page.getByText(/^Нет связи с \d/).waitFor({ state: 'detached' })

    await page.goto(pages.address + at())
    await settled(page)
    await page.getByRole('button', { name: 'Ссылка' }).click()
    await page.getByRole('button', { name: 'Отозвать' }).click()
    await page.getByRole('dialog', { name: 'Отозвать ссылку?' }).getByRole('button', { name: 'Отозвать' }).click()
    await screen.page.getByRole('heading', { name: 'Эта ссылка закрыта' }).waitFor()
    await keepPicture(screen.page, 'wall-ended')
    await screen.close()

    const more = page.getByRole('button', { name: 'Ещё: Большой зал' })
    await more.click()
    const file = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Сохранить в файл' }).click()
    const path = await (await file).path()
    await page.getByLabel('Файл с табло').setInputFiles(path)
    await page.getByRole('button', { name: 'Сохранить' }).waitFor()
    expect(await tiles.count()).toBe(first.length + 1)
    expect(complaints).toEqual([])
    await close()
  }, 120_000)

  for (const form of forms) {
    it(`sees the list, a board and its editor calm and fitting: ${formName(form)}`, async () => {
      const visit = await pages.visit(at(), form)
      const { page } = visit
      const words = form.language === 'ru' ? { change: 'Изменить', link: 'Ссылка' } : { change: 'Change', link: 'Link' }
      await keepPicture(page, `wallboards-${formName(form)}`)
      expect(await overflow(page)).toBe(0)
      await page.getByRole('link', { name: words.change }).first().click()
      await page.getByRole('button', { name: words.link }).waitFor()
      await settled(page)
      await keepPicture(page, `wallboards-edit-${formName(form)}`)
      expect(await overflow(page)).toBe(0)
      await page.goto(page.url().replace('/edit', ''))
      await settled(page)
      await page.locator('section h2').first().waitFor()
      await keepPicture(page, `wallboards-board-${formName(form)}`)
      expect(await overflow(page)).toBe(0)
      expect(visit.complaints).toEqual([])
      await visit.close()
    }, 60_000)
  }
})
