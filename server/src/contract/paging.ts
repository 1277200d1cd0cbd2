import { z } from 'zod'

export const pageSizes = [20, 50, 100] as const

/** Query fields every list takes. */
export const Paging = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})
export type Paging = z.infer<typeof Paging>

export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.int(), page: z.int(), size: z.int() })
export type Page<Row> = { rows: Row[]; total: number; page: number; size: number }
