import { Alert, Badge, Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { career } from '@pult/contract/career'
import type { CandidatesReply, ResultCandidate, ResultQuestion } from '@pult/contract/career-results'
import { center } from '@pult/contract/center'
import { addDays } from '@pult/engine/time'
import { periodInWords, statementText, valueInWords, type ResumeLanguage, type ResumeLine } from '@pult/engine/career'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { MultiPick } from '../ui/MultiPick.tsx'
import { careerText } from './career-text.ts'
import classes from './career.module.css'
import {
  comparisons,
  longestKnown,
  periodPresets,
  periodsOf,
  type PeriodComparison,
  type PeriodPreset,
} from './result-periods.ts'

interface VerifiedFinderProps {
  readonly language: ResumeLanguage
  readonly onSigned: (line: ResumeLine) => void
}

/** Looks into the centre's own data for what changed beyond chance, and has it signed as far as the person discloses it. */
export function VerifiedFinder({ language, onSigned }: VerifiedFinderProps) {
  const t = useText(careerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const [preset, setPreset] = useState<PeriodPreset>('thisYear')
  const [against, setAgainst] = useState<PeriodComparison>('yearBefore')
  const [question, setQuestion] = useState<ResultQuestion>({
    ...periodsOf('thisYear', 'yearBefore', today),
    queueIds: [],
  })
  const [asked, setAsked] = useState<ResultQuestion | null>(null)
  const queues = useReply(center.listQueues, { params: { centerId } })
  const change = (part: Partial<ResultQuestion>): void => setQuestion({ ...question, ...part })
  const choose = (next: PeriodPreset, to: PeriodComparison): void => {
    setPreset(next)
    setAgainst(to)
    if (next !== 'own') change(periodsOf(next, to, today))
  }
  return (
    <Stack gap="md">
      <Text size="sm">{t('fromDataHint')}</Text>
      <Group gap="sm" align="flex-end">
        <Select
          label={t('periods')}
          w={210}
          allowDeselect={false}
          value={preset}
          onChange={(value) => choose(periodPresets.find((one) => one === value) ?? preset, against)}
          data={periodPresets.map((value) => ({ value, label: t(`periods_${value}`) }))}
        />
        {preset !== 'own' && (
          <Select
            label={t('periods_before')}
            w={230}
            allowDeselect={false}
            value={against}
            onChange={(value) => choose(preset, comparisons.find((one) => one === value) ?? against)}
            data={comparisons.map((value) => ({ value, label: t(`against_${value}`) }))}
          />
        )}
        <MultiPick
          label={t('queues')}
          options={(queues.data?.queues ?? []).map(({ queueId, name }) => ({ value: queueId, label: name }))}
          value={question.queueIds}
          onChange={(queueIds) => change({ queueIds: [...queueIds] })}
        />
        <Button onClick={() => setAsked(question)}>{t('findResults')}</Button>
      </Group>
      {preset !== 'own' && <Compared of={question} />}
      {preset === 'own' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {(['period', 'before'] as const).map((name) => (
            <Days
              key={name}
              label={t(`periods_${name}`)}
              value={question[name]}
              onChange={(days) => change({ [name]: days })}
            />
          ))}
        </SimpleGrid>
      )}
      {asked !== null && (
        <Found
          asked={asked}
          language={language}
          onSigned={onSigned}
          onTake={(next, to) => {
            choose(next, to)
            setAsked({ ...question, ...periodsOf(next, to, today) })
          }}
        />
      )}
    </Stack>
  )
}

/** Both periods by their days: nobody need guess where "this year" ends. */
function Compared({ of: { period, before } }: { readonly of: ResultQuestion }) {
  const t = useText(careerText)
  const { language } = useFormats()
  return (
    <Text size="sm" c="dimmed">
      {t('compared', { period: periodInWords(period, language), before: periodInWords(before, language) })}
    </Text>
  )
}

interface DaysProps {
  readonly label: string
  readonly value: ResultQuestion['period']
  readonly onChange: (days: ResultQuestion['period']) => void
}

/** First and last day; the room counts with the day after the last. */
function Days({ label, value, onChange }: DaysProps) {
  const t = useText(careerText)
  return (
    <Group gap="xs" wrap="nowrap" role="group" aria-label={label}>
      <TextInput
        type="date"
        label={`${label}: ${t('firstDay')}`}
        value={value.from}
        onChange={(event) =>
          event.currentTarget.value !== '' && onChange({ ...value, from: event.currentTarget.value })
        }
      />
      <TextInput
        type="date"
        label={t('lastDay')}
        value={addDays(value.to, -1)}
        onChange={(event) =>
          event.currentTarget.value !== '' && onChange({ ...value, to: addDays(event.currentTarget.value, 1) })
        }
      />
    </Group>
  )
}

interface FoundProps {
  readonly asked: ResultQuestion
  readonly language: ResumeLanguage
  readonly onSigned: (line: ResumeLine) => void
}

interface AllFoundProps extends FoundProps {
  /** Takes other periods and asks at once. */
  readonly onTake: (preset: PeriodPreset, against: PeriodComparison) => void
}

function Found({ asked, language, onSigned, onTake }: AllFoundProps) {
  const t = useText(careerText)
  const { centerId } = useCenter()
  const reply = useReply(career.findResults, { params: { centerId }, body: asked })
  return (
    <Reply reply={reply}>
      {(found) => (
        <Stack gap="sm">
          {found.hoursDue > 0 && <Alert color="brass">{t('stillComputing', { count: found.hoursDue })}</Alert>}
          {!found.cover.isAlike && <UnlikeCover cover={found.cover} onTake={onTake} />}
          <Offered found={found} asked={asked} language={language} onSigned={onSigned} />
          {found.cover.isAlike && <NotOffered found={found} />}
        </Stack>
      )}
    </Reply>
  )
}

type UnlikeCoverProps = Pick<CandidatesReply, 'cover'> & Pick<AllFoundProps, 'onTake'>

/** Why the two periods are not compared, and which ones history is long enough for. */
function UnlikeCover({ cover: { period, before, firstDay }, onTake }: UnlikeCoverProps) {
  const t = useText(careerText)
  const formats = useFormats()
  const known = firstDay === null ? null : longestKnown(firstDay, formats.today(Date.now()))
  return (
    <Alert color="brass">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {t('unlikeCover', { period: formats.percent(period, 0), before: formats.percent(before, 0) })}
        </Text>
        {known !== null && (
          <Button variant="default" size="xs" onClick={() => onTake(known.preset, known.against)}>
            {t('takeKnown', {
              period: t(`periods_${known.preset}`).toLocaleLowerCase(),
              against: t(`against_${known.against}`).toLocaleLowerCase(),
            })}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

const offers = ['better', 'neutral'] as const

function Offered({ found, asked, language, onSigned }: FoundProps & { readonly found: CandidatesReply }) {
  const t = useText(careerText)
  const offered = offers.flatMap((verdict) => found.candidates.filter((one) => one.verdict === verdict))
  if (offered.length === 0 || !found.cover.isAlike)
    return found.cover.isAlike && <EmptyState title={t('noneFound')}>{t('noneFoundHint')}</EmptyState>
  return (
    <Stack gap="xs" role="list" aria-label={t('offered')} className={classes['offers']}>
      {offered.map((candidate) => (
        <Offer
          key={candidate.measure}
          candidate={candidate}
          queues={found.queues}
          asked={asked}
          language={language}
          onSigned={onSigned}
        />
      ))}
    </Stack>
  )
}

interface OfferProps extends FoundProps {
  readonly candidate: ResultCandidate
  readonly queues: readonly string[]
}

/** One result as it would be printed; what beside the change is disclosed, she ticks. */
function Offer({ candidate, queues, asked, language, onSigned }: OfferProps) {
  const t = useText(careerText)
  const { centerId } = useCenter()
  const [showValues, setShowValues] = useState(false)
  const [showQueues, setShowQueues] = useState(false)
  const sign = useAct(career.signResult, {
    touches: [career.listResults],
    onDone: ({ resultId, text }) => onSigned({ text: text[language], verifiedResultId: resultId }),
  })
  const { measure, name, unit, change, now, before, verdict } = candidate
  if (change === null || now.value === null || before.value === null) return null
  const statement = {
    name,
    unit,
    change,
    values: showValues ? { now: now.value, before: before.value } : null,
    queues: showQueues && queues.length > 0 ? queues : null,
    period: asked.period,
    before: asked.before,
  }
  return (
    <Group justify="space-between" gap="xs" role="listitem" aria-label={name[language]}>
      <div className={classes['offer']}>
        <Text size="sm" fw={550}>
          {statementText(statement, language)}{' '}
          {verdict === 'neutral' && (
            <Badge size="sm" variant="light" color="gray" tt="none">
              {t('neutral')}
            </Badge>
          )}
        </Text>
        <Group gap="md">
          <Checkbox
            size="xs"
            label={t('showValues', {
              values: `${valueInWords(unit, before.value, language)} → ${valueInWords(unit, now.value, language)}`,
            })}
            checked={showValues}
            onChange={(event) => setShowValues(event.currentTarget.checked)}
          />
          {queues.length > 0 && (
            <Checkbox
              size="xs"
              label={t('showQueues')}
              checked={showQueues}
              onChange={(event) => setShowQueues(event.currentTarget.checked)}
            />
          )}
        </Group>
      </div>
      <Button
        variant="default"
        size="xs"
        loading={sign.isPending}
        onClick={() => sign.mutate({ params: { centerId }, body: { ...asked, measure, showValues, showQueues } })}
      >
        {t('sign')}
      </Button>
    </Group>
  )
}

const reasons = ['noise', 'worse', 'unjudged', 'missing'] as const

/** What was looked at and is no result, with the reason: nobody need wonder where a measure is. */
function NotOffered({ found: { candidates } }: { readonly found: CandidatesReply }) {
  const t = useText(careerText)
  const formats = useFormats()
  const count = candidates.filter(({ verdict }) => reasons.some((reason) => reason === verdict)).length
  if (count === 0) return null
  return (
    <details className={classes['whyNot']}>
      <summary>{t('whyNot', { count })}</summary>
      {reasons.map((reason) => {
        const names = candidates.filter(({ verdict }) => verdict === reason).map(({ name }) => name[formats.language])
        return (
          names.length > 0 && (
            <p key={reason}>
              <strong>{t(`notOffered_${reason}`)}:</strong> {names.join(', ')}.
            </p>
          )
        )
      })}
    </details>
  )
}
