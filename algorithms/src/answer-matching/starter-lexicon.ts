import type { Lexicon } from './lexicon.ts'
import { groupsOf } from './lexicon.ts'

export const starterLexicon: Lexicon = { version: 'starter-1', groups: groupsOf('object', `机器人; robot\n工业机器人; industrial robot > 机器人`) }
