import { definitions as contract, type ChangeableDefinition } from '@pult/contract/definitions'
import { measures } from '@pult/contract/measures'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { measuresText } from './measures-text.ts'

interface Option {
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
  const versionsOf = ({ versions, published: pults, name }: ChangeableDefinition): Option[] => {
    const kept = versions.filter(({ withdrawnAt }) => withdrawnAt === null)
    if (kept.length === 0) return []
    return [
      { value: pults.reference, label: name[language], hint: t('byPult') },
      ...kept.toReversed().map(({ reference, version, validFrom }) => ({
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
      value: definition.id,
      label: definition.name[language],
      hint: definition.short?.[language] ?? '',
    }))
  return [
    ...(level === undefined ? [] : [{ value: level.measureId, label: level.name[language], hint: t('ofCenter') }]),
    ...all.flatMap((option) => {
      const found = own.find(({ measureId }) => measureId === option.value)
      return found === undefined ? [option] : [option, ...versionsOf(found)]
    }),
    ...(level === undefined ? [] : versionsOf(level)),
  ]
}
