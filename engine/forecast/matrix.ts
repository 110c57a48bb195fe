// Small dense matrices as flat arrays, row by row. Only what the forecast needs: leading factors and ridge regression.

export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

const SUBSPACE_STEPS = 20
const SPARE_DIRECTIONS = 2

/**
 * The leading right singular vectors of a matrix whose rows carry weights: `count` orthonormal rows. Subspace iteration on the
 * Gram matrix (Golub and Van Loan, Matrix Computations, 8.2): the columns are the intervals of a day, a few dozen, and only the
 * first few vectors are wanted. Vectors of nearly equal weight may be mixed, which leaves what they span together.
 */
export function leadingRows({ rows, columns, values }: Matrix, weights: Float64Array, count: number): Matrix {
  const width = Math.min(columns, count + SPARE_DIRECTIONS)
  const gram = weightedGram(values, weights, rows, columns)
  let basis = startingBasis(width, columns)
  for (let step = 0; step < SUBSPACE_STEPS; step++) {
    const next = new Float64Array(width * columns)
    for (let vector = 0; vector < width; vector++) multiplySymmetric(gram, basis, next, vector, columns)
    orthonormalize(next, width, columns)
    basis = next
  }
  const kept = Math.min(count, columns)
  return { rows: kept, columns, values: basis.slice(0, kept * columns) }
}

function weightedGram(values: Float64Array, weights: Float64Array, rows: number, columns: number): Float64Array {
  const gram = new Float64Array(columns * columns)
  for (let row = 0; row < rows; row++) {
    const weight = weights[row] as number
    const start = row * columns
    for (let left = 0; left < columns; left++) {
      const scaled = weight * (values[start + left] as number)
      const place = left * columns
      for (let right = left; right < columns; right++)
        gram[place + right] = (gram[place + right] as number) + scaled * (values[start + right] as number)
    }
  }
  for (let left = 0; left < columns; left++)
    for (let right = 0; right < left; right++) gram[left * columns + right] = gram[right * columns + left] as number
  return gram
}

/** Cosines of rising frequency: never orthogonal to the smooth shapes a day has, and the same at every run. */
function startingBasis(width: number, columns: number): Float64Array {
  const basis = new Float64Array(width * columns)
  for (let vector = 0; vector < width; vector++)
    for (let column = 0; column < columns; column++)
      basis[vector * columns + column] =
        Math.cos((Math.PI * vector * (column + 0.5)) / columns) + 0.01 * ((column * 7 + vector) % 3)
  orthonormalize(basis, width, columns)
  return basis
}

function multiplySymmetric(
  gram: Float64Array,
  from: Float64Array,
  to: Float64Array,
  vector: number,
  size: number,
): void {
  const start = vector * size
  for (let row = 0; row < size; row++) {
    let sum = 0
    const place = row * size
    for (let column = 0; column < size; column++)
      sum += (gram[place + column] as number) * (from[start + column] as number)
    to[start + row] = sum
  }
}

/** Gram–Schmidt, twice for accuracy; a vector with nothing left of its own becomes zero. */
function orthonormalize(basis: Float64Array, count: number, size: number): void {
  for (let vector = 0; vector < count; vector++) {
    const start = vector * size
    const before = length(basis, start, size)
    for (let turn = 0; turn < 2; turn++)
      for (let other = 0; other < vector; other++) {
        let product = 0
        for (let index = 0; index < size; index++)
          product += (basis[start + index] as number) * (basis[other * size + index] as number)
        for (let index = 0; index < size; index++)
          basis[start + index] = (basis[start + index] as number) - product * (basis[other * size + index] as number)
      }
    const norm = length(basis, start, size)
    const scale = norm > 1e-12 * before && norm > 0 ? 1 / norm : 0
    for (let index = 0; index < size; index++) basis[start + index] = (basis[start + index] as number) * scale
  }
}

function length(values: Float64Array, start: number, size: number): number {
  let sum = 0
  for (let index = start; index < start + size; index++) sum += (values[index] as number) ** 2
  return Math.sqrt(sum)
}

/** Each row's products with the rows of `loadings`: the scores of the days. */
export function project(matrix: Matrix, loadings: Matrix): Matrix {
  const values = new Float64Array(matrix.rows * loadings.rows)
  for (let row = 0; row < matrix.rows; row++)
    for (let factor = 0; factor < loadings.rows; factor++) {
      let sum = 0
      for (let column = 0; column < matrix.columns; column++)
        sum +=
          (matrix.values[row * matrix.columns + column] as number) *
          (loadings.values[factor * matrix.columns + column] as number)
      values[row * loadings.rows + factor] = sum
    }
  return { rows: matrix.rows, columns: loadings.rows, values }
}

/** What scores times loadings give back, for one row. */
export function combine(scores: ArrayLike<number>, loadings: Matrix): Float64Array {
  const result = new Float64Array(loadings.columns)
  for (let factor = 0; factor < loadings.rows; factor++) {
    const score = scores[factor] as number
    for (let column = 0; column < loadings.columns; column++)
      result[column] =
        (result[column] as number) + score * (loadings.values[factor * loadings.columns + column] as number)
  }
  return result
}

/**
 * Weighted ridge regression of each column of `responses` on `design`: coefficients, one row a column of the design. `penalties`
 * say how strongly each coefficient is drawn to zero, in weights of observations.
 */
export function ridge(design: Matrix, responses: Matrix, weights: Float64Array, penalties: Float64Array): Matrix {
  const size = design.columns
  const normal = weightedGram(design.values, weights, design.rows, size)
  for (let index = 0; index < size; index++)
    normal[index * size + index] = (normal[index * size + index] as number) + (penalties[index] as number)
  const right = new Float64Array(size * responses.columns)
  for (let row = 0; row < design.rows; row++)
    for (let index = 0; index < size; index++) {
      const scaled = (weights[row] as number) * (design.values[row * size + index] as number)
      if (scaled === 0) continue
      for (let column = 0; column < responses.columns; column++) {
        const place = index * responses.columns + column
        right[place] =
          (right[place] as number) + scaled * (responses.values[row * responses.columns + column] as number)
      }
    }
  return { rows: size, columns: responses.columns, values: solvePositive(normal, right, size, responses.columns) }
}

/** Solves a symmetric positive definite system by Cholesky; both arguments are used up. */
export function solvePositive(matrix: Float64Array, right: Float64Array, size: number, columns: number): Float64Array {
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = matrix[row * size + column] as number
      for (let index = 0; index < column; index++)
        sum -= (matrix[row * size + index] as number) * (matrix[column * size + index] as number)
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (matrix[column * size + column] as number)
    }
  }
  for (let side = 0; side < columns; side++) {
    for (let row = 0; row < size; row++) {
      let sum = right[row * columns + side] as number
      for (let index = 0; index < row; index++)
        sum -= (matrix[row * size + index] as number) * (right[index * columns + side] as number)
      right[row * columns + side] = sum / (matrix[row * size + row] as number)
    }
    for (let row = size - 1; row >= 0; row--) {
      let sum = right[row * columns + side] as number
      for (let index = row + 1; index < size; index++)
        sum -= (matrix[index * size + row] as number) * (right[index * columns + side] as number)
      right[row * columns + side] = sum / (matrix[row * size + row] as number)
    }
  }
  return right
}
