import { docxLines } from './docx-lines.ts'
import { EMAIL, PHONE } from './guesses.ts'
import type { Line } from './line.ts'
import { pdfLines } from './pdf-lines.ts'
import { refuse, type ResumeRefusal } from './refusal.ts'
import { resumeOfLines, type ReadResume } from './resume-of-lines.ts'
import { decodeText, markdownLines, textLines } from './text-lines.ts'

const LARGEST_FILE = 10 * 1024 ** 2
/** Of the text; a résumé has a few thousand letters. */
const LONGEST_TEXT = 400_000

/** Reads a résumé that was written elsewhere: DOCX, PDF with text, plain text or Markdown. What it is, its first bytes tell. */
export async function readResumeFile(bytes: Buffer, fileName: string): Promise<ReadResume> {
  if (bytes.length > LARGEST_FILE)
    throw refuse(
      'tooLarge',
      `The file is larger than ${LARGEST_FILE / 1024 ** 2} MB, and a résumé is smaller. Leave its pictures out.`,
      { megabytes: LARGEST_FILE / 1024 ** 2 },
    )
  if (bytes.length === 0) throw refuse('resumeEmpty', 'The file is empty: there is no résumé in it.')
  const { lines, pagesWithoutText } = await linesOf(bytes, fileName.toLowerCase())
  if (lines.reduce((length, { text }) => length + text.length, 0) > LONGEST_TEXT) throw tooLong()
  const read = resumeOfLines(lines)
  if (!isResume(read, lines)) throw notResume()
  return pagesWithoutText.length === 0
    ? read
    : { ...read, warnings: [...read.warnings, { code: 'pagesWithoutText', pages: pagesWithoutText }] }
}

async function linesOf(
  bytes: Buffer,
  name: string,
): Promise<{ readonly lines: readonly Line[]; readonly pagesWithoutText: readonly number[] }> {
  const whole = (lines: readonly Line[]): { lines: readonly Line[]; pagesWithoutText: number[] } => ({
    lines,
    pagesWithoutText: [],
  })
  if (/\.(?:docm|dotm)$/.test(name)) throw withMacros()
  if (bytes.subarray(0, 1024).includes('%PDF-')) return pdfLines(bytes)
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return whole(await docxLines(bytes))
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw oldWord()
  const text = decodeText(bytes)
  if (/^\s*\{\\rtf/.test(text) || /^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw otherText()
  // Pictures and programs are full of these.
  if ((text.slice(0, 4096).match(/(?!\s)[\p{Cc}\uFFFD]/gu) ?? []).length > 20) throw unknownKind()
  return whole(/\.(?:md|markdown)$/.test(name) ? markdownLines(text) : textLines(text))
}

/** A résumé has a section with a known heading, or says how to reach somebody. */
function isResume({ warnings }: ReadResume, lines: readonly Line[]): boolean {
  if (!warnings.some(({ code }) => code === 'noSections')) return true
  const head = lines.slice(0, 40).map(({ text }) => text)
  return head.some((text) => EMAIL.test(text) || PHONE.test(text))
}

const withMacros = (): ResumeRefusal =>
  refuse(
    'resumeWithMacros',
    'The document holds macros (programs), and those are not taken. Save it in Word as .docx, without macros.',
  )

const oldWord = (): ResumeRefusal =>
  refuse(
    'resumeOldWord',
    'The file is a Word document of the old kind (.doc) or is locked with a password. Save it in Word as .docx without a password.',
  )

const otherText = (): ResumeRefusal =>
  refuse('resumeOtherKind', 'The file is a web page or RTF. Open it in Word and save it as .docx, or bring plain text.')

const unknownKind = (): ResumeRefusal =>
  refuse('resumeUnknownKind', 'The file is neither DOCX nor PDF nor text, so no résumé can be read from it.')

const tooLong = (): ResumeRefusal =>
  refuse('resumeTooLong', `The file has more than ${LONGEST_TEXT} letters; that is no résumé. It was not read.`)

const notResume = (): ResumeRefusal =>
  refuse(
    'notResume',
    'No section of a résumé (experience, education, skills …) and no way to reach somebody was found in the file. If it is one, paste its text.',
  )
