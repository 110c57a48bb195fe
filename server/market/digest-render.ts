import type { DigestDocument, DigestTable } from './digest-document.ts'

/** The digest as plain text: for the text part of a letter and for Telegram. */
export function digestText({ title, lines, sections }: DigestDocument): string {
  const parts = sections.map((section) =>
    [
      section.title.toUpperCase(),
      ...section.lines,
      ...(section.table === undefined ? [] : textRows(section.table)),
    ].join('\n'),
  )
  return `${[[title, ...lines].join('\n'), ...parts].join('\n\n')}\n`
}

const textRows = ({ rows }: DigestTable): string[] =>
  rows.map(([name = '', ...values]) => `• ${name}: ${values.join(' · ')}`)

/** Marks that Markdown would read in a name are taken for what they are. */
const plainMark = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|#~]/g, (mark) => `\\${mark}`)

export function digestMarkdown({ title, lines, sections }: DigestDocument): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(plainMark).join(' | ')} |`
  const table = ({ head, rows }: DigestTable): string =>
    [row(head), `|${head.map(() => '---|').join('')}`, ...rows.map(row)].join('\n')
  const parts = sections.flatMap((section) => [
    `## ${plainMark(section.title)}`,
    ...section.lines.map(plainMark),
    ...(section.table === undefined ? [] : [table(section.table)]),
  ])
  return `${[`# ${plainMark(title)}`, ...lines.map(plainMark), ...parts].join('\n\n')}\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark)

const STYLE = {
  page: 'font:15px/1.5 system-ui,sans-serif;color:#1c2321;max-width:760px;margin:0 auto;padding:16px',
  cell: 'text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid #d9dcd7;vertical-align:top',
}

/** A page of its own that needs nothing from elsewhere; styles stand in the marks, as mail programs want them. */
export function digestHtml({ title, lines, sections }: DigestDocument, language: string): string {
  const paragraph = (line: string): string => `<p>${linked(line)}</p>`
  const cells = (mark: 'th' | 'td', own: readonly string[]): string =>
    `<tr>${own.map((cell) => `<${mark} style="${STYLE.cell}">${escaped(cell)}</${mark}>`).join('')}</tr>`
  const table = ({ head, rows }: DigestTable): string =>
    `<table style="border-collapse:collapse">${cells('th', head)}${rows.map((row) => cells('td', row)).join('')}</table>`
  const parts = sections.map(
    (section) =>
      `<h2 style="font-size:17px">${escaped(section.title)}</h2>${section.lines.map(paragraph).join('')}${
        section.table === undefined ? '' : table(section.table)
      }`,
  )
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
    `<body style="${STYLE.page}"><h1 style="font-size:21px">${escaped(title)}</h1>${lines.map(paragraph).join('')}${parts.join('')}</body></html>\n`
  )
}

/** An address that ends a line can be clicked. */
function linked(line: string): string {
  const [, words = line, address] = /^(.*: )(https?:\/\/\S+)$/.exec(line) ?? []
  return address === undefined
    ? escaped(line)
    : `${escaped(words)}<a href="${escaped(address)}">${escaped(address)}</a>`
}
