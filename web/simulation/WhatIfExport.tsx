import { simulation } from '@pult/contract/simulation'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { ExportMenu } from '../platform/ExportMenu.tsx'

/** The scenarios side by side as a file. */
export function WhatIfExport({ whatIfId }: { readonly whatIfId: number }) {
  const { centerId } = useCenter()
  return (
    <ExportMenu onKeep={(file) => download(simulation.exportWhatIf, { params: { centerId, whatIfId }, query: file })} />
  )
}
