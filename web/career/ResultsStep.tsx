import { Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { kpiTemplate, templateOf, type ResumeLine } from '@pult/engine/career'

import { useMay } from '../platform/center.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import { LinesEditor } from './LinesEditor.tsx'
import { replaced } from './lines.ts'
import { PickPanel } from './PickPanel.tsx'
import type { Drafting } from './use-draft.ts'
import { useRelevance } from './use-relevance.ts'
import { VerifiedFinder } from './VerifiedFinder.tsx'

const kinds = ['resultWithFigure', 'kpi', 'result'] as const

/** What came of it, job by job: proven by the centre's data, with a figure of one's own, or without one. */
export function ResultsStep({ drafting: { draft, changeResume } }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const mayTakeFigures = useMay('exportMeasures')
  const { experience, language } = draft.resume
  const to = useRelevance(draft)
  const [place, setPlace] = useState(0)
  const job = experience[place] ?? experience[0]
  if (job === undefined) return <EmptyState title={t('noJob')}>{t('noJobHint')}</EmptyState>
  const keep = (results: ResumeLine[]): void =>
    changeResume({ experience: replaced(experience, experience.indexOf(job), { ...job, results }) })
  const add = (line: ResumeLine): void => {
    if (!job.results.some(({ text }) => templateOf(text) === line.text)) keep([...job.results, line])
  }
  return (
    <>
      <Section title={t('resultsOf')}>
        <Stack gap="md">
          <Select
            label={t('ofJob')}
            allowDeselect={false}
            value={String(experience.indexOf(job))}
            onChange={(value) => setPlace(Number(value))}
            data={experience.map(({ position, company }, index) => ({
              value: String(index),
              label: [position, company].filter(Boolean).join(', ') || t('newJob'),
            }))}
          />
          <LinesEditor label={t('chosen_result')} lines={job.results} onChange={keep} />
          {job.results.length === 0 && <Text size="sm">{t('noResultsYet')}</Text>}
        </Stack>
      </Section>
      {mayTakeFigures && (
        <Section title={t('fromData')}>
          <VerifiedFinder language={language} onSigned={add} />
        </Section>
      )}
      <Section title={t('fromLists')}>
        <Stack gap="lg">
          <Text size="sm">{t('blanksHint')}</Text>
          {kinds.map((kind) => (
            <PickPanel
              key={kind}
              kind={kind}
              language={language}
              to={to}
              chosen={job.results.map(({ text }) => templateOf(text))}
              onPick={(text) => add({ text, verifiedResultId: null })}
              onDrop={(text) => keep(job.results.filter((line) => templateOf(line.text) !== text))}
              {...(kind === 'kpi' ? { lineOf: (entry) => kpiTemplate(entry, language) } : {})}
            />
          ))}
        </Stack>
      </Section>
    </>
  )
}
