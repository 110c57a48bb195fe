import { MultiSelect, TagsInput } from '@mantine/core'

import { MailAddress } from '@pult/contract/message-words'

import { useText } from './language.tsx'
import { addresseeWords, sendingText, type Addressee, type Addressees } from './sending-text.ts'

interface AddresseeFieldsProps {
  readonly people: readonly Addressee[]
  readonly value: Addressees
  readonly onChange: (part: { readonly members?: string[]; readonly mails?: string[] }) => void
  /** What it means that nobody is on the list. */
  readonly hint?: string
}

export const isMail = (text: string): boolean => MailAddress.safeParse(text).success

/** What is wrong with the first of several that is not as it should be, which is named; else null. */
export function wrongOne(texts: readonly string[], isRight: (text: string) => boolean, words: string): string | null {
  const wrong = texts.find((text) => !isRight(text))
  return wrong === undefined ? null : `«${wrong}»: ${words}`
}

/** To whom something goes by mail: people of the centre, and other addresses. */
export function AddresseeFields({ people, value: { members, mails }, onChange, hint }: AddresseeFieldsProps) {
  const t = useText(sendingText)
  return (
    <>
      <MultiSelect
        label={t('members')}
        description={t('membersHint')}
        searchable
        nothingFoundMessage={t('membersNone')}
        data={people.map(({ userId, name, email }) => ({ value: userId, label: `${name} · ${email}` }))}
        value={[...members]}
        onChange={(picked) => onChange({ members: picked })}
      />
      <TagsInput
        label={t('mails')}
        description={hint === undefined ? t('mailsHint') : `${t('mailsHint')} ${hint}`}
        acceptValueOnBlur
        error={wrongOne(mails, isMail, t('noMail'))}
        value={[...mails]}
        onChange={(texts) => onChange({ mails: texts })}
      />
    </>
  )
}

/** To whom something goes, in words; empty: to nobody. */
export function useAddresseeWords(): (to: Addressees, people: readonly Addressee[]) => string {
  const t = useText(sendingText)
  return (to, people) => addresseeWords(t, to, people)
}
