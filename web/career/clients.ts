import type { ResumeLanguage } from '@pult/engine/career'

const head = { ru: 'Клиенты: ', en: 'Clients: ' } as const

/** Clients named in the one line that names them; none where there is no such line. */
export function clientsIn(lines: readonly string[], language: ResumeLanguage): string[] {
  const line = lines.find((one) => one.startsWith(head[language]))
  return line === undefined ? [] : line.slice(head[language].length).split(', ')
}

/** The lines with one client more in the line that names them. */
export const withClient = (lines: readonly string[], name: string, language: ResumeLanguage): string[] =>
  withClients(lines, [...clientsIn(lines, language), name], language)

export const withoutClient = (lines: readonly string[], name: string, language: ResumeLanguage): string[] =>
  withClients(
    lines,
    clientsIn(lines, language).filter((one) => one !== name),
    language,
  )

function withClients(lines: readonly string[], names: readonly string[], language: ResumeLanguage): string[] {
  const line = head[language] + names.join(', ')
  const place = lines.findIndex((one) => one.startsWith(head[language]))
  if (place === -1) return [...lines, line]
  return names.length === 0 ? lines.toSpliced(place, 1) : lines.with(place, line)
}
