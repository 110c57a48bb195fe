import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { noteBackup } from '../server/platform/backup/index.ts'
import { formName, forms, keepPicture, openPages, overflow, type Pages } from './open-pages.ts'

const settingsPages = [
  'queues',
  'opening-hours',
  'calendar',
  'targets',
  'definitions',
  'center',
  'sending',
  'channels',
  'agents',
  'teams',
  'skills',
  'pause-reasons',
  'members',
  'tokens',
  'api',
  'audit',
  'personal-data',
  'personal-data?tab=requests',
  'personal-data?tab=retention',
  'personal-data?tab=notices',
  'installation',
] as const

const english = { language: 'en', scheme: 'light', width: 'wide' } as const

describe('the pages of Settings', () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(() => pages.close())

  for (const form of forms) {
    it(`are calm and fit: ${formName(form)}`, async () => {
      const visit = await pages.visit(`/c/${pages.centerId}/settings/queues`, form)
      for (const page of settingsPages) {
        await visit.turnTo(`/c/${pages.centerId}/settings/${page}`)
        await keepPicture(visit.page, `settings-${page.replace('?tab=', '-')}-${formName(form)}`)
        expect(await overflow(visit.page), page).toBeLessThanOrEqual(0)
        const heading = await visit.page.locator('h1').innerText()
        expect(/[а-яё]/i.test(heading), heading).toBe(form.language === 'ru')
      }
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }

  it('shows the API whole, to be searched and asked, under a policy that lets no style or script in', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/api`, english)
    const { page } = visit
    await page.getByText('JSON over HTTP below').waitFor()
    expect(await page.locator('h1').count()).toBe(1)
    await page.locator('#operations-tag-contacts').click()
    await keepPicture(page, 'api-room-en-light-wide')
    await page.locator('[data-path="/centers/{centerId}/contacts/batch"]').click()
    await page.getByText('chat-4711').first().waitFor()
    await keepPicture(page, 'api-operation-en-light-wide')
    // Only questions can be asked from here.
    expect(await page.getByRole('button', { name: 'Try it out' }).count()).toBe(0)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('makes a queue, gives it hours with a break, and unites it with another', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/opening-hours`, english)
    const { page } = visit
    await page.getByRole('button', { name: 'New pattern' }).click()
    await page.getByLabel('Name').fill('With lunch')
    await page.getByLabel('Monday: To').fill('13')
    await page.getByLabel('Monday: Add a period').click()
    await page.getByLabel('Monday: From').nth(1).fill('14')
    await page.getByLabel('Monday: To').nth(1).fill('18')
    await page.getByLabel('Name').focus()
    await page.getByText('break 13:00–14:00').waitFor()
    await page.getByRole('button', { name: 'All workdays like Monday' }).click()
    await keepPicture(page, 'hours-dialog-en-light-wide')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('09:00–13:00, 14:00–18:00').waitFor()

    await visit.goTo(`/c/${pages.centerId}/settings/queues`)
    await page.getByRole('button', { name: 'New queue' }).click()
    await page.getByLabel('Name').fill('Second sales')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Change: Second sales' }).click()
    await page.getByRole('combobox', { name: 'Opening hours' }).click()
    await page.getByRole('option', { name: 'With lunch' }).click()
    await keepPicture(page, 'queue-dialog-en-light-wide')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('cell', { name: 'With lunch' }).waitFor()
    await page.getByRole('button', { name: 'Change: Second sales' }).click()
    await page.getByRole('button', { name: 'It is the same as…' }).click()
    await page.getByRole('combobox', { name: 'The queue that stays' }).click()
    await page.getByRole('option', { name: 'Продажи' }).click()
    await page.getByRole('button', { name: 'Unite' }).click()
    await page.getByRole('cell', { name: /^(sales, Second sales|Second sales, sales)$/ }).waitFor()
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('is worked by the keyboard alone: focus is seen, Escape closes, Enter saves', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/queues`, english)
    const { page } = visit
    for (const path of ['/today', '/measures', '/contacts', '/lost-callers', '/imports', '/settings/queues']) {
      await visit.goTo(`/c/${pages.centerId}${path}`)
      for (let step = 0; step < 18; step++) {
        await page.keyboard.press('Tab')
        const unseen = await page.evaluate(() => {
          const { activeElement } = document
          if (activeElement === null || activeElement === document.body) return ''
          const isSeen = [activeElement, activeElement.closest('[class*="Input"], label, .mantine-Input-wrapper')].some(
            (element) => {
              if (element === null) return false
              const { outlineStyle, boxShadow, borderColor } = getComputedStyle(element)
              return outlineStyle !== 'none' || boxShadow !== 'none' || (element.matches('input') && borderColor !== '')
            },
          )
          return isSeen ? '' : activeElement.outerHTML.slice(0, 200)
        })
        expect(unseen, path).toBe('')
      }
    }
    const opener = page.getByRole('button', { name: 'New queue' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Name').fill('Given up')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Name').fill('By the keyboard')
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: 'By the keyboard' }).first().waitFor()
    expect(await page.getByRole('cell', { name: 'Given up' }).count()).toBe(0)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('changes what the service level means, sees both side by side, and prints the old report again', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/definitions`, english)
    const { page } = visit
    const before = new Date().toISOString()
    await page.getByRole('button', { name: 'Change: Service level' }).click()
    await page.getByRole('combobox', { name: 'Rule' }).click()
    await page.getByRole('option', { name: 'Service level (strict)' }).click()
    await page.getByLabel('Threshold, s').fill('30')
    await page.getByLabel('Holds from').fill(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10))
    await page.getByText('The day lies in the past').waitFor()
    await page.getByLabel('Why').fill('The contract with the client')
    await page.getByText(/^Last month/).waitFor()
    await keepPicture(page, 'definition-dialog-en-light-wide')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByText('The contract with the client').waitFor()
    await page.getByText('holds', { exact: true }).waitFor()
    await keepPicture(page, 'definition-changed-en-light-wide')
    await page.getByRole('link', { name: 'Side by side' }).click()
    await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor()
    await page.getByRole('heading', { name: 'Service level', level: 2 }).waitFor()
    await page.getByRole('img', { name: 'Service level' }).waitFor()
    expect(await page.getByRole('img', { name: 'Service level' }).count()).toBe(1)
    await keepPicture(page, 'definitions-side-by-side-en-light-wide')
    const row = async (search: string): Promise<string> => {
      await visit.goTo(
        `/c/${pages.centerId}/measures?measures=serviceLevel&by=day&compare=none&period=this-month${search}`,
      )
      return page.getByRole('row').last().innerText()
    }
    const now = await row('')
    await keepPicture(page, 'definitions-crossed-en-light-wide')
    const then = await row(`&definitions=${before}`)
    await page.getByText('By the definitions as they were known').waitFor()
    expect(then).not.toBe(now)
    await page.getByRole('button', { name: 'By today’s' }).click()
    await expect.poll(() => page.getByRole('row').last().innerText()).toBe(now)
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('closes a day of its own and gives it back to the calendar', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/calendar?year=2026`, english)
    const { page } = visit
    await page.getByRole('button', { name: 'Wed 16 December, working day' }).click()
    await page.getByText('Closed', { exact: true }).click()
    await page.getByLabel('What for').fill('Stock-taking')
    await keepPicture(page, 'day-dialog-en-light-wide')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: /Wed 16 December, the centre’s own/ }).click()
    await page.getByText('Follow the calendar').click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Wed 16 December, working day' }).waitFor()
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('tells of a change by somebody else instead of overwriting it', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/agents`, english)
    const { page } = visit
    await page.getByRole('button', { name: 'Change: Астафьев Андрей' }).click()
    const other = await pages.visit(`/c/${pages.centerId}/settings/agents`, english)
    await other.page.getByRole('button', { name: 'Change: Астафьев Андрей' }).click()
    await other.page.getByRole('textbox', { name: 'Name' }).fill('Астафьев Андрей Олегович')
    await other.page.getByRole('button', { name: 'Save' }).click()
    await other.page.getByRole('cell', { name: 'Астафьев Андрей Олегович', exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'Name' }).fill('Астафьев А.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Somebody else changed this meanwhile').waitFor()
    await keepPicture(page, 'stale-en-light-wide')
    await page.getByRole('button', { name: 'Load the newest' }).click()
    await page.getByRole('cell', { name: 'Астафьев Андрей Олегович', exact: true }).waitFor()
    await other.close()
    await visit.close()
  })

  it('confirms new names at once: those picked, then all that wait', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/agents`, english)
    const { page } = visit
    const contacts = ['Новая А', 'Новая Б', 'Новая В'].map((agent) => ({
      sourceKey: agent,
      channel: 'voice',
      queue: 'Продажи',
      agent,
      offeredAt: '2026-10-05T09:00:00Z',
      outcome: 'answered',
      waitMs: 1000,
    }))
    const stored = await page.evaluate(
      async ([path, body]) =>
        (await fetch(path ?? '', { method: 'POST', headers: { 'content-type': 'application/json' }, body: body ?? '' }))
          .status,
      [`/api/v1/centers/${pages.centerId}/contacts/batch`, JSON.stringify({ source: 'АТС', contacts })],
    )
    expect(stored).toBe(200)
    await visit.goTo(`/c/${pages.centerId}/settings/agents`)
    await page.getByText('Waiting to be confirmed: 3').waitFor()
    await keepPicture(page, 'to-confirm-en-light-wide')
    await page.setViewportSize({ width: 390, height: 844 })
    const between = async (): Promise<number> => {
      const badge = await page.getByText('to be confirmed', { exact: true }).first().boundingBox()
      const button = await page.getByRole('button', { name: 'Confirm', exact: true }).first().boundingBox()
      return badge === null || button === null ? -1 : button.x - badge.x - badge.width
    }
    // The narrow layout comes a moment after the window is narrow.
    await expect.poll(between).toBeGreaterThanOrEqual(0)
    await keepPicture(page, 'to-confirm-en-light-phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('checkbox', { name: 'Pick: Новая Б' }).check()
    await page.getByRole('button', { name: 'Confirm the picked (1)' }).click()
    await page.getByText('Waiting to be confirmed: 2').waitFor()
    await page.getByRole('button', { name: 'Confirm all (2)' }).click()
    await page.getByText('Waiting to be confirmed').waitFor({ state: 'detached' })
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('sets a target and shows a token once', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/targets`, english)
    const { page } = visit
    await page.getByRole('button', { name: 'New target' }).click()
    await page.getByLabel('Target, per cent').fill('85')
    await keepPicture(page, 'target-dialog-en-light-wide')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('at least 85/20').waitFor()

    await visit.goTo(`/c/${pages.centerId}/settings/tokens`)
    await page.getByRole('button', { name: 'New token' }).click()
    await page.getByLabel('What it is for').fill('Phone system')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByRole('textbox', { name: 'Token' }).inputValue()).toMatch(/^pult_\d+_\d+_[\w-]{40,}$/)
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('cell', { name: 'Phone system' }).waitFor()
    await visit.goTo(`/c/${pages.centerId}/settings/audit`)
    await page.getByText('Made a token').waitFor()
    await keepPicture(page, 'audit-full-en-light-wide')
    await page.getByText('Looked or exported').click()
    await page.getByText('Made a token').waitFor({ state: 'detached' })
    expect(page.url()).toContain('only=looks')
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('says how this Pult is: backups, sign-in at another place, slow questions to the database', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/installation`, english)
    const { page } = visit
    const backups = page.getByRole('region', { name: 'Backups' })
    await backups.getByText('No backup of this database is known yet.').waitFor()
    await backups.getByText('Nobody is told when backups grow old').waitFor()
    await backups.getByLabel('The newest may be so many days old').fill('2')
    await backups.getByRole('button', { name: 'Save' }).click()
    await backups.getByText('Nobody is told when backups grow old').waitFor({ state: 'detached' })
    const { connectionString } = pages.app.database
    const madeAt = new Date(Date.now() - 5 * 86_400_000)
    await noteBackup(connectionString, { madeAt, seconds: 61, bytes: 5e9, rows: 7_000_000, tables: 90 })
    await pages.app.database.asOwner((tx) => sql`select pg_sleep(1.05), 'a caller’s number' as asked`.execute(tx))
    await visit.goTo(`/c/${pages.centerId}/settings/installation`)
    await backups.getByText('The newest backup is older than it may be.').waitFor()
    await backups.getByText('7,000,000').waitFor()
    await page
      .getByRole('region', { name: 'Sign-in at another place' })
      .getByText(/^Off\./)
      .waitFor()
    const slow = page.getByRole('region', { name: 'Slow questions to the database' })
    await slow.getByText('select pg_sleep(?), ? as asked').waitFor()
    expect(await page.getByText('a caller’s number').count()).toBe(0)
    await keepPicture(page, 'installation-full-en-light-wide')
    for (const form of forms) {
      const look = await pages.visit(`/c/${pages.centerId}/settings/installation`, form)
      await look.page.getByText('select pg_sleep(?), ? as asked').waitFor()
      await keepPicture(look.page, `installation-${formName(form)}`)
      expect(await overflow(look.page)).toBeLessThanOrEqual(0)
      expect(look.complaints).toEqual([])
      await look.close()
    }
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('finds a customer, erases her on a request, and shows what would go by time', async () => {
    const visit = await pages.visit(`/c/${pages.centerId}/settings/personal-data?tab=requests`, english)
    const { page } = visit
    const contacts = [1, 2, 3].map((place) => ({
      sourceKey: `erase-${place}`,
      channel: 'voice',
      queue: 'Продажи',
      customer: '+79995550001',
      offeredAt: `2026-10-0${place}T09:00:00Z`,
      outcome: 'abandoned',
      waitMs: 1000,
    }))
    const stored = await page.evaluate(
      async ([path, body]) =>
        (await fetch(path ?? '', { method: 'POST', headers: { 'content-type': 'application/json' }, body: body ?? '' }))
          .status,
      [`/api/v1/centers/${pages.centerId}/contacts/batch`, JSON.stringify({ source: 'АТС', contacts })],
    )
    expect(stored).toBe(200)
    await page.getByRole('button', { name: 'New request' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Number or address' }).fill('8 999 555-00-01')
    await dialog.getByLabel('Who asks').fill('Herself')
    await keepPicture(page, 'personal-request-en-light-wide')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('cell', { name: '79995550001' }).waitFor()

    await page.getByRole('tab', { name: 'Find' }).click()
    await page.getByRole('textbox', { name: 'Number or address' }).fill('+7 999 555 00 01')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByRole('heading', { name: '79995550001' }).waitFor()
    expect(await page.getByRole('row', { name: /Contacts about the person 3/ }).count()).toBe(1)
    await keepPicture(page, 'personal-found-en-light-wide')
    await page.getByRole('button', { name: 'Erase…' }).click()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Asked to be forgotten')
    await dialog.getByRole('textbox', { name: 'Type “79995550001” to confirm' }).fill('79995550001')
    await keepPicture(page, 'personal-erase-en-light-wide')
    await dialog.getByRole('button', { name: 'Erase', exact: true }).click()
    await page.getByText(/Erased. From now on: erased-/).waitFor()

    await page.getByRole('tab', { name: 'Requests' }).click()
    await page.getByRole('cell', { name: 'Asked to be forgotten' }).waitFor()
    // The list is shown as it was known until it has been asked for anew.
    await page.getByText('79995550001').waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Retention' }).click()
    await page
      .getByRole('row', { name: /Customers’ numbers in contacts/ })
      .getByRole('button', { name: 'Set…' })
      .click()
    await dialog.getByRole('button', { name: 'What would go' }).click()
    await dialog.getByRole('status').waitFor()
    await keepPicture(page, 'personal-period-en-light-wide')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Remove now what is over' }).waitFor()
    expect(visit.complaints).toEqual([])
    await visit.close()
  })
})
