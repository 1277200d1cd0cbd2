import { z } from 'zod'

/** A point in time in a reply: services hand in a Date, the wire and the web see ISO 8601 in UTC. */
export const Moment = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.iso.datetime())

/** A day without a time zone, 'YYYY-MM-DD'. */
export const Day = z.iso.date()
