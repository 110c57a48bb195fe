import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

import { useWordsOf } from '../platform/Reply.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { marketText } from './market-text.ts'

interface FileMenuProps {
  readonly onFile: (file: { readonly format: 'xlsx' | 'csv'; readonly language: 'ru' | 'en' }) => Promise<void>
}

/** The table as a file. */
export function FileMenu({ onFile }: FileMenuProps) {
  const t = useText(marketText)
  const language = useLanguage()
  const words = useWordsOf()
  const take = (format: 'xlsx' | 'csv'): void => {
    onFile({ format, language }).catch((error: unknown) => tell({ kind: 'bad', words: words(error) }))
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => take(format)}>
            {t(format)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
