import type { MyFit } from '@silian/server/contract/rounds/fits'
import { useTranslation } from 'react-i18next'
import { useMyFits } from './queries.ts'

/** In which order posts fit my programme, and why each does. Until it is known, posts that name my major come first. */
export function useFits(roundId: string) {
  const { t, i18n } = useTranslation('student')
  const { data } = useMyFits(roundId)
  const fits = new Map(data?.rows.map((fit, place) => [fit.postId, { fit, place }]))
  // That the post names the major is said among its facts.
  const words = (fit: MyFit) =>
    fit.named ? null : fit.official ? t('wishes.fitOfficial', { occupation: fit.official }) : fit.words.length > 0 ? t('wishes.fitWords', { words: fit.words.join(i18n.language === 'en' ? ', ' : '、') }) : null
  return {
    placeOf: (post: { id: string; majorWanted: boolean }) => fits.get(post.id)?.place ?? (post.majorWanted ? fits.size : Number.MAX_SAFE_INTEGER),
    why: (postId: string) => {
      const found = fits.get(postId)
      return found ? words(found.fit) : null
    },
    leadFor: (posts: readonly { id: string }[]) => {
      if (!data) return null
      const count = posts.filter(({ id }) => fits.has(id)).length
      const { programmeName: name } = data
      return count === 0 ? t('wishes.fitsNone', { name }) : t('wishes.fits', { name, count })
    },
  }
}
