import type { RandomStreams } from '../numeric/index.ts'
import type { CenterModel, DurationModel } from './center-model.ts'

/** Draws from a table of distributions, by their place in it. */
type DrawDuration = (stream: number, place: number) => number

const EXPONENTIAL = 0
const LOGNORMAL = 1
const GAMMA = 2
const UNIFORM = 3
const EMPIRICAL = 4

/** A distribution is a kind and two numbers; a length that is certain is a uniform one without width. */
export function compileDraws(models: readonly DurationModel[], random: RandomStreams): DrawDuration {
  const kinds = new Int8Array(models.length)
  const first = new Float64Array(models.length)
  const second = new Float64Array(models.length)
  const values = models.map((model) => Float64Array.from(model.kind === 'empirical' ? model.seconds : []))
  for (const [place, model] of models.entries()) [kinds[place], first[place], second[place]] = numbersOf(model)

  return (stream, place) => {
    const a = first[place] as number
    const kind = kinds[place] as number
    if (kind === EXPONENTIAL) return a * random.exponential(stream)
    const b = second[place] as number
    switch (kind) {
      case LOGNORMAL:
        return Math.exp(a + b * random.normal(stream))
      case GAMMA:
        return b * random.gamma(stream, a)
      case UNIFORM:
        return a + b * random.uniform(stream)
      default:
        return (values[place] as Float64Array)[Math.floor(a * random.uniform(stream))] as number
    }
  }
}

/** Patience by type and period; Infinity for those who wait until answered, 0 for those who do not wait at all. */
export function compilePatience({ contactTypes, periods }: CenterModel, random: RandomStreams): DrawDuration {
  const hasPatience = contactTypes.map((type) => type.patience !== undefined)
  if (!hasPatience.includes(true)) return () => Infinity
  const endless = { kind: 'deterministic', seconds: Infinity } as const
  const models = contactTypes.flatMap((type) => type.patience ?? periods.map(() => endless))
  const draw = compileDraws(models, random)
  const zero = Float64Array.from(models, (model) => ('probabilityZero' in model ? (model.probabilityZero ?? 0) : 0))
  const isEndless = Uint8Array.from(models, (model) => (model === endless ? 1 : 0))
  return (stream, place) => {
    if (isEndless[place] === 1) return Infinity
    const chance = zero[place] as number
    if (chance > 0 && random.uniform(stream) < chance) return 0
    return draw(stream, place)
  }
}

function numbersOf(model: DurationModel): [number, number, number] {
  switch (model.kind) {
    case 'exponential':
      return [EXPONENTIAL, model.meanSeconds, 0]
    case 'lognormal': {
      const variance = Math.log1p((model.sdSeconds / model.meanSeconds) ** 2)
      return [LOGNORMAL, Math.log(model.meanSeconds) - variance / 2, Math.sqrt(variance)]
    }
    case 'gamma':
      return [GAMMA, model.shape, model.meanSeconds / model.shape]
    case 'uniform':
      return [UNIFORM, model.fromSeconds, model.toSeconds - model.fromSeconds]
    case 'deterministic':
      return [UNIFORM, model.seconds, 0]
    case 'empirical':
      return [EMPIRICAL, model.seconds.length, 0]
  }
}
