import type { Explained, ExplainedFigure, ReportChange } from '@pult/contract/reconciliations'
import { changeable, triedReference, wholeParameters, type DefinitionParameters } from '@pult/engine/measures'

/** What an old report does, as a definition that the centre could make its own; null where none of it is a matter of definition. */
export function adoptable(
  figure: ExplainedFigure,
  shared: readonly ReportChange[],
  level: Explained['level'],
): string | null {
  const parameters = parametersOf(figure, shared, level)
  const id = figure.figure
  const measure = changeable(id)
  if (measure === undefined || Object.keys(parameters).length === 0) return null
  return triedReference(id, wholeParameters(measure, parameters))
}

function parametersOf(
  { figure, changes }: ExplainedFigure,
  shared: readonly ReportChange[],
  level: Explained['level'],
): DefinitionParameters {
  const find = <Kind extends ReportChange['kind']>(kind: Kind): Extract<ReportChange, { kind: Kind }> | undefined =>
    [...changes, ...shared].find((change): change is Extract<ReportChange, { kind: Kind }> => change.kind === kind)
  switch (figure) {
    case 'serviceLevel':
      return ofLevel(find('rule'), find('within'), level)
    case 'abandonRate':
    case 'answerRate':
      return ofFates(find('flowOuts'), find('outOf'), find('shortAbandons'))
    case 'asaSeconds':
      return find('waits')?.of === 'all' ? { waits: 'all' } : {}
    case 'ahtSeconds':
      return ofParts(find('parts'))
    case 'offered':
    case 'answered':
    case 'abandoned':
    case 'flowedOut':
    case 'talkSeconds':
    case 'holdSeconds':
    case 'acwSeconds':
    case 'transferRate':
      return {}
  }
}

type Of<Kind extends ReportChange['kind']> = Extract<ReportChange, { kind: Kind }> | undefined

/** What the report does not do otherwise stays as the centre does it. */
function ofLevel(rule: Of<'rule'>, within: Of<'within'>, level: Explained['level']): DefinitionParameters {
  if (rule === undefined && within === undefined) return {}
  return {
    rule: rule?.measureId ?? level.measureId,
    short: rule === undefined ? level.shortSeconds : rule.shortSeconds,
    within: within === undefined ? level.withinSeconds : within.seconds,
  }
}

function ofFates(flowOuts: Of<'flowOuts'>, outOf: Of<'outOf'>, short: Of<'shortAbandons'>): DefinitionParameters {
  const as = flowOuts?.as ?? (outOf?.of === 'answeredAndAbandoned' ? 'leftOut' : undefined)
  return { ...(as === undefined ? {} : { flowOuts: as }), ...(short === undefined ? {} : { short: short.seconds }) }
}

const partsOf: Readonly<Record<string, string>> = {
  'talk,hold,acw': 'talkHoldAcw',
  talk: 'talk',
  'talk,hold': 'talkHold',
  'talk,acw': 'talkAcw',
}

function ofParts(parts: Of<'parts'>): DefinitionParameters {
  const found = partsOf[(parts?.parts ?? []).join(',')]
  return found === undefined ? {} : { parts: found }
}
