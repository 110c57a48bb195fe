import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import type yauzl from 'yauzl'

import { entriesOf, notWorkbook, openZip } from './zip-entries.ts'

const LIST = 'xl/workbook.xml'
/** A list of names is short; a longer one is no workbook's. */
const LONGEST_LIST = 4 * 1024 ** 2

/** Names of a workbook's sheets in their order. */
export async function sheetNames(path: string): Promise<string[]> {
  const zip = await openZip(path)
  try {
    for await (const entry of entriesOf(zip)) {
      if (entry.fileName === LIST && entry.uncompressedSize <= LONGEST_LIST) return namesIn(await textOf(zip, entry))
    }
    return []
  } finally {
    zip.close()
  }
}

async function textOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error === null) resolve(opened)
      else reject(notWorkbook())
    })
  })
  return text(stream).catch(() => {
    throw notWorkbook()
  })
}

const namesIn = (xml: string): string[] =>
  [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name = '']) => unescaped(name))

const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (xml: string): string =>
  xml.replaceAll(/&(#x?[\da-f]+|\w+);/gi, (all, mark: string) => {
    if (!mark.startsWith('#')) return MARKS[mark] ?? all
    const code = Number(mark.toLowerCase().startsWith('#x') ? `0${mark.slice(1)}` : mark.slice(1))
    return code >= 1 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : all
  })
