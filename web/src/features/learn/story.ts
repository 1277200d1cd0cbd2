import type { Step, Trace, TraceMarket } from '@silian/algorithms/trace-matching'
import { useTranslation } from 'react-i18next'

/** The names of the page for a market's ids. */
export function useNames() {
  const { t } = useTranslation('learn')
  return {
    post: (id: string): string => t(`post.${id as 'A'}`),
    student: (id: string): string => t(`student.n${id as '1'}`),
  }
}

/** Every step as one sentence. */
export function useStory() {
  const { t } = useTranslation('learn')
  const names = useNames()
  const tell = (step: Step): string => {
    const student = names.student(step.student)
    if (step.kind === 'unplaced') return t(step.because.wishes > 0 ? 'told.unplaced' : 'told.unplacedNone', { student })
    const post = names.post(step.post)
    if (step.kind === 'propose') return t('told.propose', { student, post, wish: step.because.wish })
    if (step.kind === 'hold') return t('told.hold', { student, post, held: step.because.held, seats: step.because.seats })
    if (step.because.code === 'no-seats') return t('told.refuse.seats', { student, post })
    const { code, own, other } = step.because
    return t(`told.${step.kind}.${code}`, { student, post, own, other, over: names.student(step.over ?? '') })
  }
  /** What stands at the top after `count` steps: the last of them, and at the end also what became of everybody. */
  const tellAt = ({ steps, placement }: Trace, count: number): string => {
    const step = steps[count - 1]
    if (!step) return t('told.start')
    if (count < steps.length) return tell(step)
    const posts = Object.values(placement)
    const placed = posts.filter((post) => post !== null).length
    return `${tell(step)} ${t('told.result', { placed, left: posts.length - placed })}`
  }
  return { tell, tellAt }
}

export type Standing = 'waiting' | 'asking' | 'moving' | 'held' | 'placed' | 'unplaced'

/** How far everybody has got after some steps: how many wishes were asked, and how it stands. */
export function standings(market: TraceMarket, { steps }: Trace, count: number): Map<string, { asked: number; standing: Standing }> {
  const all = new Map(market.students.map(({ id }) => [id, { asked: 0, standing: 'waiting' as Standing }]))
  for (const step of steps.slice(0, count)) {
    const { asked } = all.get(step.student)!
    if (step.kind === 'propose') all.set(step.student, { asked: asked + 1, standing: 'asking' })
    else all.set(step.student, { asked, standing: step.kind === 'refuse' ? 'moving' : step.kind === 'unplaced' ? 'unplaced' : 'held' })
    if (step.kind === 'swap') all.set(step.over, { ...all.get(step.over)!, standing: 'moving' })
  }
  if (count < steps.length) return all
  return new Map([...all].map(([id, one]) => [id, one.standing === 'held' ? { ...one, standing: 'placed' } : one]))
}
