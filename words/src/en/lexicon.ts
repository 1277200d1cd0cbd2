import type { Shape } from '../shape.ts'
import type { lexicon as chinese } from '../zh-Hans/lexicon.ts'

export const lexicon: Shape<typeof chinese> = {
  title: 'Lexicon',
  lead: 'When needs are matched with achievements, and posts with majors, the lexicon says which words mean the same. Changes go into a draft; look at what they change, then use it. Any earlier version can be brought back.',
  tabs: { published: 'Concepts', draft: 'Changes in the draft', versions: 'Versions' },
  facets: { object: 'Things and machines', material: 'Materials', process: 'Processes and methods', goal: 'What is to be solved', trade: 'Trades' },
  changes: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  filters: { q: 'Word', facet: 'Kind', changed: 'Changes only', yes: 'Yes' },
  columns: { id: 'Concept', terms: 'Means the same', facet: 'Kind', broader: 'Is a kind of', related: 'Often answered by', change: 'Change', number: 'Version', state: 'State', note: 'What changed', concepts: 'Concepts', differs: 'Against the one before', by: 'Put to use by', at: 'When' },
  caption: 'Concepts', versionCaption: 'Versions of the lexicon', empty: 'No concepts.', noDraft: 'There is no draft. Change one under “Concepts” and there is one.',
  add: 'New concept', addTitle: 'New concept', editTitle: 'Concept: {{id}}', edit: 'Change', view: 'Look', save: 'Keep in the draft', saved: 'Kept in draft version {{number}}: {{changes}} changes in all.',
  fields: {
    id: 'Name of the concept', idHint: 'What people say most; it cannot be renamed later.',
    terms: 'Means the same', termsHint: 'One a line: Simplified, Traditional, English, abbreviations. A word belongs to one concept only.',
    facet: 'Kind', broader: 'Is a kind of', broaderHint: 'One concept a line; it must be in the lexicon.', related: 'Often answered by', relatedHint: 'One concept a line: not the same, but often its answer.',
  },
  remove: 'Remove', removeTitle: 'Remove the concept {{id}}', removeNote: 'Only from the draft, also where others name it. Nothing changes until the draft is put to use.', removed: 'Removed from the draft.',
  publish: 'Put the draft to use', publishTitle: 'Put version {{number}} to use', publishNote: 'From then on everything is matched by this version. Introductions already made stay as they are.', note: 'What changed, and why', noteHint: 'At least 5 characters; kept with the version.', published: 'Version {{number}} is in use.',
  discard: 'Give the draft up', discardTitle: 'Give the draft up', discardNote: 'It stays in the list of versions and can be taken up again.', discarded: 'Given up.',
  restore: 'Bring this one back', restoreTitle: 'Bring version {{number}} back', restoreNote: 'Makes a draft with the content of version {{number}}; nothing changes until it is put to use.', restored: 'Made into a draft.',
  states: { draft: 'Draft', published: 'In use', replaced: 'Earlier', discarded: 'Given up' },
  starter: 'Comes with the product',
  differs: '{{added}} added, {{changed}} changed, {{removed}} removed',
  before: 'Before', after: 'After', none: '—',
  shared: '“{{term}}” already belongs to the concept “{{elsewhere}}”. Take it out there, or here.',
  faults: { no_terms: 'At least one word is needed.', repeated_id: 'There is a concept of this name.', unknown_broader: '“{{value}}” under “is a kind of” is not in the lexicon.', unknown_related: '“{{value}}” under “often answered by” is not in the lexicon.', own_ancestor: 'It ends up being a kind of itself: look at “is a kind of”.' },
  preview: { title: 'What it would change', lead: 'Every open technology need, ranked with the draft and compared with today.', none: 'The first answers stay the same everywhere.', count: 'Of {{total}} needs, {{changed}} would get other answers.', before: 'Now', after: 'With the draft', nothing: 'Nothing fits' },
}
