import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, createZone } from '@pult/engine/time'

import { keepPublished } from '../server/schedule/testing/published-roster.ts'
import { formName, forms, keepPicture, openPages, overflow, PASSWORD, type Pages, type Visit } from './open-pages.ts'

const english = { language: 'en', scheme: 'light', width: 'wide' } as const
const phone = { language: 'en', scheme: 'light', width: 'phone' } as const
const ZONE = 'Europe/Moscow'
const NAMES = ['Иванова Анна', 'Петров Борис'] as const
/** Both languages, widths and the dark theme; the other tests here are in the light one. */

const settingsPages = [
  'settings/agreements',
  'settings/absences',
  'settings/availability',
  'settings/wishes',
  'settings/shift-templates',
  'settings/rotations',
  'settings/activities',
  'settings/labor-rules',
  'schedule/fairness',
  'schedule/hours',
  'my-shifts',
] as const

describe('people and their working time', () => {
  let pages: Pages
  let head: Visit
  let centerId = 0
  let agentIds: number[] = []

  async function ask<Reply>(visit: Visit, method: string, path: string, body?: unknown): Promise<Reply> {
    const reply: unknown = await visit.page.evaluate(
      async ([verb, address, text]) => {
        const response = await fetch(`/api/v1${address ?? ''}`, {
          method: verb ?? 'GET',
          headers: { 'content-type': 'application/json' },
          ...(text === undefined ? {} : { body: text }),
        })
        return response.json()
      },
      [method, path, body === undefined ? undefined : JSON.stringify(body)],
    )
    return reply as Reply
  }

  beforeAll(async () => {
    pages = await openPages({ furnished: false })
    head = await pages.visit('/', english)
    const center = { name: 'Смены', timeZone: ZONE, calendar: 'ru' }
    ;({ centerId } = await ask<{ centerId: number }>(head, 'POST', '/centers', center))
    agentIds = []
    for (const name of NAMES) {
      const made = await ask<{ agentId: number }>(head, 'POST', `/centers/${centerId}/agents`, { name, teamId: null })
      agentIds.push(made.agentId)
    }
    const today = createZone(ZONE).localDate(Date.now())
    const shifts = agentIds.flatMap((agentId, place) =>
      [1, 2, 5].map((ahead) => {
        const day = addDays(today, ahead + place)
        return { agentId, day, start: `${day}T05:00:00Z`, minutes: 720 }
      }),
    )
    const days = { centerId, firstDay: today, lastDay: addDays(today, 13) }
    const rosterId = await keepPublished(pages.app.database, { ...days, shifts })
    // A later edition takes the third shift of the first agent away.
    const kept = shifts.filter((_shift, place) => place !== 2)
    await keepPublished(pages.app.database, { ...days, of: rosterId, shifts: kept })
  })
  afterAll(() => pages.close())

  it('refuses terms that contradict each other, and takes an agreement', async () => {
    const { page } = head
    await head.goTo(`/c/${centerId}/settings/agreements`)
    await page.getByText('2 agents have no agreement').waitFor()
    await page.getByRole('button', { name: `Add an agreement: ${NAMES[0]}` }).click()
    await page.getByLabel('Week at most, h').fill('30')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('at least 40 h is asked for and at most 30 h is allowed').waitFor()
    await page.getByLabel('Week at most, h').fill('60')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('1 agent has no agreement').waitFor()
  })

  it('refuses leave that overlaps, and joins it where asked', async () => {
    const { page } = head
    const enter = async (firstDay: string, lastDay: string): Promise<void> => {
      await page.getByRole('button', { name: 'New absence' }).click()
      await page.getByRole('combobox', { name: 'Agent' }).click()
      await page.getByRole('option', { name: NAMES[0] }).click()
      await page.getByLabel('Last day').fill(lastDay)
      await page.getByLabel('First day').fill(firstDay)
      await page.getByRole('button', { name: 'Save' }).click()
    }
    await head.goTo(`/c/${centerId}/settings/absences?month=2027-07`)
    await enter('2027-07-05', '2027-07-11')
    await page.getByRole('button', { name: /Иванова Анна: leave/ }).waitFor()
    await enter('2027-07-10', '2027-07-14')
    await page.getByText('Иванова Анна is away already from 2027-07-05 to 2027-07-11').waitFor()
    await page.getByRole('button', { name: 'Join with the one that is there' }).click()
    await page.getByRole('button', { name: /^Иванова Анна: leave, 5\D+14 July 2027/ }).waitFor()
  })

  it('sets a value over a rule with a reason, and resets it', async () => {
    const { page } = head
    await head.goTo(`/c/${centerId}/settings/labor-rules`)
    await page.getByLabel('Labour rules: Search').fill('RU-110')
    await page
      .getByRole('button', { name: /^Change:/ })
      .first()
      .click()
    await page.getByLabel('hours', { exact: true }).fill('44')
    await page.getByLabel('Reason').fill('Collective agreement, 4.2')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('hours: 44').first().waitFor()
    await page.getByText('changed here', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Reset to the preset' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reset to the preset' }).click()
    await page.getByText('hours: 42').waitFor()
  })

  it('takes a meeting that rosters are to place, and refuses one that fits nowhere', async () => {
    const { page } = head
    await head.goTo(`/c/${centerId}/settings/activities`)
    await page.getByText('Nothing is to be placed').waitFor()
    await page.getByRole('button', { name: 'New meeting or training' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Five minutes with the head')
    await dialog.getByRole('combobox', { name: 'Who', exact: true }).click()
    await page.getByRole('option', { name: NAMES[0] }).click()
    await page.keyboard.press('Tab')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Together takes two agents at least.').waitFor()
    await dialog.getByLabel('All at once').uncheck()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('1 agent, each when it suits').waitFor()
  })

  it('shows an agent her own shifts alone, on a phone, with a calendar that works until it is revoked', async () => {
    const [first = 0, second = 0] = agentIds
    const invited = await ask<{ link: string }>(head, 'POST', `/centers/${centerId}/members`, {
      name: NAMES[0],
      email: 'anna@example.com',
      role: 'agent',
      agentId: first,
    })
    const visit = await pages.visit(invited.link, phone, 'stranger')
    await ask(visit, 'POST', '/session/welcome', { name: NAMES[0], email: 'anna@example.com', password: PASSWORD })
    await visit.goTo(`/c/${centerId}/my-shifts`)
    const { page } = visit
    await page.getByText('Next shift').waitFor()
    await page.getByText('08:00–20:00').first().waitFor()
    expect(await page.getByText('meal 14:00–15:00').count()).toBeGreaterThan(0)
    expect(await page.getByText(/^taken away/).count()).toBe(1)
    expect(await page.getByText(NAMES[1]).count()).toBe(0)
    // The later edition is the one to be read; from then on the planner sees that she has.
    await page.getByText('It is edition 2: look at your shifts anew.').waitFor()
    await keepPicture(page, 'my-shifts-to-read-en-light-phone')
    await page.getByRole('button', { name: 'I have read it' }).click()
    await page.getByText(/^“Проба”: read \d/).waitFor()
    await head.goTo(`/c/${centerId}/schedule?tab=readers`)
    await head.page.getByText('1 of 2 have read their shifts').waitFor()
    await keepPicture(head.page, 'schedule-readers')
    const foreign = await ask<{ status: number }>(visit, 'GET', `/centers/${centerId}/my-shifts?agentId=${second}`)
    expect(foreign.status).toBe(404)
    await page.getByRole('button', { name: 'Make an address' }).click()
    const address = await page.getByLabel('Address of the calendar').inputValue()
    await keepPicture(page, 'my-shifts-feed-en-light-phone')
    const calendar = await (await fetch(address)).text()
    expect(calendar.match(/BEGIN:VEVENT/g)?.length).toBe(2)
    await page.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await fetch(address)).status).toBe(404)
    await visit.close()
  })

  for (const form of forms) {
    it(`is calm and fits: ${formName(form)}`, async () => {
      const visit = await pages.visit(`/c/${centerId}/my-shifts?agent=${agentIds[0]}`, form)
      for (const path of settingsPages) {
        await visit.turnTo(`/c/${centerId}/${path}${path === 'my-shifts' ? `?agent=${agentIds[0]}` : ''}`)
        await keepPicture(visit.page, `${path.replace('/', '-')}-${formName(form)}`)
        expect(await overflow(visit.page), path).toBeLessThanOrEqual(0)
      }
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }
})
