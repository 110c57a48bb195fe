import type { Readable } from 'node:stream'

import yauzl from 'yauzl'

import { refuse, ResumeRefusal } from './refusal.ts'

const MOST_ENTRIES = 3000
/** Of text in a document of ten megabytes, pictures aside. */
const LARGEST_UNPACKED = 32 * 1024 ** 2
const READ =
  /^(?:\[Content_Types\]\.xml|word\/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml)$/

/** The parts of a Word document that hold words, by name. Refuses what is none, holds macros, or unpacks to absurdly much. */
export async function docxParts(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await openZip(bytes)
  try {
    const entries = await entriesOf(zip)
    if (entries.some(({ fileName }) => /vbaProject\.bin$|vbaData\.xml$/i.test(fileName))) throw withMacros()
    if (!entries.some(({ fileName }) => fileName === 'word/document.xml')) throw notWord()
    const parts = new Map<string, string>()
    let left = LARGEST_UNPACKED
    for (const entry of entries.filter(({ fileName }) => READ.test(fileName))) {
      if (entry.uncompressedSize > left) throw bomb()
      const text = await textOf(zip, entry, left)
      left -= text.length
      if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw withEntities()
      parts.set(entry.fileName, text)
    }
    if (/macroEnabled/i.test(parts.get('[Content_Types].xml') ?? '')) throw withMacros()
    return parts
  } finally {
    zip.close()
  }
}

const openZip = (bytes: Buffer): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error === null) resolve(zip)
      else reject(notWord())
    })
  })

const entriesOf = (zip: yauzl.ZipFile): Promise<yauzl.Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      if (entries.length > MOST_ENTRIES) reject(bomb())
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(notWord()))
    zip.readEntry()
  })

/** The list may lie about sizes: what really comes is counted. */
async function textOf(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): Promise<string> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error === null) resolve(opened)
      else reject(notWord())
    })
  })
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > most) throw bomb()
      pieces.push(piece)
    }
  } catch (error) {
    // The library ends a part that is longer than the list says.
    throw error instanceof Error && error.message.startsWith('too many bytes')
      ? bomb()
      : error instanceof ResumeRefusal
        ? error
        : notWord()
  }
  return Buffer.concat(pieces).toString('utf8')
}

const notWord = (): ResumeRefusal =>
  refuse(
    'resumeNotWord',
    'The file is not a Word document (.docx), or it is cut short. Save it in Word as .docx once more.',
  )

const withMacros = (): ResumeRefusal =>
  refuse(
    'resumeWithMacros',
    'The document holds macros (programs), and those are not taken. Save it in Word as .docx, without macros.',
  )

const withEntities = (): ResumeRefusal =>
  refuse('resumeWithEntities', 'The document declares XML entities, which no Word document does. It was not read.')

const bomb = (): ResumeRefusal =>
  refuse('resumeBomb', 'The document unpacks to more than 32 MB of text; that is no résumé. It was not read.')
