import type { Lexicon } from './lexicon.ts'
import { digital } from './starter/digital.ts'
import { environmentAndEnergy } from './starter/environment-energy.ts'
import { goals } from './starter/goals.ts'
import { life } from './starter/life.ts'
import { manufacturing } from './starter/manufacturing.ts'
import { materials } from './starter/materials.ts'
import { morePosts } from './starter/more-posts.ts'
import { posts } from './starter/posts.ts'

/** What we know of the fields on the first day. An alliance edits its own version of it; this one only ever grows. */
export const starterLexicon: Lexicon = { version: 'starter-1', groups: [...goals, ...manufacturing, ...materials, ...environmentAndEnergy, ...digital, ...life, ...posts, ...morePosts] }
