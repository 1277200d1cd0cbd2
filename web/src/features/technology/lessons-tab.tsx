import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button } from '../../ui/button.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useLessons, useSetLesson, type Lesson } from './queries.ts'
import { signed } from './reasons.tsx'
import css from './technology.module.css'

/** Each answer with a reason, what it changed in the ranking, and the way to take that back. */
export function LessonsTab() {
  const { t } = useTranslation('introductions')
  const list = useListState()
  const lessons = useLessons({ page: list.page, size: list.size }, true)
  return (
    <>
      <p className="mut">{t('lessons.lead')}</p>
      <Loaded query={lessons} rows={6} empty={(data) => data.rows.length === 0 && <Empty>{t('lessons.empty')}</Empty>}>
        {(data) => (
          <Sheet>
            <ul className={css.list}>
              {data.rows.map((lesson) => (
                <Row key={lesson.introductionId} lesson={lesson} />
              ))}
            </ul>
            <Pager list={list} total={data.total} count={data.rows.length} />
          </Sheet>
        )}
      </Loaded>
    </>
  )
}

function Row({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('introductions')
  const { day } = useFormat()
  const say = useWording()
  const toast = useToast()
  const set = useSetLesson()
  const words = (one: Lesson['adjustments'][number]) => {
    const add = signed(one.add)
    if (one.pair) return t('lessons.pair', { add })
    return one.needConcept && one.answerConcept ? t('lessons.need', { need: one.needConcept, answer: one.answerConcept, add }) : t('lessons.side', { add })
  }
  return (
    <li>
      <p className={css.top}>
        <b>{lesson.code === 'solved' ? t('lessons.solved') : t(`codes.${lesson.code}`)}</b>
        <Link href={`/introductions/${lesson.introductionId}`}>
          {lesson.need.title} × {lesson.answer.title}
        </Link>
        <StateMark mood={lesson.active ? 'now' : 'gone'}>{t(lesson.active ? 'lessons.active' : 'lessons.off')}</StateMark>
      </p>
      <p className="small mut">
        {day(lesson.at)}　{lesson.unlearntAt && t('lessons.offBy', { name: lesson.unlearntByName ?? t('unknown'), day: day(lesson.unlearntAt) })}
      </p>
      {lesson.active && (
        <ul className={css.reasons} aria-label={t('lessons.changes')}>
          {lesson.adjustments.length === 0 && <li>{t('lessons.nothing')}</li>}
          {lesson.adjustments.map((one) => (
            <li key={one.id} data-against={one.add < 0 || undefined}>
              {words(one)}
            </li>
          ))}
        </ul>
      )}
      <div className={css.acts}>
        <Button busy={set.isPending} because={set.isError ? say(set.error) : null} onClick={() => set.mutate({ introductionId: lesson.introductionId, active: !lesson.active }, { onSuccess: () => toast(t(lesson.active ? 'lessons.undone' : 'lessons.redone')) })}>
          {t(lesson.active ? 'lessons.undo' : 'lessons.redo')}
        </Button>
      </div>
    </li>
  )
}
