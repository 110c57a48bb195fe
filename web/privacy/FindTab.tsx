import { Alert, Button, Group, Menu, Text } from '@mantine/core'
import { IconDownload, IconSearch } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'

import { privacy, type Found, type FoundPart, type PersonAsked } from '@pult/contract/privacy'
import { dataKindWords, wayFoundWords } from '@pult/contract/privacy-words'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { Link } from '../platform/Link.tsx'
import { useWordsOf } from '../platform/Reply.tsx'
import { useAct } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useLanguage, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { PersonFields, type ChosenPerson } from './PersonFields.tsx'
import { privacyText } from './privacy-text.ts'

const nobody: ChosenPerson = { of: 'customer', text: '', agentId: null }

/** What a search asks for; null while nothing is chosen. */
function askedOf({ of, text, agentId }: ChosenPerson): PersonAsked | null {
  if (of === 'agent') return agentId === null ? null : { of, agentId }
  return text.trim().length < 3 ? null : { of: 'customer', text: text.trim() }
}

/** Looks a person up, gives her copy out, erases her. */
export function FindTab() {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [chosen, setChosen] = useState(nobody)
  const [found, setFound] = useState<{ readonly asked: PersonAsked; readonly reply: Found } | null>(null)
  const asked = askedOf(chosen)
  // A question that leaves a line in the log is asked by hand and never again by itself.
  const find = useAct(privacy.find, {
    touches: [],
    onDone: (reply, { body }) => setFound({ asked: body, reply }),
  })
  const search = (event: FormEvent): void => {
    event.preventDefault()
    if (asked !== null) find.mutate({ params: { centerId }, body: asked })
  }
  return (
    <>
      <Section>
        <form onSubmit={search}>
          <PersonFields
            kinds={['customer', 'agent']}
            value={chosen}
            onChange={(value) => {
              setChosen(value)
              setFound(null)
            }}
          />
          <Group mt="sm">
            <Button
              type="submit"
              leftSection={<IconSearch size={16} />}
              loading={find.isPending}
              disabled={asked === null}
            >
              {t('find')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed" mt="sm">
            {t('findHint')}
          </Text>
        </form>
      </Section>
      {found !== null && <FoundSection asked={found.asked} found={found.reply} onErased={() => setFound(null)} />}
    </>
  )
}

interface FoundSectionProps {
  readonly asked: PersonAsked
  readonly found: Found
  readonly onErased: () => void
}

function FoundSection({ asked, found, onErased }: FoundSectionProps) {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [isErasing, setErasing] = useState(false)
  const [isCorrecting, setCorrecting] = useState(false)
  return (
    <Section
      title={found.called}
      actions={
        found.parts.length > 0 && (
          <>
            {asked.of === 'agent' ? (
              <Button variant="default" component={Link} to={`/c/${centerId}/settings/agents/${asked.agentId}`}>
                {t('correct')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => setCorrecting(true)}>
                {t('correctNumber')}
              </Button>
            )}
            <CopyMenu asked={asked} />
            <Button color="brick" variant="light" disabled={found.held !== null} onClick={() => setErasing(true)}>
              {asked.of === 'agent' ? t('makeFormer') : t('erase')}
            </Button>
          </>
        )
      }
    >
      {found.held !== null && (
        <Alert mb="sm" color="brass">
          {t('held', { reason: found.held })}
        </Alert>
      )}
      <FoundParts parts={found.parts} />
      {isCorrecting && (
        <CorrectDialog called={found.called} onClose={() => setCorrecting(false)} onCorrected={onErased} />
      )}
      {isErasing && (
        <EraseDialog asked={asked} called={found.called} onClose={() => setErasing(false)} onErased={onErased} />
      )}
    </Section>
  )
}

function FoundParts({ parts }: { readonly parts: readonly FoundPart[] }) {
  const t = useText(privacyText)
  const said = useSaid()
  const formats = useFormats()
  const day = (value: string | null): string => (value === null ? '–' : formats.date(value))
  const columns: ListColumn<FoundPart>[] = [
    { key: 'kind', title: t('kind'), cell: ({ kind }) => said(dataKindWords[kind]) },
    { key: 'way', title: t('way'), cell: ({ way }) => said(wayFoundWords[way]) },
    { key: 'rows', title: t('rows'), isNumber: true, cell: ({ rows }) => formats.number(rows) },
    { key: 'first', title: t('from'), cell: ({ first }) => day(first) },
    { key: 'last', title: t('to'), cell: ({ last }) => day(last) },
  ]
  return (
    <ListTable
      label={t('tab_find')}
      columns={columns}
      rows={parts}
      rowKey={({ kind, way }) => `${kind} ${way}`}
      empty={<EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
    />
  )
}

function CopyMenu({ asked }: { readonly asked: PersonAsked }) {
  const t = useText(privacyText)
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const keep = (format: 'json' | 'xlsx' | 'csv'): void => {
    download(privacy.exportPerson, { params: { centerId }, query: { format, language }, body: asked }).catch(
      (error: unknown) => tell({ kind: 'bad', words: words(error) }),
    )
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t('copy')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => keep('json')}>{t('json')}</Menu.Item>
        <Menu.Item onClick={() => keep('xlsx')}>XLSX</Menu.Item>
        <Menu.Item onClick={() => keep('csv')}>CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
