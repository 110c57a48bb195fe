import { defineText } from '../ui/text.ts'

/** Words for the codes with which the server says why: limits of law and agreement, and what was wrong in what a roster was made from. */
export const reasonText = defineText({
  en: {
    reason_mayWork: 'law or agreement keep this day free',
    reason_absence: 'absent then',
    reason_forbiddenNight: 'must not work at night',
    reason_minShiftMinutes: 'the shift would be shorter than agreed',
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
    warning_templateLacksRests: {
      one: 'Shifts of {names} of {hours} h have {has} paid rest breaks, and the law asks for {due} ({article}): add them to the template.',
      other: 'Shifts of {count} templates have fewer paid rest breaks than the law asks for ({article}): {names}.',
    },
    warning_needInClosedHours: {
      one: 'Agents are asked for while a queue is closed, and not planned: {names}.',
      other: 'Agents are asked for while {count} queues are closed, and not planned: {names}.',
    },
    warning_noNumberMeets: {
      one: 'At some times no number of agents meets the target: {names}.',
      other: 'At some times no number of agents meets the target in {count} queues: {names}.',
    },
    warning_limitsContradict: {
      one: 'The hours that law and agreement ask of {names} contradict each other: at least {least} h, at most {most} h.',
      other: 'The hours that law and agreement ask of {count} agents contradict each other ({names}).',
    },
    warning_hoursOutOfReach: {
      one: 'The hours promised to {names} cannot be reached on these days: at least {least} h, and law, leave and templates leave {most} h.',
      other:
        'The hours promised to {count} agents cannot be reached on these days under law, leave and templates ({names}).',
    },
    warning_noShiftPossible: {
      one: 'There is no shift that {names} may work: look at leave, availability, and the lengths that agreement and templates allow.',
      other:
        'There is no shift that {count} agents may work ({names}): look at leave, availability, and the lengths that agreements and templates allow.',
    },
    warning_templateNobodyMayWork: {
      one: 'On these days nobody may work the shift template {names}.',
      other: 'On these days nobody may work {count} shift templates ({names}).',
    },
    warning_lockedOverlap: {
      one: 'Locked shifts of {names} lie across each other.',
      other: 'Locked shifts of {count} agents lie across each other ({names}).',
    },
    warning_lockedBreaksLimit: {
      one: 'Locked shifts of {names} break law or agreement by themselves; the search leaves them as they are.',
      other:
        'Locked shifts of {count} agents break law or agreement by themselves; the search leaves them as they are ({names}).',
    },
    warning_activityDoesNotFit: {
      one: 'The meeting or training {names} does not fit between its times on these days.',
      other: '{count} meetings and trainings do not fit between their times on these days ({names}).',
    },
    failed_nobody: 'There is nobody whom it could be made for: every agent was left out, and below it says why.',
    failed_broken: 'Make it again; if it fails again, tell whoever runs the server.',
    failed_faulty: 'It could not be made from what was given: {words}.',
    andMore: 'and {count} more',
  },
  ru: {
    reason_mayWork: 'в этот день по закону или договору не работает',
    reason_absence: 'отсутствует в это время',
    reason_forbiddenNight: 'нельзя работать ночью',
    reason_minShiftMinutes: 'смена вышла бы короче оговорённой',
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
    warning_templateLacksRests: {
      one: 'В смене {names} на {hours} ч оплачиваемых перерывов {has}, а по закону нужно {due} ({article}): добавьте их в тип смен.',
      other: 'Оплачиваемых перерывов меньше, чем положено по закону ({article}), типы смен: {names}.',
    },
    warning_needInClosedHours: {
      one: 'Потребность приходится и на часы, когда очередь закрыта; они не запланированы: {names}.',
      other: 'Потребность приходится и на часы, когда очереди закрыты; они не запланированы: {names}.',
    },
    warning_noNumberMeets: {
      one: 'Временами цели не достичь никаким числом операторов: {names}.',
      other: 'Временами цели не достичь никаким числом операторов, очереди: {names}.',
    },
    warning_limitsContradict: {
      one: 'Часы по закону и соглашению противоречат друг другу: не меньше {least} ч и не больше {most} ч ({names}).',
      other: 'Часы по закону и соглашению противоречат друг другу, операторов: {count} ({names}).',
    },
    warning_hoursOutOfReach: {
      one: 'В эти дни не набрать обещанных часов: нужно не меньше {least} ч, а закон, отпуск и шаблоны оставляют {most} ч ({names}).',
      other: 'В эти дни закон, отпуск и шаблоны не дают набрать обещанных часов, операторов: {count} ({names}).',
    },
    warning_noShiftPossible: {
      one: 'Нет ни одной смены, в которую может выйти {names}: посмотрите отпуск, доступность и длину смен по соглашению и шаблонам.',
      other:
        'Нет ни одной смены, в которую могут выйти операторы, их {count} ({names}): посмотрите отпуска, доступность и длину смен по соглашениям и шаблонам.',
    },
    warning_templateNobodyMayWork: {
      one: 'В эти дни никто не может работать по шаблону смен {names}.',
      other: 'В эти дни никто не может работать по шаблонам смен: {names}.',
    },
    warning_lockedOverlap: {
      one: 'Закреплённые смены пересекаются: {names}.',
      other: 'Закреплённые смены пересекаются, операторов: {count} ({names}).',
    },
    warning_lockedBreaksLimit: {
      one: 'Закреплённые смены сами нарушают закон или соглашение, поиск их не трогает: {names}.',
      other:
        'Закреплённые смены сами нарушают закон или соглашение, поиск их не трогает; операторов: {count} ({names}).',
    },
    warning_activityDoesNotFit: {
      one: 'Встреча или обучение не помещается в своё время в эти дни: {names}.',
      other: 'Встречи и обучения не помещаются в своё время в эти дни: {names}.',
    },
    failed_nobody: 'Составлять не для кого: в график не вошёл ни один оператор, почему — сказано ниже.',
    failed_broken: 'Попробуйте ещё раз; если снова не получится, сообщите тому, кто обслуживает сервер.',
    failed_faulty: 'Из того, что дано, график не составить: {words}.',
    andMore: 'и ещё {count}',
  },
})
