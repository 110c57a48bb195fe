import { intraday } from '@pult/contract/intraday'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { ExportMenu } from '../platform/ExportMenu.tsx'

/** The day as a file, as it looks at the time asked for. */
export function IntradayExport({ asked }: { readonly asked: { readonly day?: string; readonly at?: string } }) {
  const { centerId } = useCenter()
  return (
    <ExportMenu
      onKeep={(file) => download(intraday.exportIntraday, { params: { centerId }, query: { ...asked, ...file } })}
    />
  )
}
