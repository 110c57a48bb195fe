import { afterAll, beforeAll, expect, it } from 'vitest'

import { totpOf } from '../server/testing/totp.ts'
import {
  EMAIL,
  forms,
  formName,
  keepPicture,
  openPages,
  overflow,
  PASSWORD,
  settled,
  type Pages,
} from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages({ furnished: false })
})
afterAll(() => pages.close())

it('shows how one is signed in, in every form', async () => {
  for (const form of forms) {
    const visit = await pages.visit('/security', form)
    await settled(visit.page)
    expect(await overflow(visit.page)).toBeLessThanOrEqual(0)
    await keepPicture(visit.page, `security-${formName(form)}`)
    expect(visit.complaints).toEqual([])
    await visit.close()
  }
})

it('adds codes and a passkey, signs in by each, and ends the session it began with', async () => {
  const visit = await pages.visit('/security', { language: 'en', scheme: 'light', width: 'wide' })
  const { page } = visit
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  // A passkey belongs to a name, and an address of numbers is none.
  const home = pages.address.replace('127.0.0.1', 'localhost')
  const signIn = async (): Promise<void> => {
    await page.getByLabel('E-mail').fill(EMAIL)
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await page.goto(`${home}/security`)
  await page.waitForURL('**/sign-in')
  await signIn()
  await page.waitForURL('**/security')

  await page.getByRole('button', { name: 'Codes from an app: Turn on' }).click()
  await page.getByRole('textbox', { name: 'Your password' }).fill('not this one at all')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('The password now is not this one.').waitFor()
  await page.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('img', { name: 'Picture with the key for the app' }).waitFor()
  await keepPicture(page, 'security-scan-en-light-wide')
  const key = (await page.getByTestId('key').innerText()).replaceAll(' ', '')
  const codeNow = (): string => totpOf(`otpauth://totp/x?secret=${key}`)
  await page.getByRole('textbox', { name: 'Code' }).fill(codeNow())
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: 'Codes from an app: Turn off' }).waitFor()

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('textbox', { name: 'What you call it' }).fill('This laptop')
  await page.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Remove: This laptop' }).waitFor()

  await page.context().clearCookies({ domain: 'localhost' })
  await page.goto(`${home}/security`)
  await page.waitForURL('**/sign-in')
  await signIn()
  await page.getByRole('heading', { name: 'Second step' }).waitFor()
  await keepPicture(page, 'sign-in-code-en-light-wide')
  await page.getByRole('textbox', { name: 'Code' }).fill(codeNow())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/security')
  await page.getByText('password and code').first().waitFor()

  await page.context().clearCookies({ domain: 'localhost' })
  await page.goto(`${home}/security`)
  await page.waitForURL('**/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('**/security')
  await settled(page)
  const row = page.getByRole('row', { name: /this one/ })
  await row.getByText('passkey', { exact: true }).waitFor()
  await keepPicture(page, 'security-full-en-light-wide')

  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click()
  await page.getByText('Ended').first().waitFor()
  // The dialog's own button bears the same words, and a dialog takes its time to go.
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'End all others' }).waitFor({ state: 'detached' })
  // What was refused on purpose: the wrong password.
  expect(visit.complaints.filter((words) => !words.includes('400'))).toEqual([])
  await visit.close()
})
