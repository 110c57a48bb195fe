import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const marketProblems = defineText({
  en: {
    noSource: 'No source is switched on. Give hh.ru a token, switch Работа России on, or bring a file.',
    refreshRuns: 'This specialisation is being refreshed already: wait, or stop that one.',
    snapshotIsOver: 'This refresh has come to its end already.',
    noHhSecret: 'hh.ru lets nobody in without an application token: give one, or bring files.',
    noUserAgent: 'hh.ru asks who is there: name and mail, as Name/1.0 (mail@example.com).',
    unknownArea: 'There is no such region in the area tree.',
    tooManySpecialisations: 'A centre looks at fifty specialisations at most: delete one first.',
    emptyFile: 'The file is empty: there are no vacancies in it.',
    pageNotData: 'The file is a web page, not JSON or CSV. Save the answer of the site’s interface.',
    brokenJson: 'The file begins like JSON and cannot be read: it may have been cut off.',
    brokenTable: 'The table cannot be read. Save it as CSV once more.',
    noTitleColumn: 'The table has no column of titles: call it “Title” or «Должность».',
    nothingFits:
      'Of {rows} rows none fits the specialisation: another title {otherTitle}, another region {otherRegion}.',
    memberUnknown: 'Somebody on the list has no place in this centre any more: reload and choose again.',
    noGroup: 'These skills are counted apart already.',
  },
  ru: {
    noSource: 'Ни один источник не включён. Дайте токен hh.ru, включите «Работу России» или принесите файл.',
    refreshRuns: 'Эта специализация уже обновляется: дождитесь или остановите.',
    snapshotIsOver: 'Это обновление уже закончилось.',
    noHhSecret: 'hh.ru не пускает без токена приложения: дайте токен или принесите файлы.',
    noUserAgent: 'hh.ru спрашивает, кто пришёл: название и почта в виде Название/1.0 (mail@example.com).',
    unknownArea: 'Такого региона в дереве регионов нет.',
    tooManySpecialisations: 'Не больше пятидесяти специализаций на центр: сначала удалите одну.',
    emptyFile: 'Файл пуст: вакансий в нём нет.',
    pageNotData: 'Это веб-страница, а не JSON или CSV. Сохраните ответ интерфейса сайта.',
    brokenJson: 'Файл начинается как JSON и не читается: возможно, он обрезан.',
    brokenTable: 'Таблица не читается. Сохраните её в CSV ещё раз.',
    noTitleColumn: 'В таблице нет столбца с названиями: назовите его «Должность».',
    nothingFits:
      'Ни одна из строк ({rows}) не подходит: другая должность — {otherTitle}, другой регион — {otherRegion}.',
    memberUnknown: 'Кого-то из списка в этом центре больше нет: обновите страницу и выберите снова.',
    noGroup: 'Эти навыки уже считаются порознь.',
  },
})
