import { ActionIcon, Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import classes from './career.module.css'
import { replaced, without } from './lines.ts'
import { PickPanel } from './PickPanel.tsx'
import type { Drafting } from './use-draft.ts'
import { useRelevance } from './use-relevance.ts'

/** Education, courses, languages, awards. */
export function LearningStep({ drafting: { draft, changeResume } }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const { education, courses, languages, awards, language } = draft.resume
  const to = useRelevance(draft)
  return (
    <>
      <Section title={t('education')}>
        <Entries
          entries={education}
          texts={['institution', 'faculty', 'speciality']}
          hasYear
          fresh={{ institution: '', faculty: '', speciality: '', year: null }}
          add={t('addEducation')}
          onChange={(next) => changeResume({ education: next })}
        />
      </Section>
      <Section title={t('courses')}>
        <Entries
          entries={courses}
          texts={['name', 'organisation']}
          hasYear
          fresh={{ name: '', organisation: '', year: null }}
          add={t('addCourse')}
          onChange={(next) => changeResume({ courses: next })}
        >
          <PickPanel
            kind="course"
            language={language}
            to={to}
            chosen={courses.map(({ name }) => name)}
            onPick={(name) => changeResume({ courses: [...courses, { name, organisation: '', year: null }] })}
            onDrop={(name) => changeResume({ courses: courses.filter((one) => one.name !== name) })}
          />
        </Entries>
      </Section>
      <Section title={t('languages')}>
        <Entries
          entries={languages}
          texts={['name', 'level']}
          fresh={{ name: '', level: '' }}
          add={t('addLanguage')}
          onChange={(next) => changeResume({ languages: next })}
        />
      </Section>
      <Section title={t('awards')}>
        <Entries
          entries={awards}
          texts={['name']}
          hasYear
          fresh={{ name: '', year: null }}
          add={t('addAward')}
          onChange={(next) => changeResume({ awards: next })}
        >
          <PickPanel
            kind="award"
            language={language}
            to={to}
            chosen={awards.map(({ name }) => name)}
            onPick={(name) => changeResume({ awards: [...awards, { name, year: null }] })}
            onDrop={(name) => changeResume({ awards: awards.filter((one) => one.name !== name) })}
          />
        </Entries>
      </Section>
    </>
  )
}

type TextName = 'institution' | 'faculty' | 'speciality' | 'name' | 'organisation' | 'level'
type Entry = Partial<Readonly<Record<TextName, string>>> & { readonly year?: number | null }

interface EntriesProps<One extends Entry> {
  readonly entries: readonly One[]
  readonly texts: readonly (TextName & keyof One)[]
  readonly hasYear?: boolean
  readonly fresh: One
  readonly add: string
  readonly onChange: (entries: One[]) => void
  readonly children?: ReactNode
}

/** Short entries of one kind, each a row of fields. */
function Entries<One extends Entry>({
  entries,
  texts,
  hasYear = false,
  fresh,
  add,
  onChange,
  children,
}: EntriesProps<One>) {
  const t = useText(careerText)
  return (
    <Stack gap="sm">
      {entries.map((entry, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- an entry is its place: everything else of it is being typed
        <div key={place} className={classes['entry']}>
          {texts.map((name, column) => (
            <TextInput
              key={name}
              flex={column === 0 ? '3 1 220px' : '2 1 130px'}
              label={t(`entry_${name}`)}
              maxLength={200}
              value={entry[name] ?? ''}
              onChange={(event) => onChange(replaced(entries, place, { ...entry, [name]: event.currentTarget.value }))}
            />
          ))}
          {hasYear && (
            <NumberInput
              label={t('year')}
              flex="0 0 76px"
              min={1900}
              max={2200}
              clampBehavior="blur"
              allowDecimal={false}
              hideControls
              value={entry.year ?? ''}
              onChange={(value) => onChange(replaced(entries, place, { ...entry, year: yearOf(value) }))}
            />
          )}
          <ActionIcon mt={24} aria-label={t('takeAway')} onClick={() => onChange(without(entries, place))}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Group>
        <Button variant="default" size="xs" onClick={() => onChange([...entries, fresh])}>
          {add}
        </Button>
      </Group>
      {children}
    </Stack>
  )
}

/** What is half typed is no year yet. */
const yearOf = (value: number | string): number | null => {
  const year = Number(value)
  return Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : null
}
