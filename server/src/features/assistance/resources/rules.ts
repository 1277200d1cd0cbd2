type Day = string
type Given = { kind: string; quantity: number; unit: string; value: number | null; givenOn: Day }

/** Money is its own quantity. */
export const settled = <Form extends Given>(form: Form): Form => (form.kind === 'money' ? { ...form, unit: '元', value: form.quantity } : form)

export const faultsOfGift = ({ givenOn }: Pick<Given, 'givenOn'>, today: Day) => (givenOn > today ? [{ path: ['givenOn'], code: 'in_future' }] : [])

type Received = { quantity: number | undefined; receivedOn: Day | undefined }
/** No more than was given, not before it was given, not tomorrow. */
export function faultsOfReceipt({ quantity: given, givenOn }: Pick<Given, 'quantity' | 'givenOn'>, { quantity, receivedOn }: Received, today: Day) {
  const faults: { path: string[]; code: string }[] = []
  if (quantity === undefined) faults.push({ path: ['quantity'], code: 'missing' })
  else if (quantity > given) faults.push({ path: ['quantity'], code: 'over_given' })
  if (receivedOn === undefined) faults.push({ path: ['receivedOn'], code: 'missing' })
  else if (receivedOn > today) faults.push({ path: ['receivedOn'], code: 'in_future' })
  else if (receivedOn < givenOn) faults.push({ path: ['receivedOn'], code: 'before_given' })
  return faults
}

/** Only what arrived counts: of half the lathes half the value. To the cent. */
export const receivedValue = ({ quantity, value, received }: { quantity: number; value: number | null; received: number | null }) =>
  value === null || received === null ? null : Math.round((value * received * 100) / quantity) / 100
