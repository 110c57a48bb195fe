import { defineText, type Translate } from './text.ts'

/** The words of what goes to people at its times. */
export const sendingText = defineText({
  en: {
    rhythm: 'How often',
    weekday: 'Day of the week',
    monthDay: 'Day of the month',
    at: 'At',
    daily: 'daily, {time}',
    weekly: '{day}, {time}',
    monthly: 'every month on day {day}, {time}',
    members: 'People of the centre',
    membersHint: 'At the address each has when it is sent; whoever leaves the centre leaves the list.',
    membersNone: 'Nobody of that name has an address.',
    mails: 'Other mail addresses',
    mailsHint: 'Enter after each.',
    noMail: 'not one mail address, as name@example.com',
    unnamed: { one: '{count} person of the centre', other: '{count} people of the centre' },
  },
  ru: {
    rhythm: 'Как часто',
    weekday: 'День недели',
    monthDay: 'Число месяца',
    at: 'Время',
    daily: 'ежедневно, {time}',
    weekly: '{day}, {time}',
    monthly: 'каждый месяц, {day}-го, {time}',
    members: 'Люди центра',
    membersHint: 'На адрес, который у каждого есть при отправке; ушедший из центра уходит и из рассылки.',
    membersNone: 'Людей с таким именем и адресом нет.',
    mails: 'Другие почтовые адреса',
    mailsHint: 'После каждого — Enter.',
    noMail: 'это не один почтовый адрес вида name@example.com',
    unnamed: {
      one: '{count} человек центра',
      few: '{count} человека центра',
      many: '{count} человек центра',
      other: '{count} человека центра',
    },
  },
})

/** Somebody of the centre who can be written to. */
export interface Addressee {
  readonly userId: string
  readonly name: string
  readonly email: string
}

export interface Addressees {
  /** Of the centre, by their ids. */
  readonly members: readonly string[]
  readonly mails: readonly string[]
}

/** Members by name, then addresses. Who may not see the names of members is told how many there are: it does not go to nobody. */
export function addresseeWords(
  t: Translate<'unnamed'>,
  { members, mails }: Addressees,
  people: readonly Addressee[],
): string {
  const names = people.filter(({ userId }) => members.includes(userId)).map(({ name }) => name)
  const unnamed = members.length - names.length
  return [...names, ...(unnamed === 0 ? [] : [t('unnamed', { count: unnamed })]), ...mails].join(', ')
}
