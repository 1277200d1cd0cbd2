/** Paired assistance: the columns that only workbooks have. */
export const assistanceSheets = {
  totals: {
    county: 'County', year: 'Year', batches: 'Batches', seatsAsked: 'Seats asked for', seatsConfirmed: 'Seats confirmed', members: 'Students in batches', placed: 'Have begun', consented: 'Consents complete', filed: 'Filed', checksDue: 'Checks owed (person-weeks)', checksOnTime: 'Checks in time (person-weeks)',
    stay6: { due: 'Half a year reached', asked: 'Asked after half a year', answered: 'Answered after half a year', stayed: 'Still there after half a year' }, stay12: { due: 'A year reached', asked: 'Asked after a year', answered: 'Answered after a year', stayed: 'Still there after a year' },
    teachersTo: 'Teachers to the county', daysTo: 'Days in the county', teachersFrom: 'Teachers to Nanhai', daysFrom: 'Days in Nanhai', resourcesReceived: 'Resources received', resourcesValue: 'Value received (yuan)',
  },
} as const
