export type Exception = { number?: string | null; datedOn?: string | null; authority?: string | null }
export type Fault = { path: string[]; code: string }

/** An exception has number, date and authority; the document hangs on it before it is approved. */
export function faultsOfException({ number, datedOn, authority }: Exception, today: string): Fault[] {
  const faults: Fault[] = []
  if (!number || number.length < 2) faults.push({ path: ['number'], code: 'missing' })
  if (!datedOn) faults.push({ path: ['datedOn'], code: 'missing' })
  else if (datedOn > today) faults.push({ path: ['datedOn'], code: 'in_future' })
  if (!authority || authority.length < 2) faults.push({ path: ['authority'], code: 'missing' })
  return faults
}
