import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Fragment } from 'react'

import { useLanguage } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import type { Language } from '../ui/text.ts'
import { useWordsOf } from './Reply.tsx'

interface FileAsked {
  readonly format: 'xlsx' | 'csv'
  readonly language: Language
}

/** What is on the page as a file; `onKeep` downloads it, and what goes wrong is told. */
export function ExportMenu({
  onKeep,
  disabled = false,
}: {
  readonly onKeep: (asked: FileAsked) => Promise<unknown>
  readonly disabled?: boolean
}) {
  return <PartsMenu parts={[{ key: '', label: '' }]} onKeep={onKeep} disabled={disabled} />
}

interface Part<Key extends string> {
  readonly key: Key
  readonly label: string
}

/** The same where the page has several tables, each a file of its own. */
export function PartsMenu<Key extends string>({
  parts,
  onKeep,
  disabled = false,
}: {
  readonly parts: readonly Part<Key>[]
  readonly onKeep: (asked: FileAsked, part: Key) => Promise<unknown>
  readonly disabled?: boolean
}) {
  const language = useLanguage()
  const words = useWordsOf()
  const keep = (format: 'xlsx' | 'csv', part: Key): void => {
    onKeep({ format, language }, part).catch((error: unknown) => tell({ kind: 'bad', words: words(error) }))
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} disabled={disabled}>
          XLSX / CSV
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {parts.map(({ key, label }) => (
          <Fragment key={key}>
            {label !== '' && <Menu.Label>{label}</Menu.Label>}
            <Menu.Item onClick={() => keep('xlsx', key)}>XLSX</Menu.Item>
            <Menu.Item onClick={() => keep('csv', key)}>CSV</Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
