import { forecast } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { PartsMenu } from '../platform/ExportMenu.tsx'
import { useText } from '../ui/language.tsx'
import { forecastText } from './forecast-text.ts'
import { grains } from './forecast-view.ts'

/** The forecast as a file. */
export function ForecastExport({ forecastId }: { readonly forecastId: number }) {
  const t = useText(forecastText)
  const { centerId } = useCenter()
  return (
    <PartsMenu
      parts={(['interval', ...grains] as const).map((grain) => ({ key: grain, label: t(`rows_${grain}`) }))}
      onKeep={(file, grain) =>
        download(forecast.exportForecast, { params: { centerId, forecastId }, query: { grain, ...file } })
      }
    />
  )
}
