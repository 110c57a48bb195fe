import { Alert, Button, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'

import { simulation, type WhatIf, type WhatIfResult } from '@pult/contract/simulation'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailedWork } from '../ui/FailedWork.tsx'
import { useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ProgressPanel } from '../ui/ProgressPanel.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { Compared, shownFigures, titles, useShown } from './Compared.tsx'
import { IntervalChart } from './IntervalChart.tsx'
import { NewWhatIfDialog } from './NewWhatIfDialog.tsx'
import { Scenarios } from './Scenarios.tsx'
import { simulationText } from './simulation-text.ts'
import { simulationView } from './simulation-view.ts'
import { WhatIfExport } from './WhatIfExport.tsx'

const LIVE = ['simulation']

/** A day of the centre tried differently: its model against the day, scenarios side by side. */
export function WhatIfPage() {
  const t = useText(simulationText)
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(simulationView)
  const [isMaking, setMaking] = useState(false)
  const list = useReply(simulation.listWhatIfs, { params: { centerId } }, { live: LIVE })
  const whatIfs = list.data?.whatIfs ?? []
  const chosen = whatIfs.find(({ whatIfId }) => whatIfId === view.whatIf) ?? whatIfs[0]
  const mayEdit = useMay('editSimulation')
  const make = mayEdit && <Button onClick={() => setMaking(true)}>{t('make')}</Button>
  return (
    <Page
      title={t('whatIf')}
      subtitle={t('hint')}
      printHeader={centerName}
      actions={make}
      toolbar={
        chosen !== undefined && (
          <>
            <Select
              aria-label={t('chosen')}
              w={280}
              allowDeselect={false}
              value={String(chosen.whatIfId)}
              onChange={(value) => setView({ whatIf: Number(value) })}
              data={whatIfs.map(({ whatIfId, name }) => ({ value: String(whatIfId), label: name }))}
            />
            {chosen.status === 'done' && <WhatIfExport whatIfId={chosen.whatIfId} />}
            {mayEdit && <Remove whatIfId={chosen.whatIfId} />}
          </>
        )
      }
    >
      <Reply reply={list}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={t('none')} actions={make}>
              {t('noneHint')}
            </EmptyState>
          ) : (
            <Tried key={chosen.whatIfId} whatIfId={chosen.whatIfId} />
          )
        }
      </Reply>
      {isMaking && <NewWhatIfDialog onClose={() => setMaking(false)} onMade={(whatIf) => setView({ whatIf })} />}
    </Page>
  )
}

function Remove({ whatIfId }: { readonly whatIfId: number }) {
  const t = useText(simulationText)
  const { centerId } = useCenter()
  const remove = useAct(simulation.deleteWhatIf, { touches: [simulation.listWhatIfs] })
  return (
    <ConfirmAct
      title={t('removeTitle')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, whatIfId } })}
    >
      {t('removeHint')}
    </ConfirmAct>
  )
}

function Tried({ whatIfId }: { readonly whatIfId: number }) {
  const { centerId } = useCenter()
  const reply = useReply(simulation.readWhatIf, { params: { centerId, whatIfId } }, { live: LIVE, keepFormer: true })
  return <Reply reply={reply}>{(whatIf) => <Outcome whatIf={whatIf} />}</Reply>
}

/** Why it could not be run; the same days are run again. */
function Failed({ whatIf: { whatIfId, name, scenarios, version, problem } }: { readonly whatIf: WhatIf }) {
  const t = useText(simulationText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editSimulation')
  const again = useAct(simulation.changeWhatIf, { touches: [simulation.readWhatIf, simulation.listWhatIfs] })
  const isOfTheDay = problem === 'noLoad' || problem === 'noAgents'
  const params = { centerId, whatIfId }
  return (
    <FailedWork
      title={t('failed')}
      problem={problem}
      onAgain={mayEdit && !isOfTheDay ? () => again.mutate({ params, body: { name, scenarios, version } }) : undefined}
      isBusy={again.isPending}
    >
      {t(isOfTheDay ? `problem_${problem}` : 'problem_broken')}
    </FailedWork>
  )
}

function Outcome({ whatIf }: { readonly whatIf: WhatIf }) {
  const t = useText(simulationText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editSimulation')
  const cancel = useAct(simulation.cancelWhatIf, { touches: [simulation.readWhatIf, simulation.listWhatIfs] })
  const { status, base, results, name, progress, whatIfId } = whatIf
  if (status === 'failed') return <Failed whatIf={whatIf} />
  return (
    <Stack gap="md">
      {(status === 'waiting' || status === 'running') && (
        <ProgressPanel
          title={t('running', { name })}
          fraction={progress}
          detail={t('runningHint')}
          {...(mayEdit ? { onCancel: () => cancel.mutate({ params: { centerId, whatIfId } }) } : {})}
        />
      )}
      {status === 'cancelled' && <Alert color="brass">{t('cancelled')}</Alert>}
      {base !== null && mayEdit && (
        <Section title={t('scenarios')}>
          <Scenarios whatIf={whatIf} />
        </Section>
      )}
      {results !== null && (
        <Section title={t('compare')}>
          <Compared whatIf={whatIf} results={results} />
        </Section>
      )}
      {results !== null && <IntervalChart whatIf={whatIf} results={results} />}
      {base?.seen !== null && base !== null && results?.[0] !== undefined && (
        <Section title={t('trust')}>
          <Trust seen={base.seen} modelled={results[0]} />
          <Text size="sm" c="dimmed">
            {t('trustHint')}
          </Text>
        </Section>
      )}
    </Stack>
  )
}

interface TrustProps {
  readonly seen: NonNullable<NonNullable<WhatIf['base']>['seen']>
  readonly modelled: WhatIfResult
}

function Trust({ seen, modelled }: TrustProps) {
  const t = useText(simulationText)
  const show = useShown()
  const was = { ...seen.total, occupancy: seen.occupancy }
  return (
    <ScrollTable minWidth={420}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {shownFigures.map((name) => (
              <Table.Th key={name} ta="right">
                {t(titles[name])}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>{t('seen')}</Table.Td>
            {shownFigures.map((name) => (
              <Table.Td key={name} ta="right">
                {show(name, was[name])}
              </Table.Td>
            ))}
          </Table.Tr>
          <Table.Tr>
            <Table.Td>{t('modelled')}</Table.Td>
            {shownFigures.map((name) => (
              <Table.Td key={name} ta="right">
                {show(name, modelled.total[name].mean)}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
