import { Badge, Button, Group, Text } from '@mantine/core'

import { definitions, type ChangeableDefinition, type DefinitionVersion } from '@pult/contract/definitions'
import { readReference } from '@pult/engine/measures'

import { useCenter, useMay } from '../../platform/center.tsx'
import { Link } from '../../platform/Link.tsx'
import { paths } from '../../platform/paths.ts'
import { Reply } from '../../platform/Reply.tsx'
import { useAct, useReply } from '../../platform/replies.ts'
import { defineView, inAddress, useView } from '../../platform/view.ts'
import { ConfirmAct } from '../../ui/ConfirmAct.tsx'
import { useFormats, useLanguage, useText } from '../../ui/language.tsx'
import { ListTable, type ListColumn } from '../../ui/ListTable.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { useWho } from '../../ui/who.ts'
import classes from '../measures.module.css'
import { DefinitionDialog } from './DefinitionDialog.tsx'
import { definitionsText } from './definitions-text.ts'
import { sayParameters } from './say-parameters.ts'

/** `try`: a definition that is to be changed, as a reference: `ahtSeconds(parts=talk)`; `ahtSeconds` as it holds. */
const definitionsView = defineView({ try: inAddress.text() })

/** What the centre's measures mean, and since when. */
export function DefinitionsPage() {
  const t = useText(definitionsText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editDefinitions')
  const [view, setView] = useView(definitionsView)
  const reply = useReply(definitions.list, { params: { centerId } })
  const tried = readTried(view.try)
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <Reply reply={reply}>
        {(data) => {
          const opened = data.definitions.find(({ measureId }) => measureId === tried?.id)
          return (
            <>
              {data.definitions.map((definition) => (
                <OneDefinition
                  key={definition.measureId}
                  definition={definition}
                  onChange={mayEdit ? () => setView({ try: definition.measureId }) : null}
                />
              ))}
              {mayEdit && opened !== undefined && tried !== null && (
                <DefinitionDialog definition={opened} tried={tried.parameters} onClose={() => setView({ try: '' })} />
              )}
            </>
          )
        }}
      </Reply>
    </Page>
  )
}

/** What an address asks to try; null for nothing or nonsense. */
function readTried(reference: string) {
  if (reference === '') return null
  try {
    const asked = readReference(reference)
    if (asked.kind === 'byDays') return { id: asked.id, parameters: null }
    return asked.kind === 'tried' ? { id: asked.id, parameters: asked.parameters } : null
  } catch {
    return null
  }
}

interface OneDefinitionProps {
  readonly definition: ChangeableDefinition
  readonly onChange: (() => void) | null
}

function OneDefinition({ definition, onChange }: OneDefinitionProps) {
  const t = useText(definitionsText)
  const language = useLanguage()
  const formats = useFormats()
  const { centerId } = useCenter()
  const { measureId, name, published, versions, inForce } = definition
  const holds = versions.find(({ version }) => version === inForce)
  const said = holds === undefined ? t('asPult') : sayParameters(definition, holds.parameters, formats)
  const references = [
    published.reference,
    ...versions.filter((one) => one.withdrawnAt === null).map((one) => one.reference),
  ]
  return (
    <Section
      title={name[language]}
      actions={
        <Group gap="xs">
          {references.length > 1 && (
            <Button
              component={Link}
              variant="subtle"
              to={`${paths.measures(centerId)}?by=day&tab=chart&period=this-month&compare=none&measures=${references.slice(0, 4).join(',')}`}
            >
              {t('compare')}
            </Button>
          )}
          {onChange !== null && (
            <Button variant="default" aria-label={t('changeOf', { name: name[language] })} onClick={onChange}>
              {t('change')}
            </Button>
          )}
        </Group>
      }
    >
      <Text size="sm" mb="xs">
        {t('now', { formula: (holds ?? published).formula[language] })}{' '}
        <Text span size="sm" c="dimmed">
          ({said === '' ? t('asPult') : said})
        </Text>
      </Text>
      {versions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <Versions definition={definition} measureId={measureId} />
      )}
    </Section>
  )
}

type State = 'holds' | 'held' | 'waits' | 'withdrawn'

function stateOf(version: DefinitionVersion, inForce: number | null, today: string): State {
  if (version.withdrawnAt !== null) return 'withdrawn'
  if (version.validFrom > today) return 'waits'
  return version.version === inForce ? 'holds' : 'held'
}

const tones: Readonly<Record<State, string>> = { holds: 'pine', held: 'gray', waits: 'brass', withdrawn: 'gray' }

function Versions({
  definition,
  measureId,
}: {
  readonly definition: ChangeableDefinition
  readonly measureId: string
}) {
  const t = useText(definitionsText)
  const formats = useFormats()
  const language = useLanguage()
  const who = useWho()
  const mayEdit = useMay('editDefinitions')
  const today = formats.today(Date.now())
  const columns: ListColumn<DefinitionVersion>[] = [
    { key: 'version', title: t('version'), cell: ({ version }) => version },
    {
      key: 'from',
      title: t('validFrom'),
      cell: ({ validFrom }) => <span className={classes['whole']}>{formats.date(validFrom)}</span>,
    },
    {
      key: 'what',
      title: t('what'),
      cell: ({ parameters, formula }) => {
        const said = sayParameters(definition, parameters, formats)
        return (
          <>
            <Text size="sm">{said === '' ? t('asPult') : said}</Text>
            <Text size="xs" c="dimmed">
              {formula[language]}
            </Text>
          </>
        )
      },
    },
    { key: 'why', title: t('why'), cell: ({ reason }) => reason },
    {
      key: 'who',
      title: t('who'),
      cell: ({ createdByName, createdAt }) => t('by', { name: who(createdByName), when: formats.dateTime(createdAt) }),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (one) => {
        const state = stateOf(one, definition.inForce, today)
        return (
          <Badge variant="light" radius="sm" tt="none" miw="max-content" color={tones[state]}>
            {t(`state_${state}`)}
          </Badge>
        )
      },
    },
    {
      key: 'acts',
      title: t('withdraw'),
      acts: 'words',
      cell: (one) =>
        mayEdit && stateOf(one, definition.inForce, today) === 'waits' ? (
          <Withdraw measureId={measureId} version={one.version} />
        ) : null,
    },
  ]
  return (
    <ListTable
      label={definition.name[language]}
      columns={columns}
      rows={definition.versions}
      rowKey={({ version }) => version}
      empty={null}
    />
  )
}

function Withdraw({ measureId, version }: { readonly measureId: string; readonly version: number }) {
  const t = useText(definitionsText)
  const { centerId } = useCenter()
  const withdraw = useAct(definitions.withdraw)
  return (
    <ConfirmAct
      title={t('withdraw')}
      act={t('withdraw')}
      onAct={() => withdraw.mutateAsync({ params: { centerId, measureId, version } })}
      trigger={(ask) => (
        <Button variant="subtle" size="compact-sm" onClick={ask}>
          {t('withdraw')}
        </Button>
      )}
    >
      {t('withdrawAsk', { version })}
    </ConfirmAct>
  )
}
