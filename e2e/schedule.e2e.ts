import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { people } from '@pult/contract/people'
import { peopleAgreements } from '@pult/contract/people-agreements'
import { scheduleSettings } from '@pult/contract/schedule-settings'

import { keepPicture, openPages, overflow, settled, wideRussian, type Pages, type Visit } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const at = (path: string): string => `/c/${pages.centerId}${path}`
const AGENTS = 12
const MAKING_MS = 60_000

const agreement = {
  name: 'Полный день',
  jurisdiction: 'RU',
  weekHours: 40,
  rate: 1,
  weekPattern: 'shifts',
  accountingMonths: 3,
  isNightWorkEqualised: true,
  isContinuousOperation: true,
  isSideJob: false,
  minShiftHours: null,
  maxShiftHours: 12,
  minWeekHours: null,
  maxWeekHours: null,
  costPerHour: 400,
}
const template = {
  name: 'День с обедом',
  startFromMinute: 540,
  startToMinute: 720,
  startStepMinutes: 60,
  lengthFromMinutes: 540,
  lengthToMinutes: 540,
  lengthStepMinutes: 60,
  breaks: [{ kind: 'meal', minutes: 60, isPaid: false, earliestMinute: 210, latestMinute: 255 }],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  skillIds: [],
  teamIds: [],
  isArchived: false,
}

/** Agreements of a few agents and a template: what a roster cannot do without. */
async function furnishPeople({ page }: Visit): Promise<void> {
  const ask = async <Reply>(method: string, path: string, body?: object): Promise<Reply> => {
    const response = await page.request.fetch(
      pages.address + '/api/v1' + path.replace(':centerId', String(pages.centerId)),
      { method, headers: { origin: pages.address }, ...(body === undefined ? {} : { data: body }) },
    )
    if (!response.ok()) throw new Error(`${method} ${path}: ${await response.text()}`)
    return (await response.json()) as Reply
  }
  type Agent = { readonly agentId: number; readonly status: string; readonly skillIds: readonly number[] }
  const { agents } = await ask<{ agents: Agent[] }>('GET', people.listAgents.path)
  const agentIds = agents
    .filter(({ status, skillIds }) => status === 'confirmed' && skillIds.length > 0)
    .slice(0, AGENTS)
    .map(({ agentId }) => agentId)
  const { templateId } = await ask<{ templateId: number }>(
    'POST',
    peopleAgreements.createAgreementTemplate.path,
    agreement,
  )
  const apply = peopleAgreements.applyAgreementTemplate.path.replace(':templateId', String(templateId))
  await ask('POST', apply, { agentIds, from: '2026-01-01' })
  await ask('POST', scheduleSettings.createShiftTemplate.path, template)
}

describe('a planner', () => {
  it('makes a roster from a requirement, changes it, reads what it breaks, takes it back, and publishes with reasons', async () => {
    const visit = await pages.visit(at('/staffing'), wideRussian)
    const { page, complaints, close } = visit
    await furnishPeople(visit)
    await page.getByRole('button', { name: 'Посчитать операторов' }).first().click()
    await page.getByRole('button', { name: 'Посчитать', exact: true }).click()
    await page.getByRole('link', { name: 'Составить график' }).click()
    const asked = page.getByRole('dialog')
    await asked.getByLabel('Искать, секунд').fill('5')
    await asked.getByRole('button', { name: 'Составить' }).click()
    await page.getByText('черновик', { exact: true }).waitFor({ timeout: MAKING_MS })
    const grid = page.getByRole('grid', { name: 'Смены по операторам и дням' })
    await grid.waitFor()
    expect(await page.getByText(/на эти дни нет трудового договора/).count()).toBe(1)
    await keepPicture(page, 'schedule-grid')

    // By keyboard: half an hour later, told before it is made, made, and taken back.
    const worked = grid.locator('[role="gridcell"]:has([data-kind])').first()
    const [, column = '0'] = (await worked.getAttribute('data-place'))?.split(':') ?? []
    await grid
      .getByRole('columnheader', { name: /^Открыть/ })
      .nth(Number(column))
      .click()
    const bar = page.locator('button[data-kind]').first()
    await bar.waitFor()
    const before = await bar.getAttribute('aria-label')
    await bar.focus()
    await bar.press('ArrowRight')
    await bar.press('ArrowRight')
    await page.getByText('Что получится').waitFor()
    expect(await bar.getAttribute('aria-label')).not.toBe(before)
    await keepPicture(page, 'schedule-day-drag')
    await bar.press('Enter')
    await page.getByText('Что дало изменение').waitFor()
    await page.getByRole('button', { name: 'Отменить изменение' }).click()
    await page.locator(`button[aria-label="${before}"]`).first().waitFor()
    await page.getByRole('button', { name: 'Вернуть изменение' }).click()
    await page.locator(`button[aria-label="${before}"]`).waitFor({ state: 'detached' })

    // What the law says of it, and publishing with a reason for whatever blocks.
    await page.getByRole('tab', { name: 'Закон' }).click()
    await settled(page)
    await keepPicture(page, 'schedule-law')
    await page.getByRole('button', { name: 'Опубликовать' }).click()
    const publishing = page.getByRole('dialog')
    await publishing.getByText('Операторы сразу увидят свои смены.', { exact: false }).waitFor()
    await publishing.locator('[aria-busy="true"], .mantine-Skeleton-root').waitFor({ state: 'detached' })
    for (const reason of await publishing.getByRole('textbox').all()) await reason.fill('Согласовано с оператором')
    await keepPicture(page, 'schedule-publish')
    await publishing.getByRole('button', { name: 'Опубликовать' }).click()
    await page.getByText('опубликован, действует').waitFor()
    // On a busy machine a dialog looks for what to focus before it is drawn, says so, and finds it the next time.
    expect(complaints.filter((words) => !words.includes('use-focus-trap'))).toEqual([])
    await close()
  })

  it('reads it on a phone as a list of one day', async () => {
    const { page, complaints, close } = await pages.visit(at('/schedule'), {
      language: 'en',
      scheme: 'dark',
      width: 'phone',
    })
    await page.getByText(/^On shift/).waitFor()
    await page.getByRole('button', { name: 'The day after' }).click()
    await settled(page)
    expect(await overflow(page)).toBe(0)
    await keepPicture(page, 'schedule-phone')
    expect(complaints).toEqual([])
    await close()
  })
})
