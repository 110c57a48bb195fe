import { defineText } from '../ui/text.ts'

/** Words of who has read a published roster. */
export const readersText = defineText({
  en: {
    readTitle: 'Read “{name}” and say so',
    readHint:
      '{days}, published {when} by {by}. Look at your shifts below; the day on which you said that you have read them is kept.',
    readAnew: 'It is edition {edition}: look at your shifts anew.',
    read: 'I have read it',
    readAt: '“{name}”: read {when}.',
    unread: '“{name}”: not read yet.',
    readersTitle: 'Who has read it',
    readersCount: '{read} of {all} have read their shifts',
    notYet: 'not yet',
    onlyUnread: 'Only those who have not',
    agent: 'Agent',
    team: 'Team',
    shifts: 'Shifts',
    when: 'Read',
    ahead: 'Days before the first',
    edition: 'Edition',
    notPublished: 'Not published yet',
    notPublishedHint:
      'From publication on everybody on it sees her shifts under “My shifts” and says there that she has read them.',
    nobody: 'Nobody is on this roster',
    allRead: 'Everybody has read it.',
  },
  ru: {
    readTitle: 'Ознакомьтесь с графиком «{name}»',
    readHint:
      '{days}, опубликован {when}, {by}. Посмотрите свои смены ниже; день, когда вы подтвердили ознакомление, сохраняется.',
    readAnew: 'Это редакция {edition}: сверьте свои смены заново.',
    read: 'Ознакомлен(а)',
    readAt: '«{name}»: ознакомление {when}.',
    unread: '«{name}»: ознакомления ещё нет.',
    readersTitle: 'Кто ознакомлен',
    readersCount: 'Со своими сменами ознакомлены {read} из {all}',
    notYet: 'ещё нет',
    onlyUnread: 'Только неознакомленные',
    agent: 'Оператор',
    team: 'Группа',
    shifts: 'Смен',
    when: 'Ознакомлен(а)',
    ahead: 'За сколько дней до начала',
    edition: 'Редакция',
    notPublished: 'График ещё не опубликован',
    notPublishedHint: 'После публикации каждый увидит свои смены в «Моих сменах» и подтвердит там, что ознакомлен.',
    nobody: 'В этом графике никого нет',
    allRead: 'Ознакомлены все.',
  },
})
