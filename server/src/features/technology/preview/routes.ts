import { nothing, route, type Route } from '../../../kernel/route.ts'
import { mayEditLexicon } from '../../lexicon/policy.ts'
import * as contract from './contract.ts'
import { previewDraft } from './service.ts'

export const previewRoutes: Route[] = [route(contract.previewLexiconDraft, { find: nothing, may: mayEditLexicon, run: ({ tx }) => previewDraft(tx) })]
