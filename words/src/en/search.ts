import type { Shape } from '../shape.ts'
import type { search as zh } from '../zh-Hans/search.ts'

export const search: Shape<typeof zh> = {
  title: 'Search for “{{text}}”',
  titleEmpty: 'Search',
  titleNewest: 'Newest: {{kind}}',
  lead: 'Members, needs, achievements, teams, services, policies, rounds, agreements, people and help, of those you may see.',
  label: 'Search members, needs, achievements, help',
  kinds: {
    organisation: 'Organisations', post: 'Posts', technology: 'Technology needs', service: 'Service needs', achievement: 'Achievements', team: 'Teams', offer: 'Services', policy: 'Support policies', round: 'Rounds', agreement: 'Agreements', student: 'Students', teacher: 'Teachers', help: 'Help',
  },
  filter: 'One kind only',
  everything: 'Everything',
  total: '{{count}} found',
  totalMore: 'more than {{count}}',
  all: 'All {{count}}',
  allMore: 'All, more than {{count}}',
  near: 'Nothing is written quite like that. These sound the same or differ by a letter or two.',
  none: 'Nothing found for “{{text}}”.',
  tries: {
    title: 'You could try:',
    fewer: 'fewer words, such as a place and a trade: “Nanhai aluminium”',
    pinyin: 'pinyin or its initials: “nhxx” for Nanhai xinxi…',
    number: 'a number: “X-2026-0317”, or its last four digits',
    seat: 'another seat: each sees something else',
  },
  ask: 'Write a name, pinyin initials or a number in the box above and press Enter.',
  suggestions: 'Suggestions',
  seeAll: 'All results for “{{text}}”',
  nothing: 'Nothing fits. Press Enter to see what to try.',
  found: '{{count}} suggestions; choose with the arrow keys',
  found_one: 'One suggestion; choose with the arrow keys',
  earlier: 'Previous page',
  later: 'Next page',
  page: 'Page {{n}}',
}
