import { requireNumber } from '../queueing/index.ts'

/** One of a few rates that stand for a whole distribution: the mean rate times `factor`, with this weight. */
export interface RateNode {
  readonly factor: number
  readonly weight: number
}

const NODES = 8

/**
 * Eight rates for a gamma-distributed one with mean 1 and variance 1 ÷ shape, by Gauss and Laguerre: exact for polynomials up
 * to degree 15. Nodes and weights are the eigenvalues and first components of the recurrence's matrix (Golub and Welsch 1969),
 * which holds for any shape.
 */
export function gammaRates(shape: number): readonly RateNode[] {
  requireNumber('rateShape', shape, shape >= 0.1 && shape <= 1e9, 'between 0.1 and 1e9')
  const diagonal = Array.from({ length: NODES }, (_, index) => (2 * index + shape) / shape)
  const beside = Array.from({ length: NODES }, (_, index) => Math.sqrt((index + 1) * (index + shape)) / shape)
  const { values, firsts } = tridiagonalEigen(diagonal, beside)
  return values.map((value, index) => ({ factor: Math.max(0, value), weight: (firsts[index] ?? 0) ** 2 }))
}

/** Eigenvalues of a symmetric tridiagonal matrix and the first component of each eigenvector: Jacobi rotations, for few rows. */
function tridiagonalEigen(diagonal: readonly number[], beside: readonly number[]) {
  const size = diagonal.length
  const matrix = diagonal.map((value, row) =>
    diagonal.map((_, column) =>
      row === column ? value : Math.abs(row - column) === 1 ? (beside[Math.min(row, column)] ?? 0) : 0,
    ),
  )
  const firsts = diagonal.map((_, index) => (index === 0 ? 1 : 0))
  for (let sweep = 0; sweep < 30; sweep++) {
    let rotated = false
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotated = rotate(matrix, firsts, p, q) || rotated
    if (!rotated) break
  }
  return { values: matrix.map((row, index) => row[index] ?? 0), firsts }
}

function rotate(matrix: number[][], firsts: number[], p: number, q: number): boolean {
  const [rowP, rowQ] = [matrix[p], matrix[q]] as [number[], number[]]
  const [pp, qq, pq] = [rowP[p], rowQ[q], rowP[q]] as [number, number, number]
  if (Math.abs(pq) < 1e-17 * (Math.abs(pp) + Math.abs(qq))) return false
  const theta = (qq - pp) / (2 * pq)
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  const turn = (list: number[]): void => {
    const [left, right] = [list[p], list[q]] as [number, number]
    list[p] = cosine * left - sine * right
    list[q] = sine * left + cosine * right
  }
  for (const row of matrix) turn(row)
  for (let column = 0; column < rowP.length; column++) {
    const [left, right] = [rowP[column], rowQ[column]] as [number, number]
    rowP[column] = cosine * left - sine * right
    rowQ[column] = sine * left + cosine * right
  }
  turn(firsts)
  return true
}
