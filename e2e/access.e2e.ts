import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  EMAIL,
  formName,
  forms,
  keepPicture,
  openPages,
  overflow,
  PASSWORD,
  settled,
  wideRussian,
  type Pages,
} from './open-pages.ts'

const english = { language: 'en', scheme: 'light', width: 'wide' } as const

describe('coming in', () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await openPages({ furnished: false, signedIn: false })
  })
  afterAll(() => pages.close())

  for (const form of forms) {
    it(`asks who is there: ${formName(form)}`, async () => {
      const visit = await pages.visit('/', form, 'stranger')
      expect(new URL(visit.page.url()).pathname).toBe('/sign-in')
      expect(await overflow(visit.page)).toBeLessThanOrEqual(0)
      await keepPicture(visit.page, `sign-in-${formName(form)}`)
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }

  it('leads by the one-time link to a password and to a centre of one’s own', async () => {
    const visit = await pages.visit(pages.oneTimeLink, wideRussian, 'stranger')
    const { page } = visit
    expect(new URL(page.url()).pathname).toBe('/welcome')
    await keepPicture(page, 'welcome-ru-light-wide')
    // Her own sign-in speaks of a password she has not given yet.
    await page.goto(new URL('/security', page.url()).href)
    await page.waitForURL('**/welcome')
    await settled(page)
    await page.getByLabel('Ваше имя').fill('Елена Орлова')
    await page.getByLabel('Электронная почта').fill(EMAIL)
    await page.getByRole('textbox', { name: 'Пароль', exact: true }).fill(PASSWORD)
    await page.getByRole('textbox', { name: 'Пароль ещё раз' }).fill(`${PASSWORD}!`)
    await page.getByRole('button', { name: 'Начать' }).click()
    await page.getByText('Пароли различаются.').waitFor()
    await page.getByRole('textbox', { name: 'Пароль ещё раз' }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Начать' }).click()
    await page.waitForURL('**/new-center')
    await settled(page)
    await keepPicture(page, 'new-center-ru-light-wide')
    await page.getByLabel('Название').fill('Мой центр')
    await page.getByRole('button', { name: 'Завести' }).click()
    await page.waitForURL('**/c/*/imports')
    await settled(page)
    await page.getByRole('button', { name: 'Центры' }).getByText('Мой центр').waitFor()
    expect(visit.complaints).toEqual([])
    await visit.close()
  })

  it('refuses the link a second time, and a wrong password, with a sentence', async () => {
    const visit = await pages.visit(pages.oneTimeLink, english, 'stranger')
    const { page } = visit
    await page.getByText('This link has been used').waitFor()
    await page.getByLabel('E-mail').fill(EMAIL)
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('The e-mail or the password is wrong.').waitFor()
    await visit.close()
  })

  it('leads back to where one wanted to go, and out again', async () => {
    const visit = await pages.visit('/c/1/settings/targets', english, 'stranger')
    const { page } = visit
    await page.getByLabel('E-mail').fill(EMAIL)
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/c/1/settings/targets')
    await settled(page)
    await page.getByRole('button', { name: 'Елена Орлова' }).click()
    await page.waitForURL('**/security')
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByRole('textbox', { name: 'Password now' }).fill('not this one')
    await page.getByRole('textbox', { name: 'New password' }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The password now is not this one.').waitFor()
    await page.getByRole('textbox', { name: 'Password now' }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The password is changed.').waitFor()
    await visit.goTo('/c/1/settings/targets')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    // One refusal was asked for: the wrong password.
    expect(visit.complaints.filter((words) => !words.includes('400'))).toEqual([])
    await visit.close()
  })

  it('invites a person, who comes in by her link and sees what her role opens', async () => {
    const visit = await pages.visit('/sign-in', english, 'stranger')
    const { page } = visit
    await page.getByLabel('E-mail').fill(EMAIL)
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/c/1/today')
    await visit.goTo('/c/1/settings/members')
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Anna Analyst')
    await page.getByRole('textbox', { name: 'E-mail' }).fill('anna@example.com')
    await keepPicture(page, 'invite-en-light-wide')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = await page.getByRole('textbox', { name: 'One-time link' }).inputValue()
    await keepPicture(page, 'one-time-link-en-light-wide')
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByText('has not come in yet').waitFor()

    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Елена Орлова')
    await page.getByRole('textbox', { name: 'E-mail' }).fill(EMAIL)
    await page.getByRole('combobox', { name: 'Role', exact: true }).click()
    await page.getByRole('option', { name: 'Administrator' }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.getByText('This person has an account already').waitFor()
    await page.getByRole('button', { name: 'Close' }).click()

    const invited = await pages.visit(link, english, 'stranger')
    expect(await invited.page.getByLabel('E-mail').inputValue()).toBe('anna@example.com')
    await invited.page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD)
    await invited.page.getByRole('textbox', { name: 'The password once more' }).fill(PASSWORD)
    await invited.page.getByRole('button', { name: 'Begin' }).click()
    await invited.page.waitForURL('**/c/1/today')
    await invited.goTo('/c/1/settings/queues')
    expect(await invited.page.getByRole('button', { name: 'New queue' }).count()).toBe(0)
    expect(await invited.page.getByText('People with access').count()).toBe(0)
    await invited.page.goto(`${pages.address}/c/1/settings/members`)
    await invited.page.getByText('Your role does not open this page').waitFor()
    expect(visit.complaints).toEqual([])
    await invited.close()
    await visit.close()
  })
})
