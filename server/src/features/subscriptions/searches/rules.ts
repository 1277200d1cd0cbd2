/** A seat keeps so many searches: each is looked through every morning. */
export const mostSearches = 30

const pages: Readonly<Record<string, string>> = {
  organisation: '/app/organisations', post: '/app/needs', technology: '/app/problems', service: '/app/problems', achievement: '/app/achievements', offer: '/app/service-offers', round: '/app/rounds',
}

/** Where a thing is read. */
export const addressOf = (kind: string, id: string) => `${pages[kind] ?? '/app'}/${id}`
