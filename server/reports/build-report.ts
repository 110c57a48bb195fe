import { curveQuestion, mapMeasureOf, mapQuestion } from '@pult/contract/measures-views'
import type { ReportPreview } from '@pult/contract/reports'
import type { ReportDocument } from '@pult/contract/report-words'

import { readCenter } from '../center/index.ts'
import { answerMeasures, serviceLevelCurve } from '../measures/index.ts'
import type { Database, Tx } from '../platform/index.ts'
import { managementDocument } from './management-document.ts'
import { readFacts, type ReportFacts } from './read-facts.ts'
import { explainInThread } from './report-thread.ts'
import type { DaysOfReport } from './report-times.ts'
import type { Explained } from './explain.ts'
import { queryOfView, readKeptView, tabOfView, viewDocument, viewPicture } from './view-document.ts'
import { curvePicture, mapPicture, rulesQuery } from './view-pictures.ts'
import { wholeCenter } from './whole-center.ts'

export interface ReportAsked extends Pick<ReportPreview, 'content' | 'viewId' | 'rhythm' | 'language'> {
  readonly centerId: number
  readonly days: DaysOfReport
  readonly now: number
}

const MOST_REMEDIES = 6

/** A report as it stands now. Throws 404 for a view that is gone. */
export async function buildReport(database: Database, asked: ReportAsked): Promise<ReportDocument> {
  const { centerId, content, rhythm, language, days, now } = asked
  if (content === 'view') return database.readSnapshot({ centerId }, (tx) => buildView(tx, asked))
  const facts = await database.readSnapshot({ centerId }, (tx) => readFacts(tx, centerId, { rhythm, days, now }))
  return managementDocument(facts, await explained(facts), { language, now })
}

/** What the view's page shows where it opens: its heat map, its curve, or its table with a chart. */
async function buildView(tx: Tx, { centerId, viewId, language, days, now }: ReportAsked): Promise<ReportDocument> {
  const view = await readKeptView(tx, centerId, viewId ?? 0)
  const { name: centerName } = await readCenter(tx, centerId)
  const whole = wholeCenter(centerId)
  const told = { name: view.name, centerName, days, language, now }
  const query = queryOfView(view, days)
  const { tab, map } = tabOfView(view)
  if (tab === 'curve') {
    const curve = await serviceLevelCurve(tx, whole, curveQuestion(query))
    const rules = await answerMeasures(tx, whole, rulesQuery(query, curve), now)
    return viewDocument(rules, curvePicture(curve, language), told)
  }
  if (tab === 'heatmap') {
    const reply = await answerMeasures(tx, whole, mapQuestion(query, mapMeasureOf(map, query.measures)), now)
    return viewDocument(reply, mapPicture(reply, language), told)
  }
  const reply = await answerMeasures(tx, whole, query, now)
  return viewDocument(reply, viewPicture(reply, language), told)
}

async function explained({ head, before, now, withinOf, targetOf }: ReportFacts): Promise<Explained | null> {
  const offered = head.total.figures[0]
  if ((offered?.value ?? 0) === 0 || (offered?.comparison?.value ?? 0) === 0) return null
  return explainInThread({ before, now, withinOf, targetOf, most: MOST_REMEDIES })
}
