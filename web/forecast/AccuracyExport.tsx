import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Fragment } from 'react'

import { accuracyTables, forecast } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { accuracyText } from './accuracy-text.ts'

/** The tables of the accuracy page as files. */
export function AccuracyExport({ days }: { readonly days: number }) {
  const t = useText(accuracyText)
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const keep = (format: 'xlsx' | 'csv', table: (typeof accuracyTables)[number]): void => {
    download(forecast.exportForecastAccuracy, { params: { centerId }, query: { days, format, language, table } }).catch(
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
        {accuracyTables.map((table) => (
          <Fragment key={table}>
            <Menu.Label>{t(`table_${table}`)}</Menu.Label>
            <Menu.Item onClick={() => keep('xlsx', table)}>XLSX</Menu.Item>
            <Menu.Item onClick={() => keep('csv', table)}>CSV</Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
