import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'

import { career } from '@pult/contract/career'
import { documentFormats, type DocumentFormat } from '@pult/contract/career-documents'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { tell } from '../ui/tell.ts'

interface DocumentButtonsProps {
  readonly of: { readonly resumeId: number } | { readonly letterId: number }
  /** Saves what is being typed, so that the file has it. */
  readonly flush: () => Promise<void>
}

const names = { docx: 'DOCX', pdf: 'PDF', md: 'Markdown' } as const

/** A résumé or a letter as a file. */
export function DocumentButtons({ of, flush }: DocumentButtonsProps) {
  const words = useWordsOf()
  const { centerId } = useCenter()
  const [making, setMaking] = useState<DocumentFormat | null>(null)
  const keep = async (format: DocumentFormat): Promise<void> => {
    await flush()
    const query = { format }
    if ('resumeId' in of) await download(career.resumeFile, { params: { centerId, resumeId: of.resumeId }, query })
    else await download(career.letterFile, { params: { centerId, letterId: of.letterId }, query })
  }
  return (
    <Group gap="xs">
      {documentFormats.map((format) => (
        <Button
          key={format}
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={making === format}
          onClick={() => {
            setMaking(format)
            keep(format)
              .catch((error: unknown) => tell({ kind: 'bad', words: words(error) }))
              .finally(() => setMaking(null))
          }}
        >
          {names[format]}
        </Button>
      ))}
    </Group>
  )
}
