import pdfmake from 'pdfmake'
import { expect, it } from 'vitest'

import { readResumeFile as readInThread } from '../index.ts'
import { fonts, isFontFile } from '../../../fonts/index.ts'
import { zipOf } from '../../../testing/zip.ts'
import { readResumeFile } from './read-resume-file.ts'

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const document = (xml: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<w:document><w:body>${xml}</w:body></w:document>`
const body = document(paragraph('Опыт работы') + paragraph('2018 – 2020 Акмэ'))

const pdfOf = (content: object[], more: object = {}): Promise<Buffer> => {
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(isFontFile)
  return pdfmake.createPdf({ content, ...more } as Parameters<typeof pdfmake.createPdf>[0]).getBuffer()
}

const picture = { canvas: [{ type: 'rect', x: 0, y: 0, w: 300, h: 400 }] }

it.each([
  ['resumeEmpty', 'a.txt', Buffer.alloc(0)],
  ['tooLarge', 'a.pdf', Buffer.alloc(10 * 1024 ** 2 + 1)],
  ['resumeWithMacros', 'a.docm', zipOf([{ name: 'word/document.xml', content: body }])],
  [
    'resumeWithMacros',
    'a.docx',
    zipOf([
      { name: 'word/document.xml', content: body },
      { name: 'word/vbaProject.bin', content: 'Sub' },
    ]),
  ],
  [
    'resumeWithEntities',
    'a.docx',
    zipOf([{ name: 'word/document.xml', content: document(paragraph('&a;'), '<!DOCTYPE w [<!ENTITY a "Опыт">]>') }]),
  ],
  [
    'resumeBomb',
    'a.docx',
    zipOf([{ name: 'word/document.xml', content: document(paragraph(' '.repeat(40 * 1024 ** 2))) }]),
  ],
  [
    'resumeBomb',
    'a.docx',
    zipOf([{ name: 'word/document.xml', content: document(' '.repeat(40 * 1024 ** 2)), saidSize: 100 }]),
  ],
  ['resumeNotWord', 'a.docx', zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }])],
  ['resumeNotWord', 'a.docx', zipOf([{ name: 'word/document.xml', content: body }]).subarray(0, 100)],
  ['resumeOldWord', 'a.doc', Buffer.from('d0cf11e0a1b11ae1'.padEnd(600, '0'), 'hex')],
  ['resumeOtherKind', 'a.rtf', Buffer.from(String.raw`{\rtf1 Опыт работы}`)],
  ['resumeUnknownKind', 'a.jpg', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 32))],
  ['resumeDamaged', 'a.pdf', Buffer.from('%PDF-1.7\nnothing else')],
  ['notResume', 'a.txt', Buffer.from('Рецепт борща.\nВзять свёклу и варить её долго.')],
  ['resumeTooLong', 'a.txt', Buffer.from(`Опыт работы\n${'слово '.repeat(80_000)}`)],
])('refuses with %s: %s', async (code, name, bytes) => {
  await expect(readResumeFile(bytes, name)).rejects.toMatchObject({ name: 'ResumeRefusal', code })
})

it('refuses a PDF of pictures, a locked one and a book, and says which pages are pictures', async () => {
  await expect(readResumeFile(await pdfOf([picture]), 'a.pdf')).rejects.toMatchObject({ code: 'resumeOfPictures' })
  const locked = await pdfOf([{ text: 'Опыт работы' }], { userPassword: 'x', ownerPassword: 'y' })
  await expect(readResumeFile(locked, 'a.pdf')).rejects.toMatchObject({ code: 'resumeLocked' })
  const pages = Array.from({ length: 41 }, () => ({ text: 'Опыт работы', pageBreak: 'after' }))
  await expect(readResumeFile(await pdfOf(pages), 'a.pdf')).rejects.toMatchObject({ code: 'resumeTooManyPages' })
  const half = await pdfOf([{ text: 'Образование', pageBreak: 'after' }, picture])
  expect((await readResumeFile(half, 'a.pdf')).warnings).toEqual([{ code: 'pagesWithoutText', pages: [2] }])
})

it('tells a refusal as a problem of the request, also from its thread', async () => {
  await expect(readInThread(Buffer.from('Рецепт борща.'), 'a.txt')).rejects.toMatchObject({
    name: 'RequestProblem',
    status: 422,
    code: 'notResume',
  })
  await expect(readInThread(Buffer.alloc(10 * 1024 ** 2 + 1), 'a.pdf')).rejects.toMatchObject({
    status: 413,
    values: { megabytes: 10 },
  })
})

it('reads tables, text boxes once, tabs and the five entities of XML', async () => {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('SQL')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('SQL')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  const text = document(
    `${paragraph('Навыки')}<w:tbl><w:tr>${cell('Q&amp;A &#8381;')}${cell('&lt;CRM&gt;')}</w:tr></w:tbl>${box}<w:p><w:del><w:r><w:delText>нет</w:delText></w:r></w:del></w:p>`,
  )
  const { resume } = await readResumeFile(zipOf([{ name: 'word/document.xml', content: text }]), 'a.docx')
  expect(resume.keySkills).toEqual(['Q&A ₽', '<CRM>', 'SQL'])
})
