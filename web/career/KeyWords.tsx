import { Alert, Button, Progress, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { career } from '@pult/contract/career'
import { matchKeyWords, writtenSkill, type MatchedSkill } from '@pult/engine/career'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { careerText } from './career-text.ts'
import type { Drafting } from './use-draft.ts'

/** Skills the market asks for, beside those the résumé names. Nothing is added that she does not confirm. */
export function KeyWords({ drafting }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const { centerId } = useCenter()
  const [of, setOf] = useState<number | undefined>(undefined)
  const query = of === undefined ? {} : { specialisationId: of }
  const reply = useReply(career.marketSkills, { params: { centerId }, query }, { live: ['market'], keepFormer: true })
  return (
    <Section title={t('keyWords')}>
      <Reply reply={reply}>
        {({ specialisations, specialisationId, skills, isMadeUp }) => (
          <Stack gap="md">
            <Text size="sm">{t('keyWordsHint')}</Text>
            {isMadeUp && <Alert color="brass">{t('madeUpMarket')}</Alert>}
            {specialisations.length > 0 && (
              <Select
                label={t('besideWhich')}
                w={320}
                maw="100%"
                allowDeselect={false}
                value={String(specialisationId)}
                onChange={(value) => setOf(Number(value))}
                data={specialisations.map((one) => ({ value: String(one.specialisationId), label: one.name }))}
              />
            )}
            {skills.length === 0 ? (
              <EmptyState title={t('noMarket')}>{t('noMarketHint')}</EmptyState>
            ) : (
              <Matched drafting={drafting} skills={skills} />
            )}
          </Stack>
        )}
      </Reply>
    </Section>
  )
}

interface MatchedProps {
  readonly drafting: Drafting
  readonly skills: Parameters<typeof matchKeyWords>[1]
}

const FIRST = 12

function Matched({ drafting: { draft, changeResume }, skills: asked }: MatchedProps) {
  const t = useText(careerText)
  const formats = useFormats()
  const [isWhole, setWhole] = useState(false)
  const { skills, coverage } = matchKeyWords(draft.resume, asked)
  const missing = skills.filter(({ where }) => where === 'missing')
  const { keySkills, language } = draft.resume
  const written = ({ name }: MatchedSkill): string => writtenSkill(name, language)
  const columns: ListColumn<MatchedSkill>[] = [
    { key: 'name', title: t('skill'), cell: written },
    { key: 'share', title: t('share'), isNumber: true, cell: ({ share }) => formats.percent(share, 1) },
    {
      key: 'interval',
      title: t('interval'),
      isNumber: true,
      cell: ({ low, high }) => `${formats.percent(low, 1)} – ${formats.percent(high, 1)}`,
    },
    {
      key: 'add',
      title: t('trueOfMe'),
      acts: 'words',
      cell: (skill) => (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`${t('trueOfMe')}: ${written(skill)}`}
          onClick={() => changeResume({ keySkills: [...keySkills, written(skill)] })}
        >
          {t('trueOfMe')}
        </Button>
      ),
    },
  ]
  return (
    <>
      {coverage !== null && (
        <div>
          <Text size="sm" fw={600}>
            {t('coverage', { share: formats.percent(coverage, 0) })}
          </Text>
          <Progress value={coverage * 100} aria-label={t('coverage', { share: formats.percent(coverage, 0) })} />
        </div>
      )}
      <Text size="sm">
        {t('hasSkills')}:{' '}
        {skills
          .filter(({ where }) => where !== 'missing')
          .map(
            (skill) =>
              `${written(skill)} (${formats.percent(skill.share, 0)}${skill.where === 'text' ? `, ${t('inText')}` : ''})`,
          )
          .join(', ') || t('none')}
      </Text>
      <ListTable
        label={t('missingSkills')}
        columns={columns}
        rows={isWhole ? missing : missing.slice(0, FIRST)}
        rowKey={({ name }) => name}
        empty={<EmptyState title={t('hasAll')} />}
      />
      {!isWhole && missing.length > FIRST && (
        <Button variant="subtle" w="fit-content" onClick={() => setWhole(true)}>
          {t('showAll', { count: missing.length })}
        </Button>
      )}
    </>
  )
}
