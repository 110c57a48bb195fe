import { definitions as contract, type ChangeableDefinition } from '@pult/contract/definitions'
import { measures, type MeasureColumn } from '@pult/contract/measures'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { measuresText } from './measures-text.ts'

interface Option {
  readonly kind: MeasureColumn['kind']
  readonly value: string
  readonly label: string
  readonly hint: string
}

/** Every measure to choose: the centre's own service level first, then all others; of those that the centre has defined itself each version too. */
export function useMeasureOptions(): readonly Option[] {
  const t = useText(measuresText)
  const language = useLanguage()
  const formats = useFormats()
  const { centerId } = useCenter()
  const published = useReply(measures.listDefinitions, {}, { freshMs: 3_600_000 }).data?.measures ?? []
  const own = useReply(contract.list, { params: { centerId } }).data?.definitions ?? []
  const versionsOf = ({ versions, published: pults, name, unit }: ChangeableDefinition): Option[] => {
    const kind: Option['kind'] = unit === 'seconds' ? 'mean' : 'share'
    const kept = versions.filter(({ withdrawnAt }) => withdrawnAt === null)
    if (kept.length === 0) return []
    return [
      { kind, value: pults.reference, label: name[language], hint: t('byPult') },
      ...kept.toReversed().map(({ reference, version, validFrom }) => ({
        kind,
        value: reference,
        label: name[language],
        hint: t('byVersion', { version, day: formats.date(validFrom) }),
      })),
    ]
  }
  const level = own.find(({ measureId }) => measureId === 'serviceLevel')
  const all = published
    .filter((definition) => definition.current)
    .map((definition): Option => ({
      kind: definition.kind,
      value: definition.id,
      label: definition.name[language],
      hint: definition.short?.[language] ?? '',
    }))
  const ofCenter: Option[] =
    level === undefined
      ? []
      : [{ kind: 'share', value: level.measureId, label: level.name[language], hint: t('ofCenter') }]
  return [
    ...ofCenter,
    ...all.flatMap((option) => {
      const found = own.find(({ measureId }) => measureId === option.value)
      return found === undefined ? [option] : [option, ...versionsOf(found)]
    }),
    ...(level === undefined ? [] : versionsOf(level)),
  ]
}
