import { ActionIcon, Button, Checkbox, Collapse, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowUp, IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import { emptyJob, jobSpan, type RelevanceTo, type ResumeJob, type ResumeLine } from '@pult/engine/career'

import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import { clientsIn, withClient, withoutClient } from './clients.ts'
import { LinesEditor } from './LinesEditor.tsx'
import { moved, replaced, without } from './lines.ts'
import { PickPanel } from './PickPanel.tsx'
import type { Drafting } from './use-draft.ts'
import { useMonth } from './use-month.ts'
import { useRelevance } from './use-relevance.ts'

/** Places of work, the latest first. */
export function ExperienceStep({ drafting }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const { changeResume, draft } = drafting
  const { experience, language } = draft.resume
  const to = useRelevance(draft)
  const [open, setOpen] = useState(0)
  const keep = (jobs: ResumeJob[]): void => changeResume({ experience: jobs })
  return (
    <>
      {experience.map((job, place) => (
        <Section
          // oxlint-disable-next-line react/no-array-index-key -- a job is its place: everything else of it is being typed
          key={place}
          title={
            job.position === '' && job.company === ''
              ? t('newJob')
              : [job.position, job.company].filter(Boolean).join(', ')
          }
          actions={
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                aria-label={t('up')}
                disabled={place === 0}
                onClick={() => keep(moved(experience, place, -1))}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ConfirmAct
                title={t('removeJobTitle')}
                act={t('remove')}
                onAct={() => Promise.resolve(keep(without(experience, place)))}
                trigger={(ask) => (
                  <ActionIcon aria-label={t('removeJob')} onClick={ask}>
                    <IconTrash size={16} />
                  </ActionIcon>
                )}
              >
                {t('removeJobHint')}
              </ConfirmAct>
              <ActionIcon
                aria-label={t(open === place ? 'fold' : 'unfold')}
                aria-expanded={open === place}
                onClick={() => setOpen(open === place ? -1 : place)}
              >
                {open === place ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
              </ActionIcon>
            </Group>
          }
        >
          <Collapse expanded={open === place}>
            <JobForm
              job={job}
              to={to}
              language={language}
              onChange={(next) => keep(replaced(experience, place, next))}
            />
          </Collapse>
        </Section>
      ))}
      <Button
        variant="default"
        onClick={() => {
          // The one still held comes first; a former one goes to the end.
          setOpen(experience.length)
          keep([...experience, emptyJob])
        }}
      >
        {t('addJob')}
      </Button>
    </>
  )
}

interface JobFormProps {
  readonly job: ResumeJob
  readonly to: RelevanceTo
  readonly language: 'ru' | 'en'
  readonly onChange: (job: ResumeJob) => void
}

const jobFields = ['position', 'company', 'companyAbout', 'site', 'city'] as const

function JobForm({ job, to, language, onChange }: JobFormProps) {
  const t = useText(careerText)
  const month = useMonth()
  const change = (part: Partial<ResumeJob>): void => onChange({ ...job, ...part })
  const isBackwards = job.from !== '' && jobSpan(job, month) === null
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {jobFields.map((field) => (
          <TextInput
            key={field}
            label={t(`job_${field}`)}
            maxLength={field === 'companyAbout' ? 1000 : 200}
            value={job[field]}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <MonthField label={t('job_from')} value={job.from} onChange={(from) => change({ from })} />
          <MonthField
            label={t('job_to')}
            value={job.to ?? ''}
            disabled={job.to === null}
            {...(isBackwards ? { error: t('periodBackwardsHere') } : {})}
            onChange={(end) => change({ to: end })}
          />
        </Group>
      </SimpleGrid>
      <Checkbox
        label={t('stillThere')}
        checked={job.to === null}
        onChange={(event) => change({ to: event.currentTarget.checked ? null : month })}
      />
      <TextLines kind="duty" lines={job.duties} to={to} language={language} onChange={(duties) => change({ duties })} />
      <TextLines
        kind="project"
        lines={job.projects}
        to={to}
        language={language}
        onChange={(projects) => change({ projects })}
      />
      <PickPanel
        kind="client"
        language={language}
        to={to}
        chosen={clientsIn(job.projects, language)}
        onPick={(name) => change({ projects: withClient(job.projects, name, language) })}
        onDrop={(name) => change({ projects: withoutClient(job.projects, name, language) })}
      />
      <Text size="sm" c="dimmed">
        {t('resultsNext')}
      </Text>
    </Stack>
  )
}

interface MonthFieldProps {
  readonly label: string
  readonly value: string
  readonly disabled?: boolean
  readonly error?: string
  readonly onChange: (month: string) => void
}

const MONTH = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/

/** A month or a bare year. What is half typed stays in the field until it is one. */
function MonthField({ label, value, disabled = false, error, onChange }: MonthFieldProps) {
  const t = useText(careerText)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? shownMonth(value)
  const read = (text: string): string | null => {
    const turned = /^(\d{1,2})[./-](\d{4})$/.exec(text.trim())
    const plain = turned === null ? text.trim() : `${turned[2]}-${(turned[1] ?? '').padStart(2, '0')}`
    return plain === '' || MONTH.test(plain) ? plain : null
  }
  const isUnread = typed !== null && read(typed) === null
  return (
    <TextInput
      label={label}
      placeholder={t('monthFormat')}
      disabled={disabled}
      value={disabled ? '' : shown}
      error={isUnread ? t('notAMonth') : error}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const month = read(text)
        if (month !== null) onChange(month)
      }}
      onBlur={() => {
        if (!isUnread) setTyped(null)
      }}
    />
  )
}

const shownMonth = (month: string): string => {
  const [year = '', inYear] = month.split('-')
  return inYear === undefined ? year : `${inYear}.${year}`
}

interface TextLinesProps {
  readonly kind: 'duty' | 'project'
  readonly lines: readonly string[]
  readonly to: RelevanceTo
  readonly language: 'ru' | 'en'
  readonly onChange: (lines: string[]) => void
}

const ownLine = (text: string): ResumeLine => ({ text, verifiedResultId: null })

/** Lines of a job beside the list they are picked from. */
function TextLines({ kind, lines, to, language, onChange }: TextLinesProps) {
  const t = useText(careerText)
  return (
    <Stack gap="xs">
      <Text fw={600}>{t(`chosen_${kind}`)}</Text>
      <LinesEditor
        label={t(`chosen_${kind}`)}
        lines={lines.map(ownLine)}
        onChange={(next) => onChange(next.map(({ text }) => text))}
      />
      <PickPanel
        kind={kind}
        language={language}
        to={to}
        chosen={lines}
        onPick={(text) => onChange([...lines, text])}
        onDrop={(text) => onChange(lines.filter((one) => one !== text))}
      />
    </Stack>
  )
}
