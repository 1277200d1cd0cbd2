import { mentorTaskKinds } from '@silian/server/contract/mentors/tasks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { shrinkPhoto } from '../../placements/student/shrink-photo.ts'
import css from '../mentors.module.css'
import { useAddTaskPhoto, useDropTask, useSaveTask, type Mentorship, type Task, type TaskFields } from '../queries.ts'

type Written = { kind: TaskFields['kind']; title: string; happenedOn: string; hours: number | null; note: string }
type Props = { mentorship: Mentorship; task: Task | null; onClose: () => void }

/** One task: what, when, how long; a photo if there is one. */
export function TaskDrawer({ mentorship, task, onClose }: Props) {
  const { t } = useTranslation('mentors')
  const toast = useToast()
  const save = useSaveTask(mentorship.id)
  const drop = useDropTask()
  const photo = useAddTaskPhoto()
  const today = new Date(useNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const draft = useDraft<Written>(`mentor-task.${mentorship.id}.${task ? `${task.id}.${task.version}` : 'new'}`, { kind: task?.kind ?? 'course', title: task?.title ?? '', happenedOn: task?.happenedOn ?? today, hours: task?.hours ?? null, note: task?.note ?? '' })
  const { kind, title, happenedOn, hours, note } = draft.value
  const [file, setFile] = useState<File | null>(null)
  const [bad, setBad] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const wrong = hours === null || hours < 0.5 || hours > 200 || hours * 2 !== Math.round(hours * 2)
  const refused = save.error instanceof ApiError ? save.error.issues.find(({ path }) => path[0] === 'happenedOn')?.code : undefined
  const choose = async (chosen: File) => {
    const small = await shrinkPhoto(chosen)
    setBad(small ? null : chosen.name)
    setFile(small && new File([small], chosen.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }))
  }
  const done = (words: string) => {
    draft.clear()
    toast(words)
    onClose()
  }
  const onDo = () => {
    setAsked(true)
    if (!title.trim() || wrong || !happenedOn) return
    save.mutate({ known: task && { id: task.id, version: task.version }, body: { kind, title: title.trim(), happenedOn, hours: hours!, note: note.trim() } }, {
      onSuccess: ({ id }) => {
        if (file) photo.mutate({ taskId: id, file }, { onSettled: () => done(t('task.saved')) })
        else done(t('task.saved'))
      },
    })
  }
  const error = save.error instanceof ApiError && save.error.code === 'invalid_input' ? null : (save.error ?? drop.error)
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(task ? 'task.editTitle' : 'task.newTitle')}
      verb={t('task.save')}
      busy={save.isPending || photo.isPending || drop.isPending}
      error={error}
      onDo={onDo}
      others={
        task && (
          <Button size="form" kind="risk" onClick={() => drop.mutate(task.id, { onSuccess: () => done(t('task.dropped')) })}>
            {t('task.drop')}
          </Button>
        )
      }
    >
      <RadioGroup<TaskFields['kind']> name="kind" inline label={t('task.kind')} value={kind} options={mentorTaskKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(value) => draft.set({ kind: value })} />
      <TextField name="title" label={t('task.title')} hint={t('task.titleHint')} value={title} maxLength={100} error={asked && !title.trim() ? t('task.faults.missing') : null} onChange={(value) => draft.set({ title: value })} />
      <FieldRow>
        <DateField name="happenedOn" label={t('task.happenedOn')} value={happenedOn} min={mentorship.startsOn ?? undefined} max={today} error={refused === 'future' || refused === 'outside' ? t(`task.faults.${refused}`) : null} onChange={(value) => draft.set({ happenedOn: value })} />
        <NumberField name="hours" label={t('task.hours')} hint={t('task.hoursHint')} digits={1} value={hours} error={asked && wrong ? t('task.faults.wrong') : null} onChange={(value) => draft.set({ hours: value })} />
      </FieldRow>
      <TextArea name="note" label={t('task.note')} optional rows={3} most={1000} value={note} onChange={(value) => draft.set({ note: value })} />
      <FileField name="photo" label={t('task.photos')} optional accept="image/*" chosen={file?.name ?? null} error={bad === null ? null : t('task.photoBad', { name: bad })} onFile={(chosen) => void choose(chosen)} />
      {task && task.photos.length > 0 && <p className={css.by}>{task.photos.map(({ name }) => name).join('、')}</p>}
    </Drawer>
  )
}
