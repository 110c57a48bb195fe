import { counters } from '../counters.ts'
import { words, type MeasureDefinition, type Term, type Words } from '../definition.ts'
import { registry } from '../registry.ts'
import { levelRules } from '../reconcile/figure-ways.ts'

/** What a centre may choose in a definition: a word of a few, or seconds (null: each queue's own target, or none). */
export type DefinitionParameters = Readonly<Record<string, string | number | null>>

/** One choice that a definition leaves to a centre. */
export interface ParameterChoice {
  readonly id: string
  readonly name: Words
  /** Words to choose from; without them it is seconds. */
  readonly options: readonly { readonly id: string; readonly name: Words }[] | null
  /** What it means to give no seconds. */
  readonly none: Words | null
  readonly start: string | number | null
}

/** A measure whose definition a centre may change. */
export interface ChangeableMeasure {
  readonly id: string
  readonly name: Words
  readonly choices: readonly ParameterChoice[]
  /** The definition that parameters make; thresholds that they fix hold for every queue. */
  readonly define: (parameters: DefinitionParameters) => OwnDefinition
}

/** A definition with thresholds of its own. */
export interface OwnDefinition {
  readonly definition: MeasureDefinition
  /** Null: of each queue's own target. */
  readonly withinSeconds: number | null
  /** Null: the centre's limit of short abandons. */
  readonly shortSeconds: number | null
}

const rule: ParameterChoice = {
  id: 'rule',
  name: words('Правило', 'Rule'),
  options: levelRules.map((id) => ({ id, name: registry.find(id).name })),
  none: null,
  start: 'serviceLevelNeutral',
}
const seconds = (id: string, name: Words, none: Words): ParameterChoice => ({
  id,
  name,
  options: null,
  none,
  start: null,
})
const choice = (
  id: string,
  name: Words,
  ...options: readonly (readonly [id: string, name: Words])[]
): ParameterChoice => ({
  id,
  name,
  options: options.map(([option, said]) => ({ id: option, name: said })),
  none: null,
  start: options[0]?.[0] ?? null,
})

const flowOuts = choice(
  'flowOuts',
  words('Ушедшие из очереди', 'Flow-outs'),
  ['apart', words('отдельный исход', 'an outcome of their own')],
  ['abandoned', words('считаются потерянными', 'count as abandoned')],
  ['leftOut', words('не считаются', 'are left out')],
)
const leftOutUpTo = seconds(
  'short',
  words('Не считать потерянных до, с', 'Leave out abandons of up to, s'),
  words('считать всех', 'all count'),
)

const levelName = words('Уровень обслуживания', 'Service level')

/** The measures whose definition a centre may change, in the order in which people look for them. */
export const changeableMeasures: readonly ChangeableMeasure[] = [
  {
    id: 'serviceLevel',
    name: levelName,
    choices: [
      rule,
      seconds('within', words('Порог, с', 'Threshold, s'), words('цели каждой очереди', 'of each queue’s target')),
      seconds(
        'short',
        words('Короткие потери – до, с', 'Short abandons are up to, s'),
        words('как принято в центре', 'as the centre’s policy says'),
      ),
    ],
    define: ({ rule: id, within, short }) => ({
      definition: { ...registry.find(String(id)), id: 'serviceLevel', name: levelName },
      withinSeconds: secondsOf(within),
      shortSeconds: secondsOf(short),
    }),
  },
  {
    id: 'abandonRate',
    name: registry.find('abandonRate').name,
    choices: [flowOuts, leftOutUpTo],
    define: (parameters) => ofFates('abandonRate', parameters, ['abandoned']),
  },
  {
    id: 'answerRate',
    name: registry.find('answerRate').name,
    choices: [flowOuts, leftOutUpTo],
    define: (parameters) => ofFates('answerRate', parameters, ['answered']),
  },
  {
    id: 'asaSeconds',
    name: registry.find('asaSeconds').name,
    choices: [
      choice(
        'waits',
        words('Чьё ожидание', 'Whose wait'),
        ['answered', words('отвеченных', 'of the answered')],
        ['all', words('всех поступивших с известным исходом', 'of all whose fate is known')],
      ),
    ],
    define: ({ waits }) => {
      const all = registry.find('meanWaitSeconds')
      const { numerator, denominator, formula, squares } = waits === 'all' ? all : registry.find('asaSeconds')
      return plain({
        ...registry.find('asaSeconds'),
        numerator,
        denominator,
        formula,
        ...(squares === undefined ? {} : { squares }),
      })
    },
  },
  {
    id: 'ahtSeconds',
    name: registry.find('ahtSeconds').name,
    choices: [
      choice(
        'parts',
        words('Из чего складывается', 'What it is made of'),
        ['talkHoldAcw', words('разговор, удержание, поствызывная обработка', 'talk, hold, after-contact work')],
        ['talkHold', words('разговор и удержание', 'talk and hold')],
        ['talkAcw', words('разговор и поствызывная обработка', 'talk and after-contact work')],
        ['talk', words('только разговор', 'talk alone')],
      ),
    ],
    define: ({ parts }) => plain(handlingOf(String(parts))),
  },
]

