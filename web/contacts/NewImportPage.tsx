import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { imports, type Mapping, type Preview } from '@pult/contract/imports'

import { useCenter } from '../platform/center.tsx'
import { upload } from '../platform/client.ts'
import { Link, useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply, useWordsOf } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { FileDrop } from '../ui/FileDrop.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { contactsText } from './contacts-text.ts'
import { FindingList } from './FindingList.tsx'
import { importsText } from './imports-text.ts'
import { MappingForm } from './MappingForm.tsx'
import { TemplateBar } from './TemplateBar.tsx'

interface Uploaded {
  readonly uploadId: string
  readonly fileName: string
}

/** A file is dropped, looked at, corrected, and only then imported. */
export function NewImportPage() {
  const t = useText(importsText)
  const words = useWordsOf()
  const { centerId } = useCenter()
  const [uploaded, setUploaded] = useState<Uploaded | null>(null)
  return (
    <Page
      title={t('newImport')}
      breadcrumbs={[
        <Link key="imports" to={paths.imports(centerId)}>
          {t('imports')}
        </Link>,
      ]}
    >
      {uploaded === null ? (
        <FileDrop
          words={words}
          send={async (file, onProgress, signal) => {
            const { uploadId } = await upload(imports.upload, { params: { centerId } }, file, { onProgress, signal })
            setUploaded({ uploadId, fileName: file.name })
          }}
        >
          {t('drop')}
        </FileDrop>
      ) : (
        <Look uploaded={uploaded} onOther={() => setUploaded(null)} />
      )}
    </Page>
  )
}

interface LookProps {
  readonly uploaded: Uploaded
  readonly onOther: () => void
}

function Look({ uploaded, onOther }: LookProps) {
  const t = useText(importsText)
  const { centerId } = useCenter()
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [sheet, setSheet] = useState<string | null>(null)
  const asked = mapping === null ? (sheet === null ? {} : { sheet }) : { mapping }
  const reply = useReply(
    imports.preview,
    { params: { centerId }, body: { uploadId: uploaded.uploadId, ...asked } },
    { keepFormer: true, freshMs: 3_600_000 },
  )
  return (
    <Stack>
      <Group>
        <Text fw={600}>{uploaded.fileName}</Text>
        {reply.data !== undefined && (
          <Text c="dimmed">
            {t('understood', { kind: t(`kind_${reply.data.kind}`), encoding: reply.data.encoding })}
          </Text>
        )}
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onOther}>
          {t('otherFile')}
        </Button>
      </Group>
      <Reply reply={reply}>
        {(preview) => (
          <Understood
            preview={preview}
            uploaded={uploaded}
            mapping={mapping ?? preview.mapping}
            onMapping={setMapping}
            onSheet={(chosen) => {
              setSheet(chosen)
              setMapping(null)
            }}
          />
        )}
      </Reply>
      {reply.error !== null && mapping !== null && (
        <Button variant="default" onClick={() => setMapping(null)}>
          {t('otherFile')}
        </Button>
      )}
    </Stack>
  )
}

interface UnderstoodProps {
  readonly preview: Preview
  readonly uploaded: Uploaded
  readonly mapping: Mapping | null
  readonly onMapping: (mapping: Mapping) => void
  readonly onSheet: (sheet: string) => void
}

function Understood({ preview, uploaded, mapping, onMapping, onSheet }: UnderstoodProps) {
  const t = useText(importsText)
  const isTable = preview.kind !== 'queueLog'
  const template = preview.reasons.find(({ reason }) => reason === 'template')?.column
  const refused = preview.findings.filter((finding) => finding.kind === 'rejected').length
  return (
    <>
      {isTable && (
        <Section title={t('mapping')} actions={<TemplateBar mapping={mapping} onUse={onMapping} />}>
          <Text size="sm" c="dimmed" mb="sm">
            {template === undefined ? '' : `${t('byTemplate', { name: template })} `}
            {t('mappingHint')}
          </Text>
          <MappingForm
            columns={preview.columns}
            rows={preview.rows}
            sheets={preview.sheets}
            findings={preview.findings}
            mapping={mapping}
            onChange={onMapping}
            onSheet={onSheet}
          />
        </Section>
      )}
      <Section title={t('firstRows')}>
        <Rows preview={preview} />
      </Section>
      <Section title={t('firstContacts')}>
        {preview.contacts.length === 0 ? (
          <Text c="dimmed">{t('noContacts')}</Text>
        ) : (
          <FirstContacts preview={preview} />
        )}
        {preview.findings.length > 0 && (
          <Stack mt="md" gap={4}>
            <Text size="sm" fw={600}>
              {refused === 0 ? t('findings') : t('refused', { count: refused })}
            </Text>
            <FindingList findings={preview.findings.slice(0, 10)} />
          </Stack>
        )}
      </Section>
      <StartBar preview={preview} uploaded={uploaded} mapping={mapping} />
    </>
  )
}

