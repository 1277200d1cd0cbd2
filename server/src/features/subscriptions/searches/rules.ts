/** A seat keeps so many searches: each is looked through every morning. */
export const mostSearches = 30