const secondsOf = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' ? value : null
const plain = (definition: MeasureDefinition): OwnDefinition => ({
  definition,
  withinSeconds: null,
  shortSeconds: null,
})

/** A share of contacts by their fates. */
function ofFates(
  id: 'abandonRate' | 'answerRate',
  { flowOuts: as, short }: DefinitionParameters,
  counted: readonly ('answered' | 'abandoned')[],
): OwnDefinition {
  const base = registry.find(id)
  const shortSeconds = secondsOf(short)
  if (as === 'apart' && shortSeconds === null) return plain(base)
  const without: readonly Term[] =
    shortSeconds === null ? [] : [{ counter: 'abandonedWithin', times: -1, within: 'short' }]
  const lost = counted.includes('abandoned')
  const numerator: Term[] = [
    ...counted.map((counter): Term => ({ counter })),
    ...(lost && as === 'abandoned' ? [{ counter: 'flowedOut' } as const] : []),
    ...(lost ? without : []),
  ]
  const fates: Term[] = [{ counter: 'answered' }, { counter: 'abandoned' }]
  const denominator = [...fates, ...(as === 'leftOut' ? [] : [{ counter: 'flowedOut' } as const]), ...without]
  return {
    definition: { ...base, numerator, denominator, formula: sayFates(lost, String(as), shortSeconds) },
    withinSeconds: null,
    shortSeconds,
  }
}

function sayFates(lost: boolean, as: string, short: number | null): Words {
  const less =
    short === null ? { ru: '', en: '' } : { ru: ` − потерянные до ${short} с`, en: ` − abandoned within ${short} s` }
  const flow = as === 'leftOut' ? { ru: '', en: '' } : { ru: ' + ушедшие', en: ' + flowed out' }
  const above = lost
    ? {
        ru: `потерянные${as === 'abandoned' ? ' + ушедшие' : ''}${less.ru}`,
        en: `abandoned${as === 'abandoned' ? ' + flowed out' : ''}${less.en}`,
      }
    : { ru: 'отвеченные', en: 'answered' }
  return words(
    `(${above.ru}) ÷ (отвеченные + потерянные${flow.ru}${less.ru})`,
    `(${above.en}) ÷ (answered + abandoned${flow.en}${less.en})`,
  )
}

function handlingOf(parts: string): MeasureDefinition {
  const base = registry.find('ahtSeconds')
  if (parts === 'talkHoldAcw') return base
  const talk = registry.find('meanTalkSeconds')
  if (parts === 'talk') return { ...base, numerator: talk.numerator, formula: talk.formula, ...squaresOf(talk) }
  const isHold = parts === 'talkHold'
  // Squares are kept of the whole and of its parts, not of two of three: no interval is told.
  const { squares: _whole, ...without } = base
  return {
    ...without,
    numerator: [{ counter: 'talkMs' }, { counter: isHold ? 'holdMs' : 'acwMs' }],
    formula: isHold
      ? words('(разговор + удержание) ÷ обработанные', '(talk + hold) ÷ handled')
      : words('(разговор + поствызывная обработка) ÷ обработанные', '(talk + after-contact work) ÷ handled'),
  }
}

const squaresOf = ({ squares }: MeasureDefinition): Pick<MeasureDefinition, 'squares'> =>
  squares === undefined ? {} : { squares }

/** The definition with the thresholds that it fixes written into its terms: for whoever asks with one threshold for all. */
export function withFixedThresholds({ definition, withinSeconds, shortSeconds }: OwnDefinition): MeasureDefinition {
  const fixed = (term: Term): Term => {
    if (!counters[term.counter].threshold) return term
    const seconds = term.within === 'short' ? shortSeconds : withinSeconds
    return seconds === null ? term : { ...term, within: seconds }
  }
  return { ...definition, numerator: definition.numerator.map(fixed), denominator: definition.denominator.map(fixed) }
}

/** A measure whose definition a centre may change; undefined for all others. */
export const changeable = (id: string): ChangeableMeasure | undefined => changeableMeasures.find((one) => one.id === id)

const LONGEST_SECONDS = 604_800

/** The parameters whole: what is left out stands at its start. Throws a RangeError that names a parameter that cannot be so. */
export function wholeParameters(measure: ChangeableMeasure, given: DefinitionParameters): DefinitionParameters {
  const unknown = Object.keys(given).find((name) => measure.choices.every(({ id }) => id !== name))
  if (unknown !== undefined) throw new RangeError(`"${measure.id}" has no parameter "${unknown}"`)
  return Object.fromEntries(
    measure.choices.map(({ id, options, start }) => {
      const value = given[id] ?? start
      const isKnown =
        options === null
          ? value === null ||
            (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_SECONDS)
          : options.some((option) => option.id === value)
      if (!isKnown) throw new RangeError(`parameter "${id}" of "${measure.id}" cannot be "${value}"`)
      return [id, value]
    }),
  )
}