function Rows({ preview }: { readonly preview: Preview }) {
  return (
    <ScrollTable minWidth={600}>
      <Table verticalSpacing={3} fz="xs" ff="monospace">
        {preview.columns.length > 0 && (
          <Table.Thead>
            <Table.Tr>
              {preview.columns.map((column) => (
                <Table.Th key={column} style={{ whiteSpace: 'nowrap' }}>
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
        )}
        <Table.Tbody>
          {preview.rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row of the file is its place
            <Table.Tr key={index}>
              {row.map((cell, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
                <Table.Td
                  key={place}
                  style={{ whiteSpace: 'nowrap', maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis' }}
                >
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

function FirstContacts({ preview }: { readonly preview: Preview }) {
  const t = useText(contactsText)
  const formats = useFormats()
  return (
    <ScrollTable minWidth={600}>
      <Table verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('at')}</Table.Th>
            <Table.Th>{t('queue')}</Table.Th>
            <Table.Th>{t('agent')}</Table.Th>
            <Table.Th>{t('channel')}</Table.Th>
            <Table.Th>{t('outcome')}</Table.Th>
            <Table.Th ta="end">{t('wait')}</Table.Th>
            <Table.Th ta="end">{t('talk')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.contacts.map((contact, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a sample is its place
            <Table.Tr key={index}>
              <Table.Td>{formats.dateTime(contact.offeredAt)}</Table.Td>
              <Table.Td>{contact.queue ?? '–'}</Table.Td>
              <Table.Td>{contact.agent ?? '–'}</Table.Td>
              <Table.Td>
                {t(contact.channel)}, {t(contact.direction)}
              </Table.Td>
              <Table.Td>{t(contact.outcome)}</Table.Td>
              <Table.Td ta="end">{formats.duration(contact.waitSeconds)}</Table.Td>
              <Table.Td ta="end">{formats.duration(contact.talkSeconds)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

interface StartBarProps {
  readonly preview: Preview
  readonly uploaded: Uploaded
  readonly mapping: Mapping | null
}

function StartBar({ preview, uploaded, mapping }: StartBarProps) {
  const t = useText(importsText)
  const go = useGo()
  const { centerId } = useCenter()
  const [sourceName, setSourceName] = useState(preview.kind === 'queueLog' ? 'Asterisk' : '')
  const [onConflict, setOnConflict] = useState<'reject' | 'replace'>('reject')
  const start = useAct(imports.startImport, {
    touches: [imports.listImports],
    onDone: ({ importId }) => go(paths.import(centerId, importId)),
  })
  const run = (dryRun: boolean): void =>
    start.mutate({
      params: { centerId },
      body: {
        uploadId: uploaded.uploadId,
        fileName: uploaded.fileName.slice(0, 200),
        kind: preview.kind,
        dryRun,
        onConflict,
        ...(mapping === null ? {} : { mapping }),
        ...(sourceName.trim() === '' ? {} : { sourceName: sourceName.trim() }),
      },
    })
  const ready = preview.kind === 'queueLog' || (mapping !== null && preview.contacts.length > 0)
  return (
    <Section>
      <Group align="flex-end">
        <TextInput
          label={t('sourceName')}
          description={t('sourceHint')}
          w={320}
          value={sourceName}
          onChange={(event) => setSourceName(event.currentTarget.value)}
        />
        <Select
          label={t('onConflict')}
          w={400}
          maw="100%"
          allowDeselect={false}
          value={onConflict}
          data={[
            { value: 'reject', label: t('reject') },
            { value: 'replace', label: t('replace') },
          ]}
          onChange={(value) => setOnConflict(value === 'replace' ? 'replace' : 'reject')}
        />
        <Button variant="default" disabled={!ready} loading={start.isPending} onClick={() => run(true)}>
          {t('tryIt')}
        </Button>
        <Button disabled={!ready} loading={start.isPending} onClick={() => run(false)}>
          {t('start')}
        </Button>
      </Group>
    </Section>
  )
}
