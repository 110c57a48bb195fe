import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openSftpStandIn, type SftpStandIn } from '../server/connectors/testing/sftp-stand-in.ts'
import { formName, forms, keepPicture, openPages, overflow, type Pages } from './open-pages.ts'

describe('the channels of data', () => {
  let pages: Pages
  let folder: string
  let machine: SftpStandIn
  beforeAll(async () => {
    pages = await openPages()
    folder = await mkdtemp(join(tmpdir(), 'pult-channel-'))
    machine = await openSftpStandIn(folder, { user: 'pult', password: 'hidden' })
  })
  afterAll(async () => {
    await pages.close()
    await machine.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('follow a log from the first click to the call on Today', async () => {
    const path = join(folder, 'queue_log')
    const now = Math.floor(Date.now() / 1000)
    const visit = await pages.visit(`/c/${pages.centerId}/settings/channels`, {
      language: 'en',
      scheme: 'light',
      width: 'wide',
    })
    const { page } = visit
    await page.getByText('No channel yet').waitFor()
    await page.getByRole('button', { name: 'New channel' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('PBX of the main office')
    await page.getByRole('textbox', { name: 'File' }).fill(path)
    await page.getByRole('button', { name: 'Try' }).click()
    await page.getByText(`There is no file ${path}`).waitFor()
    await keepPicture(page, 'channel-dialog-en-light-wide')
    await writeFile(path, `${now - 60}|first|lines|NONE|ENTERQUEUE||+79000000001|1\n`)
    await page.getByRole('button', { name: 'Try' }).click()
    await page.getByText('It works.').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('PBX of the main office', { exact: true }).waitFor()
    // The channel begins with what comes after it was made.
    await page.getByText('works', { exact: true }).waitFor()
    const second = Math.floor(Date.now() / 1000)
    await appendFile(path, `${second}|second|lines|NONE|ENTERQUEUE||+79000000002|1\n`)
    await visit.goTo(`/c/${pages.centerId}/today`)
    await page.getByText('lines', { exact: true }).first().waitFor()
    await visit.goTo(`/c/${pages.centerId}/settings/channels`)
    await pickUpFrom(page)
    expect(visit.complaints).toEqual([])
    await visit.close()
    for (const form of forms) {
      const look = await pages.visit(`/c/${pages.centerId}/settings/channels`, form)
      await look.page.getByText('PBX of the main office', { exact: true }).waitFor()
      await keepPicture(look.page, `channels-${formName(form)}`)
      expect(await overflow(look.page)).toBeLessThanOrEqual(0)
      if (form.language === 'ru') await tryInRussian(look.page)
      expect(look.complaints).toEqual([])
      await look.close()
    }
  })

  /** What exactly is wrong is said in the reader's language too. */
  async function tryInRussian(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Новый канал' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Название' }).fill('АТС филиала')
    await dialog.getByRole('textbox', { name: 'Файл' }).fill(join(folder, 'нет такого'))
    await dialog.getByRole('button', { name: 'Проверить' }).click()
    await dialog.getByText(/^На машине, где работает Пульт, нет файла/).waitFor()
    await keepPicture(page, 'channel-trouble-ru-light-wide')
    await dialog.getByRole('button', { name: 'Отмена' }).click()
  }

  /** A machine shows its key, somebody confirms it, and its folder is looked into. */
  async function pickUpFrom(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'New channel' }).click()
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'SFTP: files picked up at set times' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Call records')
    await page.getByRole('textbox', { name: 'Machine' }).fill('127.0.0.1')
    await page.getByRole('textbox', { name: 'Port' }).fill(String(machine.port))
    await page.getByRole('textbox', { name: 'User' }).fill('pult')
    await page.getByLabel('Password', { exact: true }).fill('hidden')
    await page.getByRole('textbox', { name: 'Names of files' }).fill('*.csv')
    await page.getByRole('button', { name: 'Try' }).click()
    await page.getByText('Nobody has confirmed the key of the machine.').waitFor()
    await page.getByText(machine.hostKey, { exact: true }).waitFor()
    await keepPicture(page, 'channel-sftp-en-light-wide')
    await page.getByRole('button', { name: 'It is its key' }).click()
    await page.getByText('It works.').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/^Last look/).waitFor()
    await page.getByRole('button', { name: 'Look now: Call records' }).click()
    await page.getByText('Pult looks now.').waitFor()
  }
})
