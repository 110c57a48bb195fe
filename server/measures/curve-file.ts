import type { CurveReply } from '@pult/contract/measures'

import { tableFile, type Download, type FileLanguage } from '../platform/index.ts'

const THRESHOLD = { ru: 'Порог, с', en: 'Threshold, s' } as const

/** The curve as a file: a row a threshold, a column a rule with the version of its definition. */
export function curveFile(
  { thresholds, curves }: CurveReply,
  { format, language }: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
  name: string,
): Download {
  const heading = [THRESHOLD[language], ...curves.map((curve) => `${curve.name[language]} (${curve.reference})`)]
  const rows = thresholds.map((seconds, index) => [seconds, ...curves.map(({ values }) => values[index] ?? null)])
  const numberFormats = [undefined, ...curves.map(() => '0.0%')]
  return tableFile([heading, ...rows], { name: `pult-curve-${name}`, format, language, numberFormats })
}
