import { defineText } from '../ui/text.ts'

/** Refusals that only this room's routes make. */
export const privacyProblems = defineText({
  en: {
    noCustomer: 'This is no number or address of a customer.',
    sameNumber: 'This is the number that stands there now.',
    heldBack: 'Nothing of this person may be removed: {reason}',
    notConfirmed: 'Type whom it is about once more, exactly as it is shown.',
    agentMissing: 'Choose the agent.',
    noPeriods: 'No time is set for any kind of data: nothing would go.',
    extendedAlready: 'The term of this request was made longer already; that is not taken back.',
    notForAgents: 'This notice is for customers; agents are not told by it.',
    withdrawnBefore: 'A consent cannot be taken back before the day on which it was given.',
  },
  ru: {
    noCustomer: 'Это не номер и не адрес клиента.',
    sameNumber: 'Этот номер там и стоит.',
    heldBack: 'Удалять данные этого человека нельзя: {reason}',
    notConfirmed: 'Введите ещё раз, о ком речь, – точно так, как показано.',
    agentMissing: 'Выберите оператора.',
    noPeriods: 'Ни для одного вида данных не задан срок: удалять нечего.',
    extendedAlready: 'Срок этого обращения уже продлён; это не отменяется.',
    notForAgents: 'Это уведомление для клиентов: операторов им не знакомят.',
    withdrawnBefore: 'Согласие нельзя отозвать раньше дня, когда оно дано.',
  },
})
