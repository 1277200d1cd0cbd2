type Year = {
  source: string
  /** False: the State Council's yearly notice was not out when this was written, so exchanged days are unknown (原文待核). */
  announced: boolean
  /** First and last day off. */
  free: readonly (readonly [string, string])[]
  /** Saturdays and Sundays that are worked. */
  worked: readonly string[]
}

/** Public holidays of mainland China. One entry a year, from the notice that appears each autumn for the next year. */
export const yearsOfHolidays: Record<string, Year> = {
  2026: {
    source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    announced: true,
    free: [
      ['2026-01-01', '2026-01-03'], // 元旦
      ['2026-02-15', '2026-02-23'], // 春节
      ['2026-04-04', '2026-04-06'], // 清明节
      ['2026-05-01', '2026-05-05'], // 劳动节
      ['2026-06-19', '2026-06-21'], // 端午节
      ['2026-09-25', '2026-09-27'], // 中秋节
      ['2026-10-01', '2026-10-07'], // 国庆节
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
  // Only the days that the regulation itself names; bridges and exchanged days must be added when the notice is read.
  2027: {
    source: '全国年节及纪念日放假办法（2024年修订）；国务院办公厅2027年安排：原文待核',
    announced: false,
    free: [
      ['2027-01-01', '2027-01-01'], // 元旦
      ['2027-02-05', '2027-02-08'], // 春节: 除夕 to 正月初三
      ['2027-04-05', '2027-04-05'], // 清明节
      ['2027-05-01', '2027-05-02'], // 劳动节
      ['2027-06-09', '2027-06-09'], // 端午节
      ['2027-09-15', '2027-09-15'], // 中秋节
      ['2027-10-01', '2027-10-03'], // 国庆节
    ],
    worked: [],
  },
}
