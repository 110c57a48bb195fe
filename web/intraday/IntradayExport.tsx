import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

import { intraday } from '@pult/contract/intraday'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useLanguage } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'

/** The day as a file, as it looks at the time asked for. */
export function IntradayExport({ asked }: { readonly asked: { readonly day?: string; readonly at?: string } }) {
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const keep = (format: 'xlsx' | 'csv'): void => {
    download(intraday.exportIntraday, { params: { centerId }, query: { ...asked, format, language } }).catch(
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
        <Menu.Item onClick={() => keep('xlsx')}>XLSX</Menu.Item>
        <Menu.Item onClick={() => keep('csv')}>CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
