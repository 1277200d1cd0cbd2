import type { Shape } from '../shape.ts'
import type { search as zh } from '../zh-Hans/search.ts'

export const search: Shape<typeof zh> = {
  title: 'Search for “{{text}}”',
  titleEmpty: 'Search',
  lead: 'Organisations, posts, students and rounds, of those you may see.',
  organisations: 'Organisations',
  needs: 'Posts',
  students: 'Students',
  rounds: 'Rounds',
  all: 'All {{count}}',
  none: 'Nothing found for “{{text}}”. Organisations go by name, pinyin initials or code, students by name or number.',
  ask: 'Write a name or a number in the box above and press Enter.',
}
