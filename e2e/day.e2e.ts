import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createZone } from '@pult/engine/time'

import { ZONE } from './furnish-center.ts'
import { formName, forms, keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const at = (path: string): string => `/c/${pages.centerId}${path}`

/** A centre with so many calls on each day from the first of September. */
async function centerOfDays(page: Page, calls: readonly number[]): Promise<number> {
  const post = async (path: string, data: object): Promise<unknown> => {
    const reply = await page.request.post(`${pages.address}/api/v1${path}`, { data })
    expect(reply.ok()).toBe(true)
    return reply.json()
  }
  const draft = { name: 'Дни', timeZone: 'Europe/Moscow', calendar: 'none' }
  const { centerId } = (await post('/centers', draft)) as { centerId: number }
  const contacts = calls.flatMap((count, day) =>
    Array.from({ length: count }, (_, index) => ({
      sourceKey: `${day}-${index}`,
      channel: 'voice',
      offeredAt: `2026-09-${String(day + 1).padStart(2, '0')}T09:00:00Z`,
      outcome: 'abandoned',
      waitMs: 1000,
    })),
  )
  await post(`/centers/${centerId}/contacts/batch`, { source: 'АТС', contacts })
  await pages.app.measures.settle(centerId)
  return centerId
}

const looked = [
  ['today', '/today'],
  ['measures', '/measures?period=this-month'],
  ['chart', '/measures?tab=chart&by=day&period=this-month'],
  ['heatmap', '/measures?tab=heatmap&period=this-month'],
  ['curve', '/measures?tab=curve&period=this-month'],
  ['reconcile', '/measures/reconcile'],
  ['contacts', '/contacts?period=this-month'],
  ['lost-callers', '/lost-callers'],
  ['imports', '/imports'],
  ['new-import', '/imports/new'],
] as const

describe('the pages of the day', () => {
  for (const form of forms) {
    it(`are calm and fit: ${formName(form)}`, async () => {
      const visit = await pages.visit(at('/today'), form)
      for (const [name, path] of looked) {
        await visit.turnTo(at(path))
        await keepPicture(visit.page, `${name}-${formName(form)}`)
        expect(await overflow(visit.page), name).toBeLessThanOrEqual(0)
        const heading = await visit.page.locator('h1').innerText()
        expect(/[а-яё]/i.test(heading), heading).toBe(form.language === 'ru')
      }
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }
})

describe('today', () => {
  it('says of every number what it is and leads to what stands behind it', async () => {
    const visit = await pages.visit(at('/today'))
    const { page } = visit
    const names = ['Уровень обслуживания', 'Ждут сейчас', 'Поступило', 'Потеряно', 'Среднее ожидание', 'В системе']
    for (const name of names) {
      await page.getByRole('article', { name }).getByRole('button', { name, exact: true }).focus()
      expect(await page.getByRole('tooltip').filter({ visible: true }).first().innerText()).toContain('Формула')
      await page.keyboard.press('Escape')
    }
    await keepPicture(page, 'today-explained-ru-light-wide')
    const lost = page.getByRole('article', { name: 'Потеряно' }).getByRole('link')
    const count = Number((await lost.innerText()).replaceAll(/\D/g, ''))
    await lost.click()
    await page.getByRole('heading', { name: 'Обращения' }).waitFor()
    await settled(page)
    const listed = await page
      .getByText(/^[\d\s]+ обращени[йея]$/)
      .first()
      .innerText()
    expect(Math.abs(Number(listed.replaceAll(/\D/g, '')) - count)).toBeLessThanOrEqual(3)
    for (const [name, heading] of [
      ['Уровень обслуживания', 'Показатели'],
      ['Поступило', 'Показатели'],
      ['Среднее ожидание', 'Показатели'],
    ] as const) {
      await visit.turnTo(at('/today'))
      await page.getByRole('article', { name }).getByRole('link').click()
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
      expect(page.url()).toContain('period=today')
    }
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('lists the agents who do one thing', async () => {
    const visit = await pages.visit(at('/today'))
    const { page } = visit
    const section = page.getByRole('region', { name: 'Операторы' })
    const chip = section.getByRole('radio').nth(1)
    const count = Number((await section.locator('label').nth(1).innerText()).replaceAll(/\D/g, ''))
    await chip.focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/doing=/)
    expect(await section.getByRole('row').count()).toBe(count + 1)
    await section.getByRole('link', { name: 'Паузы по причинам' }).click()
    await page.waitForURL(/by2=pauseReason/)
    await page.getByRole('columnheader', { name: 'причина паузы' }).waitFor()
    await page.getByRole('cell', { name: 'Обед' }).first().waitFor()
    await keepPicture(page, 'pauses-ru-light-wide')
    expect(visit.complaints).toEqual([])
    await visit.close()
  })
})

describe('on paper', () => {
  for (const form of forms.filter(({ width }) => width === 'wide')) {
    it(`measures are one clean page, light whatever the theme: ${formName(form)}`, async () => {
      const visit = await pages.visit(at('/today'), form)
      const { page } = visit
      const notes = await writeNotes(page)
      const scheme = (): Promise<string | undefined> =>
        page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
      for (const tab of ['table', 'chart', 'heatmap', 'curve']) {
        await visit.goTo(at(`/measures?tab=${tab}&by=${tab === 'chart' ? 'day' : 'queue'}&period=this-month`))
        const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
        expect(paper.match(/\/Type\s*\/Page\b/g)?.length, tab).toBe(1)
        await page.emulateMedia({ media: 'print', colorScheme: form.scheme })
        await page.setViewportSize({ width: 1032, height: 700 })
        await keepPicture(page, `printed-${tab}-${formName(form)}`)
        const acts = page.locator('main').getByRole('button').filter({ visible: true, hasNotText: /./ })
        expect(await acts.count(), tab).toBe(0)
        for (const hidden of ['navigation', 'textbox', 'tab'] as const)
          expect(await page.getByRole(hidden).filter({ visible: true }).count(), `${tab}: ${hidden}`).toBe(0)
        // The page follows the paper when it hears of it: a moment later.
        await expect.poll(scheme).toBe('light')
        await expect.poll(() => overflow(page), { message: tab }).toBeLessThanOrEqual(0)
        await page.emulateMedia({ media: null, colorScheme: form.scheme })
        await page.setViewportSize({ width: 1440, height: 900 })
        await expect.poll(scheme).toBe(form.scheme)
      }
      for (const address of notes) expect((await page.request.delete(address)).ok()).toBe(true)
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }
})

/** Three of the running month, which are printed under the charts; their addresses. */
async function writeNotes(page: Page): Promise<string[]> {
  const all = `${pages.address}/api/v1/centers/${pages.centerId}/notes`
  const today = createZone(ZONE).localDate(Date.now())
  const written: string[] = []
  for (const text of ['Сбой телефонии', 'Рассылка по всем клиентам', 'Обучение новой группы']) {
    const reply = await page.request.post(all, { data: { firstDay: today, lastDay: today, queueId: null, text } })
    written.push(`${all}/${((await reply.json()) as { noteId: number }).noteId}`)
  }
  return written
}

describe('a head of the centre', () => {
  it('questions a number down to the single call', async () => {
    const visit = await pages.visit(at('/measures?period=this-month&by=queue'), wideRussian)
    const { page } = visit
    const row = page.getByRole('row', { name: /Продажи/ })
    const link = row.getByRole('link').first()
    const number = Number((await link.innerText()).replaceAll(/\D/g, ''))
    await link.click()
    await page.getByRole('heading', { name: 'Обращения' }).waitFor()
    await page
      .getByText(/обращени[йея]$/)
      .first()
      .waitFor()
    const shown = Number(
      (
        await page
          .getByText(/^[\d\s]+ обращени[йея]$/)
          .first()
          .innerText()
      ).replaceAll(/\D/g, ''),
    )
    expect(shown).toBe(number)
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { name: /^Обращение / }).waitFor()
    await settled(page)
    expect(await page.getByText('Другие обращения этого клиента').count()).toBe(1)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('sees exactly the lost behind a loss rate, and the missed and the met behind a service level', async () => {
    const visit = await pages.visit(at('/measures?period=this-month&by=queue&measures=abandonRate,serviceLevelNeutral'))
    const { page } = visit
    const total = async (): Promise<number> =>
      Number(
        (
          await page
            .getByText(/^[\d\s]+ обращени[йея]$/)
            .first()
            .innerText()
        ).replaceAll(/\D/g, ''),
      )
    for (const [column, here, other] of [
      [0, 'numerator', 'не попали'],
      [1, 'rest', 'попали в показатель'],
    ] as const) {
      await visit.turnTo(at('/measures?period=this-month&by=queue&measures=abandonRate,serviceLevelNeutral'))
      const link = page
        .getByRole('row', { name: /Продажи/ })
        .getByRole('link')
        .nth(column)
      await link.hover()
      const parts = (await page.getByRole('tooltip').filter({ visible: true }).innerText()).split('\n')
      const after = (word: string): number => Number((parts[parts.indexOf(word) + 1] ?? '').replaceAll(/\D/g, ''))
      const [numerator, denominator] = [after('Числитель'), after('Знаменатель')]
      await link.click()
      await page.getByText(/^За числом: /).waitFor()
      await settled(page)
      expect(await total()).toBe(here === 'numerator' ? numerator : denominator - numerator)
      await page.getByText(other, { exact: true }).click()
      await page.waitForURL(/part=/)
      await expect.poll(total).toBe(here === 'numerator' ? denominator - numerator : numerator)
      await keepPicture(page, `drilled-${column}-ru-light-wide`)
    }
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('tells on a chart of days which are more than noise, and hands the limits out with the file', async () => {
    const visit = await pages.visit(at('/measures'), wideRussian)
    const { page } = visit
    const own = await centerOfDays(page, [20, 21, 19, 22, 20, 18, 60, 21, 19, 20, 22, 21])
    for (const form of forms) {
      const look = await pages.visit(
        `/c/${own}/measures?period=2026-09-01..2026-09-12&by=day&tab=chart&measures=offered`,
        form,
      )
      await look.page.getByText(form.language === 'ru' ? /◆ 1 точка не похожа/ : /◆ 1 point is more/).waitFor()
      await settled(look.page)
      expect(await overflow(look.page)).toBeLessThanOrEqual(0)
      await keepPicture(look.page, `control-${formName(form)}`)
      if (form === wideRussian) {
        const file = look.page.waitForEvent('download')
        await look.page.getByRole('button', { name: 'XLSX / CSV' }).click()
        await look.page.getByRole('menuitem', { name: 'CSV' }).click()
        const [heading = ''] = (await readFile(await (await file).path(), 'utf8')).split('\r\n')
        expect(heading).toContain('верхняя граница ряда')
      }
      expect(look.complaints).toEqual([])
      await look.close()
    }
    await visit.close()
  })

  it('keeps a view under its own address and a note on every chart', async () => {
    const visit = await pages.visit(at('/measures?period=this-month&by=day&tab=chart&measures=offered'), wideRussian)
    const { page } = visit
    await page.getByRole('button', { name: 'Виды' }).click()
    await page.getByRole('menuitem', { name: 'Сохранить вид' }).click()
    await page.getByLabel('Название вида').fill('Месяц по дням')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Вид сохранён').waitFor()
    await page.waitForURL(/tab=chart/)
    // By its own address, from anywhere.
    await page.getByRole('button', { name: 'Виды' }).click()
    const own = await page.getByRole('menuitem', { name: 'Месяц по дням' }).getAttribute('href')
    expect(own).toMatch(/\/measures\/views\/\d+$/)
    await page.goto(new URL(own ?? '', page.url()).href)
    await page.waitForURL(/measures=offered.*tab=chart|tab=chart.*measures=offered/)
    await page.getByRole('button', { name: 'Добавить заметку' }).click()
    await page.getByLabel('Что случилось').fill('Рассылка купонов')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Рассылка купонов').first().waitFor()
    await page.getByRole('button', { name: 'Изменить заметку: Рассылка купонов' }).click()
    await page.getByLabel('Что случилось').fill('Рассылка купонов, 40 тысяч')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Рассылка купонов, 40 тысяч').first().waitFor()
    // What is noted about today stands on Today as well.
    const api = `${pages.address}/api/v1/centers/${pages.centerId}`
    const { day } = (await (await page.request.get(`${api}/today`)).json()) as { day: string }
    await page.request.post(`${api}/notes`, { data: { firstDay: day, lastDay: day, text: 'Сбой оплаты' } })
    await page.goto(`${pages.address}${at('/today')}`)
    await page.getByText('Заметка: Сбой оплаты').waitFor()
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('pastes last month’s report of the old system and is told what it did otherwise', async () => {
    const visit = await pages.visit(at('/measures/reconcile'), wideRussian)
    const { page } = visit
    const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
    const [from, last, to] = [dayBefore(3), dayBefore(2), dayBefore(1)]
    await page.getByLabel('Первый день').fill(from)
    await page.getByLabel('Последний день').fill(last)
    const measures = ['offered', 'answered', 'serviceLevelStrict', 'meanTalkSeconds']
    const reply = await page.request.post(`${pages.address}/api/v1/centers/${pages.centerId}/measures/query`, {
      data: { from, to, measures, withinSeconds: 30 },
    })
    const { total } = (await reply.json()) as { total: { figures: { value: number }[] } }
    const [offered = 0, answered = 0, level = 0, talk = 0] = total.figures.map(({ value }) => value)
    const told = [
      `Поступило\tПринято\tSL, %\tAHT\tПрочее`,
      `${offered}\t${answered}\t${(level * 100).toFixed(2).replace('.', ',')}\t${talk.toFixed(1).replace('.', ',')}\tx`,
    ].join('\n')
    await page.getByLabel('Вставьте таблицу').fill(told)
    await page.getByRole('button', { name: 'Объяснить расхождения' }).click()
    await page.getByText('Объяснено чисел: 4 из 4.').waitFor({ timeout: 60_000 })
    const row = page.getByRole('row', { name: /^уровень обслуживания/ })
    expect(await row.innerText()).toContain('порог 30 с')
    expect(await row.innerText()).toContain('строгий')
    expect(await page.getByRole('row', { name: /^среднее время обработки/ }).innerText()).toContain(
      'складывается из: разговор',
    )
    await keepPicture(page, 'reconciled-ru-light-wide')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await page.waitForURL(/kept=/)
    await row.waitFor()
    for (const form of forms) {
      const look = await pages.visit(new URL(page.url()).pathname + new URL(page.url()).search, form)
      expect(await overflow(look.page)).toBeLessThanOrEqual(0)
      await keepPicture(look.page, `reconciled-kept-${formName(form)}`)
      expect(look.complaints).toEqual([])
      await look.close()
    }
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('takes the numbers home as a file', async () => {
    const visit = await pages.visit(at('/measures?period=this-month'), wideRussian)
    const { page } = visit
    const keep = async (format: string): Promise<string> => {
      await page.getByRole('button', { name: 'XLSX / CSV' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: format }).click()
      return (await download).suggestedFilename()
    }
    expect(await keep('XLSX')).toMatch(/\.xlsx$/)
    await visit.goTo(at('/contacts?period=today'))
    expect(await keep('CSV')).toMatch(/^pult-contacts-.*\.csv$/)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('brings a table in: looked at, corrected, imported, undone', async () => {
    const file = join(tmpdir(), `pult-table-${process.pid}.csv`)
    const rows = Array.from(
      { length: 40 },
      (_, index) =>
        `${`0${(index % 9) + 1}`.slice(-2)}.10.2026;10:${String(10 + index).slice(-2)}:00;Горячая линия;Иванова;7900123${4000 + index};0:00:1${index % 10};0:03:00`,
    )
    const left = [
      '01.10.2026;10:01:00;Тест;Иванова;79001230001;0:00:10;0:03:00',
      '01.10.2026;10:02:00;Горячая линия;Проверка;79001230002;0:00:10;0:03:00',
    ]
    await writeFile(file, ['Дата;Время;Очередь;Оператор;Номер;Ожидание;Разговор', ...left, ...rows].join('\n'))
    const visit = await pages.visit(at('/imports/new'), wideRussian)
    const { page } = visit
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Что значат столбцы').waitFor()
    await page.getByRole('cell', { name: 'Горячая линия' }).first().waitFor()
    // Two columns say which rows are none of ours.
    for (const [column, value] of [
      ['Очередь', 'Тест'],
      ['Оператор', 'Проверка'],
    ] as const) {
      await page.getByRole('combobox', { name: 'Пропускать строки, где: столбец' }).last().click()
      await page.getByRole('option', { name: column, exact: true }).click()
      await page.getByRole('combobox', { name: `${column} равен одному из` }).fill(value)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('button', { name: 'Сохранить как шаблон' }).click()
    await page.getByLabel('Название шаблона').fill('Наша АТС')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить как шаблон' }).click()
    await page.getByText('Соответствие сохранено').waitFor()
    await keepPicture(page, 'mapping-ru-light-wide')
    await page.getByRole('button', { name: 'Импортировать', exact: true }).click()
    await page.getByText('Качество данных').waitFor({ timeout: 60_000 })
    await page.getByText('готово', { exact: true }).waitFor({ timeout: 60_000 })
    await keepPicture(page, 'import-done-ru-light-wide')
    expect(await page.getByRole('article', { name: 'Принято', exact: true }).innerText()).toContain('40')
    expect(await page.getByRole('article', { name: 'Пропущено', exact: true }).innerText()).toContain('2')
    await page.getByRole('button', { name: 'Откатить импорт' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Откатить импорт' }).click()
    await page.getByText('откачен').waitFor({ timeout: 60_000 })
    // The next file of that system is read by what was kept, until it is deleted.
    await page.goto(`${pages.address}${at('/imports/new')}`)
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('Прочитано по шаблону «Наша АТС»').waitFor()
    await page.getByRole('button', { name: 'Взять шаблон' }).click()
    await page.getByRole('menuitem', { name: 'Удалить шаблон «Наша АТС»' }).click()
    await page.getByRole('menuitem', { name: 'Наша АТС', exact: true }).waitFor({ state: 'detached' })
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('is told in a sentence when a file is nothing', async () => {
    const file = join(tmpdir(), `pult-empty-${process.pid}.csv`)
    await writeFile(file, Buffer.alloc(5000))
    const visit = await pages.visit(at('/imports/new'), wideRussian)
    await visit.page.locator('input[type=file]').setInputFiles(file)
    await visit.page.getByText(/В файле (двоичные данные|нет строк)/).waitFor()
    await visit.close()
  })

  it('finds a caller of other days from today’s list, and all of them at once', async () => {
    const visit = await pages.visit(at('/contacts?period=yesterday'))
    const { page } = visit
    const row = page.getByRole('table').getByRole('row').nth(1)
    const number = await row.getByRole('cell').nth(2).innerText()
    await visit.goTo(at('/contacts'))
    await page.getByRole('textbox', { name: /Номер, адрес/ }).fill(number)
    await page.getByText(/^Ещё \d+ за другие дни$/).waitFor()
    await keepPicture(page, 'elsewhere-ru-light-wide')
    await page.getByRole('button', { name: 'Показать за всё время' }).click()
    await page.getByRole('button', { name: 'За всё время' }).waitFor()
    await page.getByRole('cell', { name: number, exact: true }).first().waitFor()
    expect(await page.getByText(/за другие дни/).count()).toBe(0)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('works the lost callers', async () => {
    const visit = await pages.visit(at('/lost-callers'), wideRussian)
    const { page } = visit
    await page.getByRole('button', { name: 'Взять' }).first().click()
    await page
      .getByText(/в работе · Елена/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Перезвонил(а)' }).first().click()
    await page
      .getByText(/перезвонили · Елена/)
      .first()
      .waitFor()
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('works the lost callers on a phone with every button within reach', async () => {
    const visit = await pages.visit(at('/lost-callers'), { language: 'ru', scheme: 'light', width: 'phone' })
    const { page } = visit
    const isWithin = async (name: string): Promise<boolean> => {
      const box = await page.getByRole('button', { name }).first().boundingBox()
      return box !== null && box.x >= 0 && box.x + box.width <= 390
    }
    expect(await isWithin('Взять')).toBe(true)
    await page.getByRole('button', { name: 'Взять' }).first().click()
    await page.getByRole('button', { name: 'Перезвонил(а)' }).first().waitFor()
    await keepPicture(page, 'lost-callers-taken-ru-light-phone')
    expect(await isWithin('Перезвонил(а)')).toBe(true)
    expect(await isWithin('Вернуть')).toBe(true)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })
})
