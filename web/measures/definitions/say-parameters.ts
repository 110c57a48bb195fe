import type { ChangeableDefinition, DefinitionParameters } from '@pult/contract/definitions'

import type { Formats } from '../../ui/formats.ts'

/** Parameters in words: what differs from Pult's own; empty when nothing does. */
export function sayParameters(
  { choices }: Pick<ChangeableDefinition, 'choices'>,
  parameters: DefinitionParameters,
  { language, number }: Formats,
): string {
  return choices
    .filter(({ id, start }) => (parameters[id] ?? start) !== start)
    .map(({ id, name, options }) => {
      const value = parameters[id]
      const said =
        options === null ? number(Number(value)) : (options.find((option) => option.id === value)?.name[language] ?? '')
      return `${name[language]}: ${said}`
    })
    .join('; ')
}
