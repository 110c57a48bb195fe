import { Alert, Badge, Button, Group, Progress, SegmentedControl, Select, Stack, Tabs, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { career, type ResumeReply } from '@pult/contract/career'
import type { ResumeSummary } from '@pult/contract/career-words'
import { isExample, resumeDone, resumeProgress, type PartState } from '@pult/engine/career'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { forget, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { Page } from '../ui/Page.tsx'
import { BeginPanel } from './BeginPanel.tsx'
import { careerText } from './career-text.ts'
import { careerSteps, careerView, type CareerStep } from './career-view.ts'
import classes from './career.module.css'
import { LeftOver } from './LeftOver.tsx'
import { Preview } from './Preview.tsx'
import { SaveState } from './SaveState.tsx'
import { Step } from './Step.tsx'
import { useDraft } from './use-draft.ts'
import { useMonth } from './use-month.ts'

/** The own résumé: step by step, with what it will look like beside it. */
export function CareerPage() {
  const t = useText(careerText)
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(careerView)
  const [isBeginning, setBeginning] = useState(false)
  const reply = useReply(career.listResumes, { params: { centerId } })
  const all = reply.data?.resumes ?? []
  const chosen = all.find(({ resumeId }) => resumeId === view.of) ?? all[0]
  const begin = (of: number): void => {
    setBeginning(false)
    setView({ of, step: 'about' })
  }
  const labelOf = ({ desiredPosition, language, changedAt }: ResumeSummary): string =>
    `${desiredPosition || t('untitled')} (${language}), ${formats.dateTime(Date.parse(changedAt))}`
  return (
    <Page
      title={t('career')}
      subtitle={t('hint')}
      printHeader={centerName}
      actions={
        chosen !== undefined &&
        !isBeginning && (
          <Button variant="default" onClick={() => setBeginning(true)}>
            {t('another')}
          </Button>
        )
      }
      toolbar={
        all.length > 1 &&
        chosen !== undefined &&
        !isBeginning && (
          <Select
            aria-label={t('chosenResume')}
            w={420}
            maw="100%"
            allowDeselect={false}
            value={String(chosen.resumeId)}
            onChange={(value) => setView({ of: Number(value) })}
            data={all.map((one) => ({ value: String(one.resumeId), label: labelOf(one) }))}
          />
        )
      }
    >
      <Reply reply={reply}>
        {() =>
          chosen === undefined || isBeginning ? (
            <BeginPanel onBegun={begin} {...(chosen === undefined ? {} : { onCancel: () => setBeginning(false) })} />
          ) : (
            <OpenResume
              key={chosen.resumeId}
              resumeId={chosen.resumeId}
              onDeleted={() => setView({ of: null, step: 'about' })}
            />
          )
        }
      </Reply>
    </Page>
  )
}

interface OpenResumeProps {
  readonly resumeId: number
  readonly onDeleted: () => void
}

function OpenResume({ resumeId, onDeleted }: OpenResumeProps) {
  const { centerId } = useCenter()
  const queryClient = useQueryClient()
  const [generation, setGeneration] = useState(0)
  // Always asked anew: what another window has saved meanwhile must not be taken for one's own.
  const reply = useReply(career.readResume, { params: { centerId, resumeId } }, { freshMs: 0 })
  const loadNewest = async (): Promise<void> => {
    await forget(queryClient, [career.readResume])
    setGeneration(generation + 1)
  }
  // A kept reply of an earlier visit is older than what was typed since: the wizard opens with the fresh one.
  if (!reply.isFetchedAfterMount) return <LoadingState />
  return (
    <Reply reply={reply}>
      {(resume) => (
        <Wizard key={generation} reply={resume} onLoadNewest={() => void loadNewest()} onDeleted={onDeleted} />
      )}
    </Reply>
  )
}

interface WizardProps {
  readonly reply: ResumeReply
  readonly onLoadNewest: () => void
  readonly onDeleted: () => void
}

function Wizard({ reply, onLoadNewest, onDeleted }: WizardProps) {
  const t = useText(careerText)
  const month = useMonth()
  const drafting = useDraft(reply)
  const [view, setView] = useView(careerView)
  const [shown, setShown] = useState<'form' | 'preview'>('form')
  const { resume } = drafting.draft
  const progress = resumeProgress(resume, month)
  const place = careerSteps.indexOf(view.step)
  const next = careerSteps[place + 1]
  const steps = useRef<HTMLDivElement>(null)
  // On a phone the tabs are wider than the page; and a long step ends far below where the next one begins.
  useEffect(() => {
    steps.current?.children[place]?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [place])
  return (
    <Stack gap="md">
      <Done progress={progress} />
      <Group justify="space-between" gap="sm">
        <SaveState state={drafting.state} onOverwrite={() => void drafting.overwrite()} onLoadNewest={onLoadNewest} />
        <SegmentedControl
          className={classes['switch']}
          aria-label={t('whatIsShown')}
          value={shown}
          onChange={(value) => setShown(value === 'preview' ? 'preview' : 'form')}
          data={[
            { value: 'form', label: t('form') },
            { value: 'preview', label: t('preview') },
          ]}
        />
      </Group>
      <Tabs
        value={view.step}
        onChange={(value) => setView({ step: careerSteps.find((one) => one === value) ?? 'about' })}
      >
        <Tabs.List ref={steps} className={`no-print ${classes['tabs']}`}>
          {careerSteps.map((step, index) => (
            <Tabs.Tab key={step} value={step} rightSection={<Missing progress={progress} step={step} />}>
              {index + 1}. {t(`step_${step}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className={classes['desk']} data-shown={shown}>
        <div className={classes['form']}>
          <Stack gap="md">
            {isExample(resume) && (view.step === 'about' || view.step === 'files') && (
              <Alert color="brass" title={t('example')}>
                {t('exampleHint')}
              </Alert>
            )}
            <LeftOver drafting={drafting} />
            <Step step={view.step} drafting={drafting} letters={reply.letters} onDeleted={onDeleted} />
            {next !== undefined && (
              <Group justify="flex-end">
                <Button onClick={() => setView({ step: next })}>{t('next', { step: t(`step_${next}`) })}</Button>
              </Group>
            )}
          </Stack>
        </div>
        <div className={classes['side']}>
          <Preview resume={resume} />
        </div>
      </div>
    </Stack>
  )
}

function Done({ progress }: { readonly progress: readonly PartState[] }) {
  const t = useText(careerText)
  const formats = useFormats()
  const done = resumeDone(progress)
  const words = t('done', { share: formats.percent(done, 0) })
  return (
    <div className="no-print">
      <Text size="sm">{words}</Text>
      <Progress value={done * 100} aria-label={words} />
    </div>
  )
}

interface MissingProps {
  readonly progress: readonly PartState[]
  readonly step: CareerStep
}

/** How many things of a step are still missing. */
function Missing({ progress, step }: MissingProps) {
  const t = useText(careerText)
  const missing = progress.find(({ part }) => part === step)?.missing.length ?? 0
  if (missing === 0) return null
  return (
    <Badge size="sm" circle variant="light" color="brass" aria-label={t('missingCount', { count: missing })}>
      {missing}
    </Badge>
  )
}
