import { z } from 'zod'

/** A day of a centre's calendar, in years in which there are centres: arithmetic on days of the year 1 or 9999 leaves what a date can be. */
export const PlainDate = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day < '2200-01-01', 'must be a day between 1900-01-01 and 2199-12-31')
