import type { Formats } from './formats.ts'

type Part = Readonly<Record<string, unknown>>

/** By which a chart's tooltip is found on the page. */
export const TOOLTIP_CLASS = 'pult-tooltip'

/**
 * A chart's option with every number that it writes by itself (values along axes, values in the tooltip) written as the tables write
 * them; what has a format of its own keeps it. ECharts alone writes 1,200 in every language.
 */
export function withNumbers(option: Part, formats: Formats): Part {
  const write = (value: unknown): string =>
    typeof value === 'number' ? formats.number(value) : value === null || value === undefined ? '–' : String(value)
  const tooltip = partOf(option['tooltip'])
  return {
    ...option,
    ...Object.fromEntries(
      ['xAxis', 'yAxis'].flatMap((name) => (option[name] === undefined ? [] : [[name, axesWith(option[name], write)]])),
    ),
    ...(tooltip === undefined
      ? {}
      : {
          tooltip: {
            className: TOOLTIP_CLASS,
            ...('formatter' in tooltip ? {} : { valueFormatter: write }),
            ...tooltip,
          },
        }),
  }
}

function axesWith(axis: unknown, write: (value: unknown) => string): unknown {
  if (Array.isArray(axis)) return axis.map((one) => axesWith(one, write))
  const part = partOf(axis)
  if (part === undefined || part['type'] !== 'value') return axis
  return { ...part, axisLabel: { formatter: write, ...partOf(part['axisLabel']) } }
}

const partOf = (value: unknown): Part | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Part) : undefined
