import { Text } from '@mantine/core'

import { market } from '@pult/contract/market'
import { sourceProblems, type SnapshotSummary } from '@pult/contract/market-words'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { uiText } from '../ui/ui-text.ts'
import { useGaveWords } from './gave-words.ts'
import { marketText } from './market-text.ts'
import { sourceText } from './source-text.ts'

interface SnapshotsProps {
  readonly snapshots: readonly SnapshotSummary[]
  readonly mayEdit: boolean
}

/** The dated snapshots: what they hold and how they came about. */
export function Snapshots({ snapshots, mayEdit }: SnapshotsProps) {
  const t = useText(sourceText)
  const said = useText(marketText)
  const formats = useFormats()
  const gave = useGaveWords()
  const problem = useProblemWords()
  const columns: ListColumn<SnapshotSummary>[] = [
    { key: 'day', title: t('day'), cell: ({ takenOn }) => formats.date(takenOn) },
    { key: 'status', title: t('status'), cell: ({ status }) => t(`status_${status}`) },
    { key: 'cause', title: t('cause'), cell: ({ cause, fileName }) => fileName ?? t(`cause_${cause}`) },
    { key: 'vacancies', title: said('naming'), isNumber: true, cell: ({ vacancies }) => formats.number(vacancies, 0) },
    {
      key: 'gave',
      title: t('gave'),
      cell: (snapshot) => (
        <Text size="sm" maw={520}>
          {[
            ...snapshot.counts.map(gave),
            ...(snapshot.counts.length === 0 || snapshot.problem === 'givenUp' ? problem(snapshot.problem) : []),
          ].join(' · ')}
        </Text>
      ),
    },
    {
      key: 'acts',
      title: said('remove'),
      acts: 'words',
      cell: (snapshot) => mayEdit && snapshot.status !== 'running' && <Remove snapshot={snapshot} />,
    },
  ]
  return (
    <ListTable
      label={t('snapshotsTitle')}
      columns={columns}
      rows={snapshots}
      rowKey={({ snapshotId }) => snapshotId}
      atOnce={20}
      empty={<Text>{t('snapshotsNone')}</Text>}
    />
  )
}

function useProblemWords(): (problem: string | null) => string[] {
  const t = useText(sourceText)
  const shared = useText(uiText)
  return (problem) => {
    if (problem === null) return []
    if (problem === 'givenUp') return [shared('workGivenUp')]
    const known = sourceProblems.find((one) => one === problem)
    return [
      known === undefined ? t(problem === 'noSource' ? 'problem_noSource' : 'problem_broken') : t(`problem_${known}`),
    ]
  }
}

function Remove({ snapshot: { snapshotId, takenOn } }: { readonly snapshot: SnapshotSummary }) {
  const t = useText(sourceText)
  const said = useText(marketText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const remove = useAct(market.deleteSnapshot)
  return (
    <ConfirmAct
      title={t('removeSnapshot', { day: formats.date(takenOn) })}
      act={said('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, snapshotId } })}
      size="compact-sm"
    >
      {t('removeSnapshotHint')}
    </ConfirmAct>
  )
}
