import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, TwoColumns } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMarkLeft, useStudent, useUnmask, useUnmaskings, type StudentView } from './queries.ts'
import { StudentDrawer } from './student-drawer.tsx'
import css from './talent.module.css'

/** One student; numbers stay masked until somebody says why. */
export default function StudentPage() {
  const { studentId = '' } = useParams()
  const student = useStudent(studentId)
  return <Loaded query={student}>{(one) => <Student key={one.id} student={one} />}</Loaded>
}

type Numbers = { idNumber: string | null; phone: string | null; guardianPhone: string | null }

function Student({ student }: { student: StudentView }) {
  const { t, i18n } = useTranslation('talent')
  const { day, stamp, number } = useFormat()
  const [open, setOpen] = useState<'edit' | 'unmask' | 'leave' | null>(null)
  const [numbers, setNumbers] = useState<Numbers | null>(null)
  const tagOf = (tag: string) => (i18n.exists(`talent:tags.${tag}`) ? t(`tags.${tag as 'paired_county'}`) : tag)
  const close = () => setOpen(null)
  const phone = (one: string | null) => one?.replace(/^\+86/, '') ?? null

  return (
    <Page
      title={student.name}
      crumbs={[{ label: t('students.title'), href: '/students' }, { label: student.studentNumber }]}
      lead={[student.minor && t('students.minor'), t(student.left ? 'students.left' : 'students.here'), student.demo && t('demo')].filter(Boolean).join('　')}
      actions={
        <>
          {student.can.invite && <LinkButton href="/student-codes">{t('students.columns.account')}</LinkButton>}
          {student.can.unmask && (
            <Button icon="lock" onClick={() => setOpen('unmask')}>
              {t('student.unmask')}
            </Button>
          )}
          {student.can.leave && <Button onClick={() => setOpen('leave')}>{t(student.left ? 'student.back' : 'student.leave')}</Button>}
          {student.can.edit && (
            <Button kind="primary" icon="edit" onClick={() => setOpen('edit')}>
              {t('student.edit')}
            </Button>
          )}
        </>
      }
    >
      <TwoColumns
        aside={
          <Sheet title={t('student.log')}>
            <UnmaskLog studentId={student.id} />
          </Sheet>
        }
      >
        {numbers && (
          <Sheet title={t('student.unmasked')}>
            <Facts facts={[[t('student.fields.idNumber'), numbers.idNumber], [t('student.fields.phone'), phone(numbers.phone)], [t('student.fields.guardianPhone'), phone(numbers.guardianPhone)]]} />
          </Sheet>
        )}
        <Sheet title={t('student.school')}>
          <Facts
            facts={[
              [t('student.fields.school'), student.schoolName],
              [t('student.fields.number'), student.studentNumber],
              [t('student.fields.programme'), `${student.programmeName} ${student.majorCode}　${t(`levels.${student.level}`)}`],
              [t('student.fields.cohort'), student.cohortName],
              [t('student.fields.years'), t('years', { from: student.entryYear, to: student.leaveYear })],
              [t('student.fields.teacher'), student.teacherName],
              [t('student.fields.mark'), student.schoolMark === null ? null : t('student.marks', { mark: number(student.schoolMark, 3) })],
              [t('student.fields.certificates'), student.certificates.join('、') || null],
              [t('student.fields.tags'), student.tags.map(tagOf).join('、') || null],
              [t('student.fields.account'), t(student.hasAccount ? 'students.hasAccount' : 'students.noAccount')],
            ]}
          />
        </Sheet>
        <Sheet title={t('student.person')}>
          <Facts
            facts={[
              [t('student.fields.sex'), student.sex && t(`sexes.${student.sex}`)],
              [t('student.fields.birthDate'), day(student.birthDate)],
              [t(`student.idTypes.${student.idType}`), student.idNumberMask],
              [t('student.fields.phone'), phone(student.phone)],
              [t('student.fields.home'), student.homeDivisionCode && `${student.homeDivisionName ?? ''} ${student.homeDivisionCode}`],
              [t('student.fields.guardianName'), student.guardianName && [student.guardianName, student.guardianRelation, phone(student.guardianPhone)].filter(Boolean).join('　')],
              [t('student.fields.updatedAt'), stamp(student.updatedAt)],
            ]}
          />
        </Sheet>
      </TwoColumns>
      {open === 'edit' && <StudentDrawer student={student} onClose={close} />}
      {open === 'unmask' && <UnmaskDialog student={student} onClose={close} onSeen={setNumbers} />}
      {open === 'leave' && <LeaveDialog student={student} onClose={close} />}
    </Page>
  )
}

function UnmaskLog({ studentId }: { studentId: string }) {
  const { t } = useTranslation('talent')
  const log = useUnmaskings(studentId)
  return (
    <Loaded query={log} rows={2} empty={(data) => data.rows.length === 0 && <Empty>{t('student.noLog')}</Empty>}>
      {({ rows }) => <Timeline label={t('student.log')} events={rows.map(({ at, name, organisationName, reason }, index) => ({ key: String(index), at, text: t('student.logLine', { name, organisation: organisationName ?? '' }), note: reason }))} />}
    </Loaded>
  )
}

function UnmaskDialog({ student, onClose, onSeen }: { student: StudentView; onClose: () => void; onSeen: (numbers: Numbers) => void }) {
  const { t } = useTranslation('talent')
  const unmask = useUnmask(student.id)
  const [reason, setReason] = useState('')
  const onDo = () =>
    unmask.mutate(reason, {
      onSuccess: (numbers) => {
        onSeen(numbers)
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('student.unmaskTitle', { name: student.name })} verb={t('student.unmaskVerb')} busy={unmask.isPending} error={unmask.error} onDo={onDo}>
      <TextArea label={t('student.unmaskReason')} hint={t('student.unmaskHint')} value={reason} most={200} onChange={setReason} />
      <div className={css.phrases}>
        {t('student.unmaskReasons')
          .split('\n')
          .map((phrase) => (
            <Button key={phrase} onClick={() => setReason(phrase)}>
              {phrase}
            </Button>
          ))}
      </div>
    </Dialog>
  )
}

function LeaveDialog({ student, onClose }: { student: StudentView; onClose: () => void }) {
  const { t } = useTranslation('talent')
  const toast = useToast()
  const mark = useMarkLeft(student.id)
  const verb = t(student.left ? 'student.back' : 'student.leave')
  const onDo = () =>
    mark.mutate(
      { left: !student.left, version: student.version },
      {
        onSuccess: () => {
          toast(t('student.done'))
          onClose()
        },
      },
    )
  return <Dialog open onClose={onClose} title={t(student.left ? 'student.backTitle' : 'student.leaveTitle', { name: student.name })} note={t(student.left ? 'student.backNote' : 'student.leaveNote')} verb={verb} busy={mark.isPending} error={mark.error} onDo={onDo} />
}
