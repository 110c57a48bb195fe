import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { formName, forms, keepPicture, openPages, overflow, settled, wideRussian, type Pages } from './open-pages.ts'

// One story, told in order: the requirement counted first is published, goes stale by the rules of the second test, is counted anew in
// the third and looked at by the rest. A furnished centre and a forecast for each test alone would take a minute more apiece.
let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const at = (path: string): string => `/c/${pages.centerId}${path}`

describe('a planner', () => {
  it('counts agents in two clicks, tries a slider, sees why, and publishes', async () => {
    const { page, complaints, close } = await pages.visit(at('/staffing'), wideRussian)
    await page.getByText('Потребность ещё не считали').waitFor()
    await page.getByRole('button', { name: 'Посчитать операторов' }).first().click()
    await page.getByRole('button', { name: 'Посчитать', exact: true }).click()
    await page.getByText('черновик', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'Что если' }).waitFor()
    await page.getByRole('slider', { name: 'Обращения, % от принятых' }).press('ArrowRight')
    await settled(page)
    expect(page.url()).toContain('volume=101')
    await page.getByRole('heading', { name: /^Почему столько/ }).waitFor()
    await page.getByRole('button', { name: 'Посчитать чувствительность' }).click()
    await page.getByRole('row', { name: /цель на шаг строже/ }).scrollIntoViewIfNeeded({ timeout: 60_000 })
    await keepPicture(page, 'staffing-sensitivity')
    await page.getByRole('button', { name: 'Опубликовать' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать' }).click()
    await page.getByText('опубликована').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('says what a queue is to keep and why people are away, and counts by it', async () => {
    const { page, complaints, close } = await pages.visit(at('/staffing'), wideRussian)
    await page.getByRole('button', { name: 'Правила' }).click()
    const rule = page.getByRole('dialog')
    await rule.getByLabel('Потерянных не больше, %').fill('3')
    await rule.getByLabel('Занятость не больше, %').fill('85')
    await rule.getByRole('button', { name: 'Что говорит журнал по часам' }).click()
    await rule.getByRole('columnheader').first().waitFor()
    await keepPicture(page, 'staffing-rule')
    await rule.getByRole('button', { name: 'Сохранить' }).click()
    await rule.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Потери времени' }).click()
    const away = page.getByRole('dialog')
    await away.getByRole('button', { name: 'Добавить вид' }).click()
    await away.getByLabel('Вид').fill('Отпуска')
    await away.getByLabel('%', { exact: true }).fill('10')
    await away.getByRole('button', { name: 'По часам' }).click()
    await away.getByLabel('понедельник, 13:00').fill('40')
    await away.getByRole('button', { name: 'По часам (1)' }).waitFor()
    await keepPicture(page, 'staffing-shrinkage')
    await away.getByRole('button', { name: 'Сохранить' }).click()
    await away.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Потери времени' }).click()
    await page.getByRole('button', { name: 'По часам (1)' }).waitFor()
    await page.getByRole('button', { name: 'Отмена' }).click()
    await page.getByRole('button', { name: 'Правила' }).click()
    expect(await page.getByRole('dialog').getByLabel('Занятость не больше, %').inputValue()).toBe('85')
    expect(complaints).toEqual([])
    await close()
  })

  it('sees chats, letters and how sure the plan is, and counts anew what is no longer of today', async () => {
    const { page, complaints, close } = await pages.visit(at('/staffing'), wideRussian)
    await page.getByText('Потребность устарела').waitFor()
    await page.getByRole('button', { name: 'Посчитать заново' }).click()
    await page.getByText('черновик', { exact: true }).waitFor()
    await page.getByText('Потребность устарела').waitFor({ state: 'detached' })
    // The chance of a day is that of the whole target, and each part of it has its slider.
    await page.getByText(/цель \(уровень обслуживания.+доля потерянных.+занятость.+\) будет выдержана/).waitFor()
    await page.getByText(/^Уровень обслуживания считается/).waitFor()
    await page.getByRole('slider', { name: 'Потерянных не больше, %' }).press('ArrowRight')
    await settled(page)
    expect(page.url()).toContain('lost=4')
    const queue = page.getByRole('combobox', { name: 'Очередь' })
    for (const [name, sentence] of [
      ['Чат на сайте', /ведёт сразу 2 чата/],
      ['Почта', /^.*может подождать/],
    ] as const) {
      await queue.click()
      await page.getByRole('option', { name }).click()
      await settled(page)
      await page.getByText(sentence).scrollIntoViewIfNeeded()
      await page.waitForTimeout(500)
      await keepPicture(page, `staffing-why-${name}`)
      await page.getByText(/^Посчитано на воображаемых/).scrollIntoViewIfNeeded()
      await page.waitForTimeout(500)
      await keepPicture(page, `staffing-sure-${name}`)
    }
    await page.getByRole('button', { name: 'Правила' }).click()
    await page.getByLabel('Готово за, рабочих часов').waitFor()
    await keepPicture(page, 'staffing-rule-mail')
    expect(complaints).toEqual([])
    await close()
  })

  it('is told which part of the target no number of agents meets', async () => {
    const { page, complaints, close } = await pages.visit(at('/staffing'), wideRussian)
    await page.evaluate(async (centre) => {
      const send = async (method: string, path: string, body?: object) => {
        const reply = await fetch(`/api/v1/centers/${centre}${path}`, {
          method,
          ...(body === undefined
            ? {}
            : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        })
        return (await reply.json()) as {
          rules: { work: string; queueId: number | null }[]
          queues: { name: string; queueId: number }[]
        }
      }
      const { rules } = await send('GET', '/staffing/rules')
      const { queues } = await send('GET', '/queues')
      const calls = rules.find(({ work, queueId }) => work === 'calls' && queueId === null)
      const sales = queues.find(({ name }) => name === 'Продажи')
      await send('PUT', '/staffing/rules', { ...calls, queueId: sales?.queueId, maxOccupancy: 1e-9 })
    }, pages.centerId)
    await page.reload()
    await page.getByRole('button', { name: 'Посчитать заново' }).click()
    await page.getByText('Потребность устарела').waitFor({ state: 'detached' })
    await page.getByRole('combobox', { name: 'Очередь' }).click()
    await page.getByRole('option', { name: 'Продажи' }).click()
    await page.getByText('Недостижимо ни при каком числе операторов: занятость не выше 0,0000001 %.').waitFor()
    // No axes around nothing.
    await page.getByText('Число операторов неизвестно').waitFor()
    expect(await page.getByRole('heading', { name: 'Операторы по дням недели и времени' }).count()).toBe(0)
    await keepPicture(page, 'staffing-impossible')
    expect(await page.getByText('NaN').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('searches agents by skill group and sees every queue keep its target', async () => {
    const { page, complaints, close } = await pages.visit(at('/staffing'), wideRussian)
    await page.getByRole('link', { name: 'По навыкам' }).click()
    await page.getByText('Поиска ещё не было').waitFor()
    await page.getByRole('button', { name: 'Искать' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByText('своё правило численности')
      .or(dialog.getByLabel('Каждая очередь выдерживает'))
      .first()
      .waitFor()
    await dialog.getByRole('combobox', { name: 'Обращение попадает' }).click()
    await page.getByRole('option', { name: 'кто дольше всех свободен' }).click()
    await keepPicture(page, 'staffing-skills-search')
    await dialog.getByRole('button', { name: 'Искать' }).click()
    await page.getByText(/^Идёт поиск/).waitFor()
    await page.getByRole('heading', { name: 'Операторы на линии по группам и получасам' }).waitFor({ timeout: 150_000 })
    await page.waitForTimeout(600)
    await keepPicture(page, 'staffing-skills')
    // Each queue by its own rule; what no number of agents keeps is named with its queue, and the rest is searched.
    await page.getByText(/Недостижимо ни при каком числе операторов: Продажи — занятость не выше/).waitFor()
    await page.getByText(/обращение попадает: кто дольше всех свободен/).waitFor()
    expect(await page.getByRole('cell', { name: 'уровень обслуживания не ниже 80 % за 20 с' }).count()).toBeGreaterThan(
      1,
    )
    await page.getByText(/^Уровни показаны с 95/).scrollIntoViewIfNeeded()
    await page.waitForTimeout(600)
    await keepPicture(page, 'staffing-skills-levels')
    await page.evaluate(async (centerId) => {
      const path = `/api/v1/centers/${centerId}/staffing/rules`
      const { rules } = (await (await fetch(path)).json()) as { rules: { work: string; queueId: number | null }[] }
      const calls = rules.find(({ work, queueId }) => work === 'calls' && queueId === null)
      const headers = { 'content-type': 'application/json' }
      await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ ...calls, maxAbandonment: 0.05 }) })
    }, pages.centerId)
    await page.reload()
    await page.getByText('С тех пор изменились правила очередей').waitFor()
    expect(complaints).toEqual([])
    await close()
    for (const form of forms) {
      const visit = await pages.visit(at('/staffing/skills'), form)
      await settled(visit.page)
      await visit.page.waitForTimeout(600)
      await keepPicture(visit.page, `staffing-skills-${formName(form)}`)
      expect(await overflow(visit.page)).toBeLessThanOrEqual(0)
      expect(visit.complaints).toEqual([])
      await visit.close()
    }
  }, 240_000)

  for (const form of forms) {
    it(`sees it calm and fitting: ${formName(form)}`, async () => {
      const visit = await pages.visit(at('/staffing'), form)
      await settled(visit.page)
      await visit.page.waitForTimeout(600)
      await keepPicture(visit.page, `staffing-${formName(form)}`)
      expect(await overflow(visit.page)).toBeLessThanOrEqual(0)
      expect(/[а-яё]/i.test(await visit.page.locator('h1').innerText())).toBe(form.language === 'ru')
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }
})
