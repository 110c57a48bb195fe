import type { MeasureReply } from '@pult/contract/measures'
import type { ReportDocument, ReportLanguage } from '@pult/contract/report-words'

import { happenedPart } from './happened-part.ts'
import type { ReportFacts } from './read-facts.ts'
import type { Explained } from './explain.ts'
import { cellsOf, tongueOf } from './tongue.ts'
import { gapLines, todoPart } from './todo-part.ts'
import { whyPart } from './why-part.ts'

interface Told {
  readonly language: ReportLanguage
  readonly now: number
}

/** Two pages: what happened, why, and what to do. `explained` is null where there is nothing to compare with. */
export function managementDocument(
  facts: ReportFacts,
  explained: Explained | null,
  { language, now }: Told,
): ReportDocument {
  const tongue = tongueOf(language)
  const tools = { tongue, cells: cellsOf(tongue) }
  const { t } = tongue
  const isEmpty = (facts.head.total.figures[0]?.value ?? 0) === 0
  return {
    title: `${t(`title_${facts.rhythm}`)}: ${facts.centerName}`,
    language,
    lines: [
      t('period', { period: tongue.range(facts.days), before: tongue.range(facts.daysBefore) }),
      `${t(facts.isCalls ? 'scopeCalls' : 'scopeAll')}. ${t('madeAt', { at: tongue.dateTime(now, facts.timeZone), zone: facts.timeZone })}.`,
    ],
    sections: isEmpty
      ? [
          {
            title: t('happened'),
            lines: [
              { text: t('nothing', { period: tongue.range(facts.days) }), path: '/imports' },
              ...gapLines(facts.head, tools),
            ],
            charts: [],
            tables: [],
          },
        ]
      : [happenedPart(facts, tools), whyPart(facts, explained, tools), todoPart(facts, explained, tools)],
    definitions: isEmpty ? [] : definitionsOf(facts.head, language),
    definitionsTitle: t('definitions'),
  }
}

/** Every measure of an answer with the version of its definition, and the centre's own versions where those counted. */
export const definitionsOf = ({ measures }: MeasureReply, language: ReportLanguage): ReportDocument['definitions'] =>
  measures.flatMap(({ reference, name, formula, versions }) => {
    const own = versions.map((version) => ({
      reference: version.from === null ? version.reference : `${version.reference}, ${version.from}`,
      name: name[language],
      formula: version.formula[language],
    }))
    return own.length > 0 ? own : [{ reference, name: name[language], formula: formula[language] }]
  })
