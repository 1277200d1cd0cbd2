import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { useNow } from '../../kernel/now.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { DateField, SelectField, TextField } from '../../ui/inputs.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useTeachers } from '../talent/queries.ts'
import { chinaDay } from './days.ts'
import { useAddMentor, useEndMentor, type ClassView } from './queries.ts'
import css from './training.module.css'

type Mentor = ClassView['mentors'][number]

/** Guides of both sides; who was replaced stays in the list, with day and reason. */
export function MentorsSheet({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  const { fullDay } = useFormat()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Mentor | null>(null)
  const mine = (side: Mentor['side']) => one.can.mentor && (one.side === side || one.side === 'school')
  return (
    <Sheet title={t('record.mentors')}>
      {one.mentors.length === 0 && <p className="dim">{t('mentor.none')}</p>}
      <ul className={css.list}>
        {one.mentors.map((mentor) => (
          <li key={mentor.id} className={mentor.until ? css.gone : undefined}>
            <p className={css.top}>
              <b>{mentor.name}</b>
              <span className="dim">{t(`mentor.${mentor.side}`)}</span>
              {!mentor.until && mine(mentor.side) && (
                <Button kind="text" size="cell" onClick={() => setEnding(mentor)}>
                  {t('mentor.end')}
                </Button>
              )}
            </p>
            <p className={css.small}>
              {mentor.duty && `${mentor.duty} · `}
              {mentor.until ? t('mentor.was', { since: fullDay(mentor.since), until: fullDay(mentor.until), reason: mentor.reason ?? '' }) : t('mentor.from', { day: fullDay(mentor.since) })}
            </p>
          </li>
        ))}
      </ul>
      {one.can.mentor && (
        <div className={css.acts}>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('mentor.add')}
          </Button>
        </div>
      )}
      {adding && <AddDrawer one={one} onClose={() => setAdding(false)} />}
      {ending && <EndDrawer one={one} mentor={ending} onClose={() => setEnding(null)} />}
    </Sheet>
  )
}

function AddDrawer({ one, onClose }: { one: ClassView; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const add = useAddMentor()
  const [side, setSide] = useState<'school' | 'firm'>(one.side === 'firm' ? 'firm' : 'school')
  const [teacherId, setTeacherId] = useState('')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [duty, setDuty] = useState('')
  const [since, setSince] = useState(chinaDay(useNow()))
  const onDo = () => add.mutate({ id: one.id, side, duty, since, ...(side === 'school' ? { teacherId } : { name, phone: phone || null }) }, { onSuccess: () => (toast(t('mentor.added')), onClose()) })
  return (
    <Drawer open onClose={onClose} title={t('mentor.add')} verb={t('mentor.add')} onDo={onDo} busy={add.isPending} error={add.error} because={(side === 'school' ? teacherId === '' : name.trim().length < 2) && t('form.faults.missing')}>
      {one.side === 'school' && <SelectField label={t('record.mentors')} none={null} value={side} options={(['school', 'firm'] as const).map((value) => ({ value, label: t(`mentor.${value}`) }))} onChange={(value) => setSide(value as 'school')} />}
      {side === 'school' ? (
        <Teachers schoolId={one.schoolId} value={teacherId} onChange={setTeacherId} />
      ) : (
        <>
          <TextField label={t('mentor.name')} value={name} maxLength={50} onChange={setName} />
          <TextField label={t('mentor.phone')} optional value={phone} maxLength={16} inputMode="tel" onChange={setPhone} />
        </>
      )}
      <TextField label={t('mentor.duty')} optional value={duty} maxLength={200} onChange={setDuty} />
      <DateField short label={t('mentor.since')} value={since} onChange={setSince} />
    </Drawer>
  )
}

function Teachers({ schoolId, value, onChange }: { schoolId: string; value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation('training')
  const teachers = useTeachers({ schoolId, size: 100 })
  return <SelectField label={t('mentor.teacher')} value={value} options={(teachers.data?.rows ?? []).map(({ id, name, number }) => ({ value: id, label: `${name} ${number}` }))} onChange={onChange} />
}

function EndDrawer({ one, mentor, onClose }: { one: ClassView; mentor: Mentor; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const end = useEndMentor()
  const [until, setUntil] = useState(chinaDay(useNow()))
  const [reason, setReason] = useState('')
  const onDo = () => end.mutate({ id: one.id, mentorId: mentor.id, until, reason }, { onSuccess: () => (toast(t('mentor.ended')), onClose()) })
  return (
    <Drawer open onClose={onClose} title={`${t('mentor.end')}：${mentor.name}`} verb={t('mentor.end')} onDo={onDo} busy={end.isPending} error={end.error} because={reason.trim().length < 2 && t('form.faults.missing')}>
      <DateField short label={t('mentor.until')} min={mentor.since} value={until} onChange={setUntil} />
      <TextField label={t('mentor.reason')} value={reason} maxLength={200} onChange={setReason} />
    </Drawer>
  )
}
