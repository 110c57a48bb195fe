import { MultiSelect, NumberInput, Select, SimpleGrid, Switch, TagsInput } from '@mantine/core'
import { useState } from 'react'

import {
  digestLanguages,
  digestRhythms,
  marketDigest,
  type DigestPlan,
  type DigestPlanDraft,
  type DigestPlans,
} from '@pult/contract/market-digest'
import { ChatId, MailAddress } from '@pult/contract/message-words'

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

const isNoMail = (text: string): boolean => !MailAddress.safeParse(text).success
const isNoChat = (text: string): boolean => !ChatId.safeParse(text).success
/** What is wrong with one of several, which is named. */
const quoted = (one: string | undefined, words: string): string | null =>
  one === undefined ? null : `«${one}»: ${words}`

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const NINE = 540

/** To whom a digest goes, and when. */
export function DigestPlanDialog({ specialisationId, plan, people, onClose }: PlanDialogProps) {
  const t = useText(digestText)
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
  const [isTried, setTried] = useState(false)
  const isToNobody = draft.members.length + draft.mails.length + draft.chats.length === 0
  const onSave = (): void => {
    setTried(true)
    if (isToNobody || draft.mails.some(isNoMail) || draft.chats.some(isNoChat)) return
    if (plan === null) create.mutate({ params: { centerId }, body: draft })
    else save.mutate({ params: { centerId, digestId: plan.digestId }, body: draft })
  }
  return (
    <SaveDialog
      title={t(plan === null ? 'planMake' : 'planChange')}
      saving={plan === null ? create : save}
      onClose={onClose}
      onSave={onSave}
      problem={isTried && isToNobody ? t('toNobody') : null}
      size="lg"
    >
      <When draft={draft} onChange={change} />
      <Whom draft={draft} people={people} onChange={change} />
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

interface FieldsProps {
  readonly draft: DigestPlanDraft
  readonly onChange: (part: Partial<DigestPlanDraft>) => void
}

function When({ draft, onChange }: FieldsProps) {
  const t = useText(digestText)
  const formats = useFormats()
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <Select
        label={t('rhythm')}
        allowDeselect={false}
        data={digestRhythms.map((value) => ({ value, label: t(value) }))}
        value={draft.rhythm}
        onChange={(value) => onChange({ rhythm: digestRhythms.find((one) => one === value) ?? 'weekly', day: 1 })}
      />
      {draft.rhythm === 'weekly' ? (
        <Select
          label={t('weekday')}
          allowDeselect={false}
          data={WEEKDAYS.map((day) => ({ value: String(day), label: formats.weekday(day, 'long') }))}
          value={String(draft.day)}
          onChange={(value) => onChange({ day: Number(value) })}
        />
      ) : (
        <NumberInput
          label={t('monthDay')}
          min={1}
          max={28}
          value={draft.day}
          onChange={(value) => onChange({ day: Number(value) })}
        />
      )}
      <ClockField label={t('at')} value={draft.minute} onChange={(minute) => onChange({ minute })} />
    </SimpleGrid>
  )
}

interface WhomProps extends FieldsProps {
  readonly people: DigestPlans['people']
}

/** Members of the centre, other addresses, chats. */
function Whom({ draft, people, onChange }: WhomProps) {
  const t = useText(digestText)
  return (
    <>
      <MultiSelect
        label={t('members')}
        description={t('membersHint')}
        searchable
        nothingFoundMessage={t('membersNone')}
        data={people.map(({ userId, name, email }) => ({ value: userId, label: `${name} · ${email}` }))}
        value={draft.members}
        onChange={(members) => onChange({ members })}
      />
      <TagsInput
        label={t('mails')}
        description={t('mailsHint')}
        acceptValueOnBlur
        error={quoted(draft.mails.find(isNoMail), t('noMail'))}
        value={draft.mails}
        onChange={(mails) => onChange({ mails })}
      />
      <TagsInput
        label={t('chats')}
        description={t('chatsHint')}
        acceptValueOnBlur
        error={quoted(draft.chats.find(isNoChat), t('noChat'))}
        value={draft.chats}
        onChange={(chats) => onChange({ chats })}
      />
    </>
  )
}
