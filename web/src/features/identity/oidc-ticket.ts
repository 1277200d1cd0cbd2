const key = 'silian.oidc'

export const keepTicket = (ticket: string) => sessionStorage.setItem(key, ticket)

/** Once: a second return with the same ticket finds none. */
export function takeTicket(): string {
  const ticket = sessionStorage.getItem(key) ?? ''
  sessionStorage.removeItem(key)
  return ticket
}
