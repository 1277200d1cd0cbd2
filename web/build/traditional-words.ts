import type { Plugin } from 'vite'
import { sentenceToTraditional } from '@silian/words/traditional'

/**
 * `words/src/zh-Hans/<noun>.ts?traditional` is the same module in traditional characters. Keys are Latin, so the whole
 * text can be converted; the dictionary stays on the machine that builds.
 */
export const traditionalWords = (): Plugin => ({
  name: 'traditional-words',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('?traditional') ? { code: sentenceToTraditional(code), map: null } : null
  },
})
