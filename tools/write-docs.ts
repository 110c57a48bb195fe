import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { glossary, registry } from '@pult/engine/measures'

const root = join(import.meta.dirname, '..')

const head = `# Словарь · Glossary

Пишется из определений показателей: \`npm run docs\`. Written from the definitions of the measures; do not edit by hand.

«÷» — из каких счётчиков; число после @ — версия определения, опубликованная версия не меняется. "÷" says of which counters; the number after @ is
the definition's version, and a published version never changes.

`

/** What GLOSSARY.md must say now. */
export const glossaryText = (): string => head + glossary(registry.all)

if (import.meta.main) {
  await writeFile(join(root, 'GLOSSARY.md'), glossaryText())
  console.log('GLOSSARY.md is written')
}
