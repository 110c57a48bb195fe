import { describe, expect, it } from 'vitest'

import { bindingParts } from '@pult/contract/staffing'

import { createFormats } from '../ui/formats.ts'
import { phrase, translator, type Language } from '../ui/text.ts'
import { staffingText } from './staffing-text.ts'
import { targetWords, wantedParts } from './target-words.ts'

const rule = {
  targetLevel: 0.8,
  withinSeconds: 20,
  maxAsaSeconds: 30,
  maxAbandonment: 0.03,
  maxOccupancy: 0.7,
  deadlineMinutes: 480,
}

function impossible(parts: Parameters<typeof wantedParts>[0], language: Language, change: Partial<typeof rule> = {}) {
  const t = translator(staffingText, language)
  const said = wantedParts(parts, { ...rule, ...change }, t, createFormats(language, 'Europe/Moscow'))
  return phrase(staffingText[language].impossible, language, { parts: said }).replaceAll('\u00A0', ' ')
}

describe('a target that no number of agents meets', () => {
  it('is told part by part with what was asked for, in Russian that holds together', () => {
    expect(impossible(['occupancy', 'serviceLevel'], 'ru')).toBe(
      'Недостижимо ни при каком числе операторов: занятость не выше 70 % и уровень обслуживания не ниже 80 % за 20 с. Смягчите цель в правилах очереди и посчитайте заново.',
    )
    expect(impossible(['asa', 'abandonRate', 'deadline'], 'ru')).toContain(
      ': среднее ожидание не больше 30 с, доля потерянных не больше 3 % и срок 8 рабочих часов.',
    )
    expect(impossible(['deadline'], 'ru', { deadlineMinutes: 60 })).toContain(': срок 1 рабочий час.')
    expect(impossible(['deadline'], 'ru', { deadlineMinutes: 90 })).toContain(': срок 1,5 рабочего часа.')
  })

  it('is told in English too', () => {
    expect(impossible(['occupancy', 'serviceLevel'], 'en')).toBe(
      'No number of agents meets: occupancy of at most 70 % and a service level of at least 80 % within 20 s. Ease the target in the rules of the queue and count anew.',
    )
    expect(impossible(['deadline'], 'en', { deadlineMinutes: 60 })).toContain(': a deadline of 1 working hour.')
  })

  it('rounds nothing that was asked for to something else', () => {
    expect(impossible(['occupancy'], 'ru', { maxOccupancy: 1e-9 })).toContain('не выше 0,0000001 %')
    expect(impossible(['serviceLevel'], 'en', { targetLevel: 0.999 })).toContain('at least 99.9 %')
  })

  it('is told whole beside a chance', () => {
    const told = (change: Partial<Parameters<typeof targetWords>[0]>, language: Language): string => {
      const none = { targetLevel: null, maxAsaSeconds: null, maxAbandonment: null, maxOccupancy: null }
      const t = translator(staffingText, language)
      const asked = { ...rule, ...none, work: 'calls' as const, ...change }
      return targetWords(asked, t, createFormats(language, 'Europe/Moscow')).replaceAll('\u00A0', ' ')
    }
    expect(told({ targetLevel: 0.8, maxAbandonment: 0.05 }, 'en')).toBe(
      'a service level of at least 80 % within 20 s and at most 5 % lost',
    )
    expect(told({ maxAsaSeconds: 30 }, 'ru')).toBe('среднее ожидание не больше 30 с')
    expect(told({ targetLevel: 0.9, work: 'deferred' }, 'ru')).toBe('90 % в срок')
  })

  it('has words for every part, with every place filled', () => {
    for (const language of ['ru', 'en'] as const)
      for (const part of bindingParts) expect(impossible([part], language)).not.toMatch(/[{}–]/)
  })
})
