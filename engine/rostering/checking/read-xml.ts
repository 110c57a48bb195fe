// As much of XML as rosters need: elements, attributes, text, comments and the five named entities.

export interface XmlElement {
  readonly name: string
  readonly line: number
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

const PIECE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/\s*([^\s>]+)\s*>|<([A-Za-z_][^\s/>]*)([^>]*?)(\/?)>|[^<]+|</g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** @throws RangeError that names the line at which the text is no XML. */
export function readXml(text: string): XmlElement {
  const root = element('', 1, '')
  const open: OpenElement[] = [root]
  let line = 1
  for (const match of text.replace(/^\uFEFF/, '').matchAll(PIECE)) {
    const [piece, closed, opened, attributes = '', closing] = match
    const top = open.at(-1) as OpenElement
    if (piece === '<') throw new RangeError(`line ${line}: a "<" begins nothing that is known`)
    if (closed !== undefined) {
      if (open.length === 1) throw new RangeError(`line ${line}: </${closed}> closes what was never opened`)
      if (closed !== top.name)
        throw new RangeError(`line ${line}: </${closed}> closes <${top.name}>, opened in line ${top.line}`)
      open.pop()
    } else if (opened !== undefined) {
      const child = element(opened, line, attributes)
      top.children.push(child)
      if (closing !== '/') open.push(child)
    } else if (!piece.startsWith('<')) top.text += unescape(piece)
    line += piece.split('\n').length - 1
  }
  const left = open.at(-1) as OpenElement
  if (open.length > 1) throw new RangeError(`<${left.name}>, opened in line ${left.line}, is never closed`)
  if (root.text.trim() !== '' || root.children.length !== 1)
    throw new RangeError('expected one element that holds everything, such as <Solution>')
  return root.children[0] as XmlElement
}

function element(name: string, line: number, attributes: string): OpenElement {
  const pairs = [...attributes.matchAll(ATTRIBUTE)].map(
    ([, key = '', double, single]) => [key, unescape(double ?? single ?? '')] as const,
  )
  return { name, line, attributes: new Map(pairs), children: [], text: '' }
}

const unescape = (text: string): string =>
  text.replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => NAMED[name] ?? '')
