import { Button, Group, MultiSelect } from '@mantine/core'
import { useState } from 'react'

import { market, type MarketSkill } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { LIVE } from './live-market.ts'
import { synonymText } from './synonym-text.ts'

const AT_ONCE = 30

/** Counts skills as one that nobody suggested. The server looks for them as one types; the first that is picked gives the name. */
export function GroupByHand({ specialisationId }: { readonly specialisationId: number }) {
  const t = useText(synonymText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [search, setSearch] = useState('')
  const [picked, setPicked] = useState<readonly MarketSkill[]>([])
  const query = { search, scope: 'active', sort: 'share', limit: AT_ONCE } as const
  const params = { centerId, specialisationId }
  const found = useReply(market.readSkills, { params, query }, { live: LIVE, keepFormer: true }).data?.skills ?? []
  const known = new Map([...picked, ...found].map((skill) => [String(skill.skillId), skill]))
  const group = useAct(market.groupSkills, {
    touches: [market.readSynonyms, market.readSkills],
    onDone: () => setPicked([]),
  })
  const skillIds = picked.map(({ skillId }) => skillId)
  return (
    <Group align="flex-end" gap="sm">
      <MultiSelect
        label={t('byHand')}
        description={t('byHandHint')}
        searchable
        hidePickedOptions
        flex="1 1 360px"
        maw={640}
        nothingFoundMessage={t('byHandNone')}
        data={[...known].map(([value, { name, share }]) => ({
          value,
          label: `${name} · ${formats.percent(share, 2)}`,
        }))}
        value={skillIds.map(String)}
        onChange={(ids) => setPicked(ids.flatMap((id) => known.get(id) ?? []))}
        searchValue={search}
        onSearchChange={setSearch}
        // The server has looked; what it found is shown.
        filter={({ options }) => options}
      />
      <Button
        variant="default"
        disabled={skillIds.length < 2}
        loading={group.isPending}
        onClick={() => group.mutate({ params: { centerId }, body: { skillIds } })}
      >
        {t('byHandAct')}
      </Button>
    </Group>
  )
}
