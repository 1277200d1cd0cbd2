import { Redirect, useParams } from 'wouter'

/** The address in a mail: the inbox with this item chosen. */
export default function ItemPage() {
  const { itemId } = useParams<{ itemId: string }>()
  return <Redirect to={`/inbox?row=${itemId}`} replace />
}
