import { pinyin } from 'pinyin-pro'
import { toSimplified } from '@silian/words/simplified'
import type { Reading } from '../rules.ts'

/** Simplified, half width, lower case; only letters and digits, each with the place it had and the way it sounds. */
export function readingOf(text: string): Reading {
  const written = [...text.normalize('NFC')]
  const together = [...toSimplified(written.join(''))]
  const simple = together.length === written.length ? together : written.map((letter) => toSimplified(letter))
  const letters: string[] = []
  const at: number[] = []
  for (const [place, letter] of simple.entries()) {
    for (const one of letter.normalize('NFKC').toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(one)) continue
      letters.push(one)
      at.push(place)
    }
  }
  return { letters, at, sounds: soundsOf(letters) }
}

function soundsOf(letters: readonly string[]): string[] {
  if (!/\p{Script=Han}/u.test(letters.join(''))) return [...letters]
  const sounds = pinyin(letters.join(''), { toneType: 'none', type: 'array', v: true })
  return sounds.length === letters.length ? sounds : letters.map((letter) => pinyin(letter, { toneType: 'none', v: true }))
}

/** The words of a query or an English name, each as a key: what stands between spaces and signs. */
export const wordsIn = (text: string): string[] => toSimplified(text).normalize('NFKC').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** One key for a whole text. */
export const flat = (text: string): string => wordsIn(text).join('')
