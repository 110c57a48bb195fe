import { Select } from '@mantine/core'
import { useState } from 'react'

import { market } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { marketText } from './market-text.ts'

const ANYWHERE = ''

interface AreaFieldProps {
  readonly areaId: string | null
  readonly areaName: string | null
  readonly onChange: (areaId: string | null) => void
}

/** A country, region or city; the server looks for it as one types. */
export function AreaField({ areaId, areaName, onChange }: AreaFieldProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [search, setSearch] = useState('')
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(
    new Map(areaId !== null && areaName !== null ? [[areaId, areaName]] : []),
  )
  const isChosen = search === known.get(areaId ?? ANYWHERE) || search === t('anywhere')
  const query = { search: isChosen ? '' : search }
  const { data } = useReply(market.findAreas, { params: { centerId }, query }, { keepFormer: true })
  const found = new Map(
    data?.areas.map((area) => [
      area.areaId,
      area.parentName === null ? area.name : `${area.name} · ${area.parentName}`,
    ]),
  )
  const options = new Map([[ANYWHERE, t('anywhere')], ...known, ...found])
  return (
    <Select
      label={t('area')}
      description={data?.areas.length === 0 && query.search !== '' && t('areaUnknown')}
      searchable
      allowDeselect={false}
      value={areaId ?? ANYWHERE}
      searchValue={search}
      onSearchChange={setSearch}
      // The server has looked; what it found is shown.
      filter={({ options: given }) => given}
      onChange={(value) => {
        const name = value === null ? undefined : options.get(value)
        if (value !== null && name !== undefined && value !== ANYWHERE) setKnown(new Map([[value, name]]))
        onChange(value === ANYWHERE || value === null ? null : value)
      }}
      data={[...options].map(([value, label]) => ({ value, label }))}
    />
  )
}
