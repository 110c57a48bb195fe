import yauzl from 'yauzl'

import { UnreadableFile } from './reading.ts'

/** A workbook as the zip it is. Throws an UnreadableFile where it is none; to be closed. */
export function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error === null) resolve(zip)
      else reject(notWorkbook())
    })
  })
}

/** What the zip's list names. */
export async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      zip.removeAllListeners()
      zip.once('entry', resolve)
      zip.once('end', () => resolve(null))
      zip.once('error', () => reject(notWorkbook()))
      zip.readEntry()
    })
    if (entry === null) return
    yield entry
  }
}

export const notWorkbook = (): UnreadableFile =>
  new UnreadableFile('notWorkbook', 'The file is not an Excel workbook (.xlsx), or it is cut short.')
