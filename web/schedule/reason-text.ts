import { defineText } from '../ui/text.ts'

/** Words for the codes with which the server says why: limits of law and agreement, and what was wrong in what a roster was made from. */
export const reasonText = defineText({
  en: {
    reason_mayWork: 'law or agreement keep this day free',
    reason_absence: 'absent then',
    reason_forbiddenNight: 'must not work at night',
    reason_maxShiftMinutes: 'the shift would be longer than allowed',
    reason_meal: 'the shift would need a longer meal break',
    reason_maxSlotsWithoutBreak: 'too long without a break',
    reason_shape: 'no template allows such a shift',
    reason_breakWindow: 'a break would lie outside its window',
    reason_minRest: 'too little rest between shifts',
    reason_restPerShiftLength: 'the rest would be shorter than law asks for after such a shift',
    reason_weeklyRest: 'too short an unbroken weekly rest',
    reason_maxConsecutiveDays: 'too many working days in a row',
    reason_minDaysOffPerWeek: 'too few days off in a week',
    reason_maxMinutes: 'no hours are left within the norm',
    reason_minMinutes: 'the hours that are promised would not be reached',
    reason_overlap: 'there is another shift then',
    warnings: {
      one: '{count} thing to know about what it was made from',
      other: '{count} things to know about what it was made from',
    },
    warning_noAgreement: {
      one: '{count} agent is left out: no work agreement on these days ({names}).',
      other: '{count} agents are left out: no work agreement on these days ({names}).',
    },
    warning_noQueue: {
      one: '{count} agent is left out: none of her skills takes these queues ({names}).',
      other: '{count} agents are left out: none of their skills takes these queues ({names}).',
    },
    warning_noTemplate: {
      one: '{count} agent is left out: no shift template is open to her ({names}).',
      other: '{count} agents are left out: no shift template is open to them ({names}).',
    },
    warning_templateForNobody: {
      one: '{count} shift template is for nobody on this roster ({names}).',
      other: '{count} shift templates are for nobody on this roster ({names}).',
    },
    warning_needInClosedHours: {
      one: 'Agents are asked for while a queue is closed, and not planned: {names}.',
      other: 'Agents are asked for while {count} queues are closed, and not planned: {names}.',
    },
    warning_noNumberMeets: {
      one: 'At some times no number of agents meets the target: {names}.',
      other: 'At some times no number of agents meets the target in {count} queues: {names}.',
    },
    andMore: 'and {count} more',
  },
  ru: {
    reason_mayWork: 'в этот день по закону или договору не работает',
    reason_absence: 'отсутствует в это время',
    reason_forbiddenNight: 'нельзя работать ночью',
    reason_maxShiftMinutes: 'смена вышла бы длиннее разрешённой',
    reason_meal: 'нужен более долгий обед',
    reason_maxSlotsWithoutBreak: 'слишком долго без перерыва',
    reason_shape: 'такой смены нет ни в одном типе смен',
    reason_breakWindow: 'перерыв вышел бы за своё окно',
    reason_minRest: 'слишком короткий отдых между сменами',
    reason_restPerShiftLength: 'отдых короче, чем положено после такой смены',
    reason_weeklyRest: 'слишком короткий непрерывный еженедельный отдых',
    reason_maxConsecutiveDays: 'слишком много рабочих дней подряд',
    reason_minDaysOffPerWeek: 'слишком мало выходных в неделе',
    reason_maxMinutes: 'норма часов исчерпана',
    reason_minMinutes: 'не набрались бы обещанные часы',
    reason_overlap: 'в это время есть другая смена',
    warnings: {
      one: '{count} замечание к тому, из чего составлен график',
      few: '{count} замечания к тому, из чего составлен график',
      many: '{count} замечаний к тому, из чего составлен график',
      other: '{count} замечания к тому, из чего составлен график',
    },
    warning_noAgreement: {
      one: 'В график не вошёл {count} оператор: на эти дни нет трудового договора ({names}).',
      few: 'В график не вошли {count} оператора: на эти дни нет трудового договора ({names}).',
      many: 'В график не вошли {count} операторов: на эти дни нет трудового договора ({names}).',
      other: 'В график не вошли {count} оператора: на эти дни нет трудового договора ({names}).',
    },
    warning_noQueue: {
      one: 'В график не вошёл {count} оператор: его навыки не подходят этим очередям ({names}).',
      few: 'В график не вошли {count} оператора: их навыки не подходят этим очередям ({names}).',
      many: 'В график не вошли {count} операторов: их навыки не подходят этим очередям ({names}).',
      other: 'В график не вошли {count} оператора: их навыки не подходят этим очередям ({names}).',
    },
    warning_noTemplate: {
      one: 'В график не вошёл {count} оператор: ему не подходит ни один тип смен ({names}).',
      few: 'В график не вошли {count} оператора: им не подходит ни один тип смен ({names}).',
      many: 'В график не вошли {count} операторов: им не подходит ни один тип смен ({names}).',
      other: 'В график не вошли {count} оператора: им не подходит ни один тип смен ({names}).',
    },
    warning_templateForNobody: {
      one: '{count} тип смен никому в этом графике не подходит ({names}).',
      few: '{count} типа смен никому в этом графике не подходят ({names}).',
      many: '{count} типов смен никому в этом графике не подходят ({names}).',
      other: '{count} типа смен никому в этом графике не подходят ({names}).',
    },
    warning_needInClosedHours: {
      one: 'Потребность приходится и на часы, когда очередь закрыта; они не запланированы: {names}.',
      other: 'Потребность приходится и на часы, когда очереди закрыты; они не запланированы: {names}.',
    },
    warning_noNumberMeets: {
      one: 'Временами цели не достичь никаким числом операторов: {names}.',
      other: 'Временами цели не достичь никаким числом операторов, очереди: {names}.',
    },
    andMore: 'и ещё {count}',
  },
})
