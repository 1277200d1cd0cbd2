/** Working days; then the question is taken back and never put again. */
export const rateWithin = 10
/** Below this a mean would tell who gave what. */
export const leastForAverage = 3

export const ratingSumOf = ({ count, stars }: { count: number; stars: number }) => ({ count, average: count >= leastForAverage ? Math.round((stars / count) * 10) / 10 : null })
