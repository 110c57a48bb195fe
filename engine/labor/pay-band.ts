/** Hours paid at a rate of their own, 1 being a plain hour. */
export interface PayBand {
  readonly rate: number
  readonly minutes: number
}
