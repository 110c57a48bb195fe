import { Group, MultiSelect, NumberInput, Select, Switch, TagsInput } from '@mantine/core'
import { useState } from 'react'

import {
  digestLanguages,
  digestRhythms,
  marketDigest,
  type DigestPlan,
  type DigestPlanDraft,
  type DigestPlans,
} from '@pult/contract/market-digest'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { digestText } from './digest-text.ts'

interface PlanDialogProps {
  readonly specialisationId: number
  readonly plan: DigestPlan | null
  /** Members of the centre who can be written to. */
  readonly people: DigestPlans['people']
  readonly onClose: () => void
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const NINE = 540

/** To whom a digest goes, and when. */
export function DigestPlanDialog({ specialisationId, plan, people, onClose }: PlanDialogProps) {
  const t = useText(digestText)
  const formats = useFormats()
  const language = useLanguage()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<DigestPlanDraft>({
    specialisationId,
    rhythm: plan?.rhythm ?? 'weekly',
    day: plan?.day ?? 1,
    minute: plan?.minute ?? NINE,
    language: plan?.language ?? language,
    members: plan?.members ?? [],
    mails: plan?.mails ?? [],
    chats: plan?.chats ?? [],
    withPosts: plan?.withPosts ?? false,
    isOn: plan?.isOn ?? true,
  })
  const change = (part: Partial<DigestPlanDraft>): void => setDraft({ ...draft, ...part })
  const options = { problem: 'self' as const, touches: [marketDigest.listDigests], onDone: onClose }
  const create = useAct(marketDigest.createDigest, options)
  const save = useAct(marketDigest.changeDigest, options)
  const onSave = (): void => {
    if (plan === null) create.mutate({ params: { centerId }, body: draft })
    else save.mutate({ params: { centerId, digestId: plan.digestId }, body: draft })
  }
  return (
    <SaveDialog
      title={t(plan === null ? 'planMake' : 'planChange')}
      saving={plan === null ? create : save}
      onClose={onClose}
      onSave={onSave}
    >
      <Group grow align="flex-end">
        <Select
          label={t('rhythm')}
          allowDeselect={false}
          data={digestRhythms.map((value) => ({ value, label: t(value) }))}
          value={draft.rhythm}
          onChange={(value) => change({ rhythm: digestRhythms.find((one) => one === value) ?? 'weekly', day: 1 })}
        />
        {draft.rhythm === 'weekly' ? (
          <Select
            label={t('weekday')}
            allowDeselect={false}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: formats.weekday(day, 'long') }))}
            value={String(draft.day)}
            onChange={(value) => change({ day: Number(value) })}
          />
        ) : (
          <NumberInput
            label={t('monthDay')}
            min={1}
            max={28}
            value={draft.day}
            onChange={(value) => change({ day: Number(value) })}
          />
        )}
        <ClockField label={t('at')} value={draft.minute} onChange={(minute) => change({ minute })} />
      </Group>
      <MultiSelect
        label={t('members')}
        description={t('membersHint')}
        searchable
        nothingFoundMessage={t('membersNone')}
        data={people.map(({ userId, name, email }) => ({ value: userId, label: `${name} · ${email}` }))}
        value={draft.members}
        onChange={(members) => change({ members })}
      />
      <TagsInput
        label={t('mails')}
        description={t('mailsHint')}
        acceptValueOnBlur
        value={draft.mails}
        onChange={(mails) => change({ mails })}
      />
      <TagsInput
        label={t('chats')}
        description={t('chatsHint')}
        acceptValueOnBlur
        value={draft.chats}
        onChange={(chats) => change({ chats })}
      />
      <Select
        label={t('language')}
        allowDeselect={false}
        data={digestLanguages.map((value) => ({ value, label: t(value) }))}
        value={draft.language}
        onChange={(value) => change({ language: digestLanguages.find((one) => one === value) ?? 'ru' })}
      />
      <Switch
        label={t('withPosts')}
        description={t('withPostsHint')}
        checked={draft.withPosts}
        onChange={(event) => change({ withPosts: event.currentTarget.checked })}
      />
      <Switch
        label={t('isOn')}
        checked={draft.isOn}
        onChange={(event) => change({ isOn: event.currentTarget.checked })}
      />
    </SaveDialog>
  )
}
