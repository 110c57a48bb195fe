import { Button, Group, Stack, Text } from '@mantine/core'

import { market } from '@pult/contract/market'
import type { SynonymGroup } from '@pult/contract/market-synonyms'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { GroupByHand } from './GroupByHand.tsx'
import { LIVE } from './live-market.ts'
import { OneSuggestion } from './OneSuggestion.tsx'
import { synonymText } from './synonym-text.ts'
import type { TabProps } from './tab-props.ts'

const touched = { touches: [market.readSynonyms, market.readSkills] }

/** Near-synonyms: what may be one thing, what was decided, and a way back. */
export function SynonymsTab({ chosen: { specialisationId } }: TabProps) {
  const t = useText(synonymText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editMarket')
  const params = { centerId, specialisationId }
  const reply = useReply(market.readSynonyms, { params }, { live: LIVE, keepFormer: true })
  return (
    <Reply reply={reply}>
      {({ suggestions, groups, refused }) => (
        <Stack gap="md">
          <Section title={t('suggestionsTitle')}>
            <Text size="sm" c="dimmed" mb="sm" maw={880}>
              {t('suggestionsHint')}
            </Text>
            <Stack gap="sm">
              {suggestions.length === 0 && <Text>{t('suggestionsNone')}</Text>}
              {suggestions.map((suggestion) => (
                <OneSuggestion
                  key={suggestion.skills.map(({ skillId }) => skillId).join(' ')}
                  suggestion={suggestion}
                  mayEdit={mayEdit}
                />
              ))}
              {refused > 0 && <Refused count={refused} mayEdit={mayEdit} />}
              {mayEdit && <GroupByHand specialisationId={specialisationId} />}
            </Stack>
          </Section>
          <Section title={t('groupsTitle')}>
            <Groups groups={groups} mayEdit={mayEdit} />
          </Section>
        </Stack>
      )}
    </Reply>
  )
}

function Refused({ count, mayEdit }: { readonly count: number; readonly mayEdit: boolean }) {
  const t = useText(synonymText)
  const { centerId } = useCenter()
  const again = useAct(market.forgetRefused, touched)
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {t('refusedCount', { count })}
      </Text>
      {mayEdit && (
        <Button variant="subtle" size="compact-sm" onClick={() => again.mutate({ params: { centerId } })}>
          {t('suggestAgain')}
        </Button>
      )}
    </Group>
  )
}

function Groups({ groups, mayEdit }: { readonly groups: readonly SynonymGroup[]; readonly mayEdit: boolean }) {
  const t = useText(synonymText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const ungroup = useAct(market.ungroupSkills, touched)
  const columns: ListColumn<SynonymGroup>[] = [
    { key: 'name', title: t('skill'), cell: ({ name }) => name },
    { key: 'members', title: t('groupsTitle'), cell: ({ members }) => members.map(({ name }) => name).join(', ') },
    {
      key: 'by',
      title: t('decided'),
      cell: ({ madeByName, madeAt }) => t('decidedBy', { name: madeByName, when: formats.dateTime(madeAt) }),
    },
    {
      key: 'acts',
      title: t('ungroup'),
      acts: 'words',
      cell: ({ skillId }) =>
        mayEdit && (
          <Button variant="subtle" size="compact-sm" onClick={() => ungroup.mutate({ params: { centerId, skillId } })}>
            {t('ungroup')}
          </Button>
        ),
    },
  ]
  return (
    <ListTable
      label={t('groupsTitle')}
      columns={columns}
      rows={groups}
      rowKey={({ skillId }) => skillId}
      empty={<Text>{t('groupsNone')}</Text>}
    />
  )
}
