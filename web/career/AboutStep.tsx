import { MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core'

import {
  industries,
  industryNames,
  positionNames,
  resumeLanguages,
  resumePositions,
  type ResumeContacts,
} from '@pult/engine/career'

import { useLanguage, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import type { Drafting } from './use-draft.ts'

const contactFields = ['name', 'city', 'phone', 'email', 'link'] as const

/** Who it is, and for which position. */
export function AboutStep({ drafting: { draft, change, changeResume } }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const own = useLanguage()
  const { resume } = draft
  const choosePosition = (value: string | null): void => {
    const position = resumePositions.find((one) => one === value) ?? resume.position
    // A name of her own is not written over.
    const isUsual = Object.values(positionNames[resume.position]).includes(resume.desiredPosition)
    changeResume({
      position,
      ...(isUsual ? { desiredPosition: positionNames[position][resume.language] } : {}),
    })
  }
  const contact = (part: Partial<ResumeContacts>): void => changeResume({ contacts: { ...resume.contacts, ...part } })
  return (
    <>
      <Section title={t('forWhat')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('position')}
            allowDeselect={false}
            value={resume.position}
            onChange={choosePosition}
            data={resumePositions.map((value) => ({ value, label: positionNames[value][own] }))}
          />
          <Select
            label={t('resumeLanguage')}
            allowDeselect={false}
            value={resume.language}
            onChange={(value) => changeResume({ language: resumeLanguages.find((one) => one === value) ?? 'ru' })}
            data={resumeLanguages.map((value) => ({ value, label: t(`language_${value}`) }))}
          />
          <TextInput
            label={t('desiredPosition')}
            description={t('desiredPositionHint')}
            maxLength={200}
            value={resume.desiredPosition}
            onChange={(event) => changeResume({ desiredPosition: event.currentTarget.value })}
          />
          <MultiSelect
            label={t('industries')}
            description={t('industriesHint')}
            searchable
            value={[...draft.industries]}
            onChange={(values) => change({ industries: industries.filter((one) => values.includes(one)) })}
            data={industries.map((value) => ({ value, label: industryNames[value][own] }))}
          />
        </SimpleGrid>
      </Section>
      <Section title={t('contacts')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {contactFields.map((field) => (
            <TextInput
              key={field}
              label={t(`contact_${field}`)}
              maxLength={field === 'link' ? 500 : 200}
              value={resume.contacts[field]}
              onChange={(event) => contact({ [field]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
      </Section>
    </>
  )
}
