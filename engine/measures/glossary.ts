import { counters, type CounterId } from './counters.ts'
import { stamp, type MeasureDefinition, type Term } from './definition.ts'

/** The glossary of measures and counters as Markdown, written from the definitions themselves. */
export function glossary(definitions: readonly MeasureDefinition[]): string {
  const rows = definitions.map((definition) => row(definition))
  const counterRows = (Object.keys(counters) as CounterId[]).map(
    (id) => `| \`${id}\` | ${counters[id].ru} | ${counters[id].en} | ${counters[id].unit} |`,
  )
  return [
    '| термин · term | id | формула | formula | ÷ | источник · source |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '## Счётчики · Counters',
    '',
    '| id | по-русски | in English | unit |',
    '|---|---|---|---|',
    ...counterRows,
    '',
  ].join('\n')
}

function row(definition: MeasureDefinition): string {
  const { name, short, formula, source, numerator, denominator } = definition
  const title = `**${name.ru}**${short === undefined ? '' : ` (${short.ru})`} · ${name.en}`
  const fraction = denominator.length === 0 ? terms(numerator) : `${terms(numerator)} ÷ ${terms(denominator)}`
  return `| ${title} | \`${stamp(definition)}\` | ${formula.ru} | ${formula.en} | ${fraction} | ${source} |`
}

function terms(list: readonly Term[]): string {
  return list.map((one, index) => `${(one.times ?? 1) < 0 ? '− ' : index === 0 ? '' : '+ '}${one.counter}`).join(' ')
}
