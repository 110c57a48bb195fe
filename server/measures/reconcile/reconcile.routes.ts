import { reconciliations } from '@pult/contract/reconciliations'

import type { Platform } from '../../platform/index.ts'
import { explainReport } from './explain-report.ts'
import { deleteReconciliation, keepReconciliation, listReconciliations, readReconciliation } from './reconciliation.ts'

/** Serves the reconciliation of old reports. */
export function serveReconciliations({ http, database }: Pick<Platform, 'http' | 'database'>): void {
  http.serve(reconciliations.explain, ({ caller, body }) =>
    explainReport(database, { centerId: caller.centerId, userId: caller.userId }, body),
  )
  http.serve(reconciliations.list, async ({ caller, readCenter }) => ({
    reconciliations: await readCenter((tx) => listReconciliations(tx, caller.centerId)),
  }))
  http.serve(reconciliations.read, ({ caller, params, readCenter }) =>
    readCenter((tx) => readReconciliation(tx, caller.centerId, params.reconciliationId)),
  )
  http.serve(reconciliations.keep, async ({ caller, body, inCenter, audit }) => {
    const reply = await explainReport(database, { centerId: caller.centerId, userId: caller.userId }, body)
    return inCenter(async (tx) => {
      const kept = await keepReconciliation(tx, caller, body, reply)
      await audit(tx, {
        act: 'measures.reconciliation.keep',
        subject: `reconciliation ${kept.reconciliationId}`,
        detail: { name: body.name, from: body.from, to: body.to, figures: kept.figures, explained: kept.explained },
      })
      return kept
    })
  })
  http.serve(reconciliations.remove, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteReconciliation(tx, caller.centerId, params.reconciliationId)
      await audit(tx, {
        act: 'measures.reconciliation.delete',
        subject: `reconciliation ${params.reconciliationId}`,
      })
      return { done: true } as const
    }),
  )
}
