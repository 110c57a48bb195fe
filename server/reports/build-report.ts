import type { ReportPreview } from '@pult/contract/reports'
import type { ReportDocument } from '@pult/contract/report-words'

import { readCenter } from '../center/index.ts'
import { answerMeasures } from '../measures/index.ts'
import type { Database } from '../platform/index.ts'
import { managementDocument } from './management-document.ts'
import { readFacts, type ReportFacts } from './read-facts.ts'
import { explainInThread } from './report-thread.ts'
import type { DaysOfReport } from './report-times.ts'
import type { Explained } from './explain.ts'
import { queryOfView, readKeptView, tabOfView, viewDocument } from './view-document.ts'
import { wholeCenter } from './whole-center.ts'

export interface ReportAsked extends Pick<ReportPreview, 'content' | 'viewId' | 'rhythm' | 'language'> {
  readonly centerId: number
  readonly days: DaysOfReport
  readonly now: number
}

const MOST_REMEDIES = 6

/** A report as it stands now. Throws 404 for a view that is gone. */
export async function buildReport(database: Database, asked: ReportAsked): Promise<ReportDocument> {
  const { centerId, content, viewId, rhythm, language, days, now } = asked
  if (content === 'view')
    return database.readSnapshot({ centerId }, async (tx) => {
      const view = await readKeptView(tx, centerId, viewId ?? 0)
      const { name: centerName } = await readCenter(tx, centerId)
      const reply = await answerMeasures(tx, wholeCenter(centerId), queryOfView(view, days), now)
      return viewDocument(reply, { name: view.name, centerName, tab: tabOfView(view), days, language, now })
    })
  const facts = await database.readSnapshot({ centerId }, (tx) => readFacts(tx, centerId, { rhythm, days, now }))
  return managementDocument(facts, await explained(facts), { language, now })
}

async function explained({ head, before, now, withinOf, targetOf }: ReportFacts): Promise<Explained | null> {
  const offered = head.total.figures[0]
  if ((offered?.value ?? 0) === 0 || (offered?.comparison?.value ?? 0) === 0) return null
  return explainInThread({ before, now, withinOf, targetOf, most: MOST_REMEDIES })
}
