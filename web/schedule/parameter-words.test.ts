import { describe, expect, it } from 'vitest'

import { commonRules, presets } from '@pult/engine/labor'

import { parameterName, sayParameters, type Json } from './parameter-words.ts'

const speaker = { language: 'ru', number: String, yes: 'да', no: 'нет', none: 'без ограничения' } as const
const rules = [...Object.values(presets).flat(), ...commonRules]

describe('words for parameters of rules', () => {
  it('name every parameter of every rule in both languages', () => {
    const unnamed = rules.flatMap(({ ruleId, parameters }) =>
      Object.keys(parameters)
        .filter((name) => parameterName(name).ru === name || parameterName(name).en === '')
        .map((name) => `${ruleId} ${name}`),
    )
    expect(unnamed).toEqual([])
  })

  it('say Russian rules without a word of code', () => {
    const texts = rules.map(({ ruleId, parameters }) => ({
      ruleId,
      text: sayParameters(parameters as unknown as Record<string, Json>, speaker),
    }))
    expect(texts.filter(({ text }) => /[a-z]{3}/i.test(text))).toEqual([])
    expect(texts.find(({ ruleId }) => ruleId === 'RU-110')?.text).toBe('часов: 42')
  })

  it('leave out what is not limited where something is', () => {
    expect(sayParameters({ hoursPerDay: null, hoursPerYear: 120 }, speaker)).toBe('часов в год: 120')
    expect(sayParameters({ hoursPerDay: null }, speaker)).toBe('часов в день: без ограничения')
  })
})
