import { accuracyTables, forecast } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { PartsMenu } from '../platform/ExportMenu.tsx'
import { useText } from '../ui/language.tsx'
import { accuracyText } from './accuracy-text.ts'

/** The tables of the accuracy page as files. */
export function AccuracyExport({ days }: { readonly days: number }) {
  const t = useText(accuracyText)
  const { centerId } = useCenter()
  return (
    <PartsMenu
      parts={accuracyTables.map((table) => ({ key: table, label: t(`table_${table}`) }))}
      onKeep={(file, table) =>
        download(forecast.exportForecastAccuracy, { params: { centerId }, query: { days, table, ...file } })
      }
    />
  )
}
