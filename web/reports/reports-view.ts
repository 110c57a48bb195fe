import { defineView, inAddress } from '../platform/view.ts'

/** What the address of the page holds: the report whose history is open, the kept one that is read, the saved view to report. */
export const reportsView = defineView({
  report: inAddress.maybeNumber(),
  run: inAddress.maybeNumber(),
  ofView: inAddress.maybeNumber(),
})

/** What the page hears. */
export const LIVE: readonly string[] = ['reports', 'messages']
