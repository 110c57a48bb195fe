import { Button, Chip, Group, Text } from '@mantine/core'
import { useState } from 'react'

import { market } from '@pult/contract/market'
import type { Suggestion } from '@pult/contract/market-synonyms'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { synonymText } from './synonym-text.ts'

const touched = { touches: [market.readSynonyms, market.readSkills] }

interface OneSuggestionProps {
  readonly suggestion: Suggestion
  readonly mayEdit: boolean
}

/** Skills that may be one thing: some of them or all are counted as one, or said to be different. */
export function OneSuggestion({ suggestion: { skills, together }, mayEdit }: OneSuggestionProps) {
  const t = useText(synonymText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [left, setLeft] = useState<readonly number[]>([])
  const group = useAct(market.groupSkills, touched)
  const refuse = useAct(market.refuseSynonyms, touched)
  const chosen = skills.filter(({ skillId }) => !left.includes(skillId))
  const body = { skillIds: chosen.map(({ skillId }) => skillId) }
  const isFew = chosen.length < 2
  const toggle = (skillId: number): void =>
    setLeft(left.includes(skillId) ? left.filter((one) => one !== skillId) : [...left, skillId])
  return (
    <Group justify="space-between" gap="sm" role="group" aria-label={skills[0]?.name ?? ''}>
      <Group gap={6} flex="1 1 300px">
        {skills.map(({ skillId, name, share }) => (
          <Chip
            key={skillId}
            size="xs"
            variant="light"
            disabled={!mayEdit}
            checked={!left.includes(skillId)}
            onChange={() => toggle(skillId)}
          >
            {name} · {formats.percent(share, 2)}
          </Chip>
        ))}
        {left.length === 0 && (
          <Text size="sm" fw={600}>
            → {t('together', { share: formats.percent(together, 2) })}
          </Text>
        )}
      </Group>
      {mayEdit && (
        <Group gap="xs">
          <Button
            size="compact-sm"
            disabled={isFew}
            loading={group.isPending}
            onClick={() => group.mutate({ params: { centerId }, body })}
          >
            {t('one')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={isFew}
            loading={refuse.isPending}
            onClick={() => refuse.mutate({ params: { centerId }, body })}
          >
            {t('different')}
          </Button>
        </Group>
      )}
    </Group>
  )
}
