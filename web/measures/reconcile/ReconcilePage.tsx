import { Button, Group, Text, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'

import { center as centerRoutes } from '@pult/contract/center'
import { reconciliations, type OldReport } from '@pult/contract/reconciliations'
import type { ColumnMeaning } from '@pult/engine/measures'

import { useCenter } from '../../platform/center.tsx'
import { Link } from '../../platform/Link.tsx'
import { paths } from '../../platform/paths.ts'
import { Reply } from '../../platform/Reply.tsx'
import { useAct, useReply } from '../../platform/replies.ts'
import { defineView, inAddress, useView } from '../../platform/view.ts'
import { useFormats, useText } from '../../ui/language.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Page } from '../../ui/Page.tsx'
import { addDays, daysOf } from '../../ui/period.ts'
import { KeptReconciliations } from './KeptReconciliations.tsx'
import { readPasted } from './pasted-report.ts'
import { reconcileText } from './reconcile-text.ts'
import { ReportPaste } from './ReportPaste.tsx'
import { ReportResult } from './ReportResult.tsx'

const reconcileView = defineView({ kept: inAddress.maybeNumber() })

/** Why an old report tells other figures than Pult. */
export function ReconcilePage() {
  const t = useText(reconcileText)
  const { centerId, centerName } = useCenter()
  const [{ kept }, setState] = useView(reconcileView)
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      printHeader={centerName}
      breadcrumbs={[
        <Link key="measures" to={paths.measures(centerId)}>
          {t('measures')}
        </Link>,
      ]}
      actions={
        kept !== null && (
          <Button variant="default" onClick={() => setState({ kept: null })}>
            {t('newOne')}
          </Button>
        )
      }
    >
      {kept === null ? <NewReconciliation onKept={(id) => setState({ kept: id })} /> : <Kept id={kept} />}
      <KeptReconciliations
        onOpen={(id) => setState({ kept: id }, { asStep: true })}
        open={kept}
        onGone={() => setState({ kept: null })}
      />
    </Page>
  )
}

function Kept({ id }: { readonly id: number }) {
  const { centerId } = useCenter()
  const reply = useReply(reconciliations.read, { params: { centerId, reconciliationId: id } })
  return <Reply reply={reply}>{(data) => <ReportResult found={data.reply} />}</Reply>
}

function NewReconciliation({ onKept }: { readonly onKept: (id: number) => void }) {
  const t = useText(reconcileText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [text, setText] = useState('')
  const [days, setDays] = useState(() => daysOf('last-month', formats.today(Date.now())))
  const [meanings, setMeanings] = useState<Readonly<Record<number, ColumnMeaning>>>({})
  const [chosenQueues, setChosenQueues] = useState<Readonly<Record<string, number | null>>>({})
  const queues = useReply(centerRoutes.listQueues, { params: { centerId } }).data?.queues
  const late = useDeferredValue(text)
  const pasted = useMemo(
    () => readPasted(late, meanings, queues ?? [], chosenQueues, Number(days.from.slice(0, 4))),
    [late, meanings, queues, chosenQueues, days.from],
  )
  const explain = useAct(reconciliations.explain, { touches: [] })
  const span = pasted.days ?? days
  const report: OldReport = { from: span.from, to: addDays(span.to, 1), rows: [...pasted.rows] }
  const forget = <Value,>(set: (value: Value) => void, value: Value): void => {
    set(value)
    explain.reset()
  }
  return (
    <>
      <ReportPaste
        text={text}
        onText={(value) => forget(setText, value)}
        days={days}
        onDays={(value) => forget(setDays, value)}
        pasted={pasted}
        queues={queues ?? []}
        onMeaning={(column, meaning) => forget(setMeanings, { ...meanings, [column]: meaning })}
        onQueue={(name, queueId) => forget(setChosenQueues, { ...chosenQueues, [name]: queueId })}
      />
      <Group className="no-print">
        <Button
          disabled={pasted.rows.length === 0 || span.to < span.from}
          loading={explain.isPending}
          onClick={() => explain.mutate({ params: { centerId }, body: report })}
        >
          {t('explain')}
        </Button>
      </Group>
      {explain.isPending && (
        <>
          <Text c="dimmed">{t('explaining')}</Text>
          <LoadingState />
        </>
      )}
      {explain.data !== undefined && !explain.isPending && (
        <>
          <ReportResult found={explain.data} />
          <Keep report={report} onKept={onKept} />
        </>
      )}
    </>
  )
}

function Keep({ report, onKept }: { readonly report: OldReport; readonly onKept: (id: number) => void }) {
  const t = useText(reconcileText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [name, setName] = useState(() => formats.dateRange(report.from, addDays(report.to, -1)))
  const keep = useAct(reconciliations.keep, {
    touches: [reconciliations.list],
    done: t('keptDone'),
    onDone: ({ reconciliationId }) => onKept(reconciliationId),
  })
  return (
    <Group align="flex-end" className="no-print">
      <TextInput
        label={t('keepName')}
        w={320}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={name.trim() === ''}
        loading={keep.isPending}
        onClick={() => keep.mutate({ params: { centerId }, body: { ...report, name } })}
      >
        {t('keep')}
      </Button>
    </Group>
  )
}
