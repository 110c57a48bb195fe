import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Fragment } from 'react'

import { forecast } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { forecastText } from './forecast-text.ts'
import { grains, type Grain } from './forecast-view.ts'

/** The forecast as a file. */
export function ForecastExport({ forecastId }: { readonly forecastId: number }) {
  const t = useText(forecastText)
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const keep = (format: 'xlsx' | 'csv', grain: 'interval' | Grain): void => {
    download(forecast.exportForecast, { params: { centerId, forecastId }, query: { format, language, grain } }).catch(
      (error: unknown) => tell({ kind: 'bad', words: words(error) }),
    )
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          XLSX / CSV
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['interval', ...grains] as const).map((grain) => (
          <Fragment key={grain}>
            <Menu.Label>{t(`rows_${grain}`)}</Menu.Label>
            <Menu.Item onClick={() => keep('xlsx', grain)}>XLSX</Menu.Item>
            <Menu.Item onClick={() => keep('csv', grain)}>CSV</Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
