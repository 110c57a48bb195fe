import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { formName, forms, keepPicture, openPages, overflow, type Pages } from './open-pages.ts'

const settingsPages = [
  'queues',
  'opening-hours',
  'calendar',
  'targets',
  'center',
  'agents',
  'teams',
  'skills',
  'pause-reasons',
  'members',
  'tokens',
  'audit',
] as const

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
        await visit.goTo(`/c/${pages.centerId}/settings/${page}`)
        await keepPicture(visit.page, `settings-${page}-${formName(form)}`)
        expect(await overflow(visit.page), page).toBeLessThanOrEqual(0)
        const heading = await visit.page.locator('h1').innerText()
        expect(/[а-яё]/i.test(heading), heading).toBe(form.language === 'ru')
      }
      expect(visit.complaints).toEqual([])
      await visit.close()
    })
  }
})
