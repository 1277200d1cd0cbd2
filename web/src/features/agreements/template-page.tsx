import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { ApiError } from '../../kernel/api.ts'
import { useDraft } from '../../kernel/draft.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { TextArea, TextField } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { MissingPage } from '../../ui/missing-page.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { RuleBlock } from '../../ui/rule-block.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { FormBar, FormSheet } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './agreements.module.css'
import { useFaultWords } from './fault-words.ts'
import { useTemplates, useWriteTemplate, type TemplateView } from './queries.ts'
import { VersionWords } from './templates-page.tsx'

type Version = TemplateView['current']
type Section = Version['sections'][number]

function useTemplate() {
  const { kind = '' } = useParams()
  const templates = useTemplates()
  return { templates, find: (rows: readonly TemplateView[]) => rows.find((one) => one.kind === kind) }
}

/** One kind: its present words, and every version before. */
export default function TemplatePage() {
  const { templates, find } = useTemplate()
  return (
    <Loaded query={templates}>
      {({ rows }) => {
        const template = find(rows)
        return template ? <Template template={template} /> : <MissingPage />
      }}
    </Loaded>
  )
}

function Template({ template }: { template: TemplateView }) {
  const { t } = useTranslation('agreements')
  return (
    <Page
      title={template.current.title}
      crumbs={[{ label: t('template.title'), href: '/agreement-templates' }, { label: t(`kinds.${template.kind}`) }]}
      lead={<VersionWords version={template.current} />}
      actions={
        template.can.edit && (
          <LinkButton kind="primary" icon="edit" href={`/agreement-templates/${template.kind}/new`}>
            {t('template.edit')}
          </LinkButton>
        )
      }
    >
      <Stack>
        <Sheet>
          {template.current.note && <p className="small mut">{template.current.note}</p>}
          <Sections sections={template.current.sections} level={2} />
        </Sheet>
        {template.earlier.length > 0 && (
          <Sheet title={t('template.earlier')}>
            {template.earlier.map((version) => (
              <details key={`${version.owner}-${version.version}`} className={css.earlier}>
                <summary>
                  {version.title}　<VersionWords version={version} />
                </summary>
                <Sections sections={version.sections} level={3} />
              </details>
            ))}
          </Sheet>
        )}
      </Stack>
    </Page>
  )
}

function Sections({ sections, level }: { sections: readonly Section[]; level: 2 | 3 }) {
  const { t } = useTranslation('agreements')
  const Head = `h${level}` as const
  return (
    <div className={css.paper} lang="zh-Hans" translate="no">
      {sections.map(({ code, title, text, required }) => (
        <section key={code}>
          <Head>
            {title}　<span className="note dim">{t(required ? 'template.required' : 'template.optional')}</span>
          </Head>
          <p>{text || '—'}</p>
        </section>
      ))}
    </div>
  )
}

export function NewTemplatePage() {
  const { templates, find } = useTemplate()
  return (
    <Loaded query={templates}>
      {({ rows }) => {
        const template = find(rows)
        if (!template) return <MissingPage />
        return template.can.edit ? <Writing key={template.ownVersion} template={template} /> : <Redirect to={`/agreement-templates/${template.kind}`} replace />
      }}
    </Loaded>
  )
}

type Form = { title: string; note: string; sections: Section[] }

function Writing({ template }: { template: TemplateView }) {
  const { t } = useTranslation('agreements')
  const [, navigate] = useLocation()
  const toast = useToast()
  const write = useWriteTemplate()
  const { current, kind, ownVersion, required } = template
  const draft = useDraft<Form>(`agreement-template.${kind}.${ownVersion}`, { title: current.title, note: current.owner === 'program' ? '' : current.note, sections: current.sections.map((section) => ({ ...section })) })
  const [added, setAdded] = useState(0)
  const form = draft.value
  const faultWords = useFaultWords(form.sections)
  const issues = write.error instanceof ApiError && write.error.code === 'template_incomplete' ? write.error.issues : []
  const errorOf = (code: string) => {
    const words = issues.filter(({ path }) => path[1] === code).map(faultWords)
    return words.length > 0 ? words.join('；') : null
  }
  const change = (at: number, section: Partial<Section>) => draft.set({ sections: form.sections.map((one, index) => (index === at ? { ...one, ...section } : one)) })
  const add = () => {
    let n = form.sections.length + 1 + added
    while (form.sections.some(({ code }) => code === `extra_${n}`)) n++
    setAdded(added + 1)
    draft.set({ sections: [...form.sections, { code: `extra_${n}`, title: '', text: '', required: false }] })
  }
  const save = () =>
    write.mutate(
      { kind, title: form.title.trim(), note: form.note.trim(), sections: form.sections, ownVersion },
      {
        onSuccess: ({ version }) => {
          draft.clear()
          toast(t('template.saved', { version }))
          navigate(`/agreement-templates/${kind}`)
        },
      },
    )
  const missing = issues.filter(({ path }) => !form.sections.some(({ code }) => code === path[1]))
  return (
    <Page narrow title={t('template.editTitle', { kind: t(`kinds.${kind}`) })} crumbs={[{ label: t('template.title'), href: '/agreement-templates' }, { label: current.title, href: `/agreement-templates/${kind}` }]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        {kind === 'three_party' && <RuleBlock tone="refuses" unread title={t('template.law')} />}
        <FormSheet title={t('template.name')}>
          <TextField name="title" label={t('template.name')} value={form.title} maxLength={100} onChange={(title) => draft.set({ title })} />
          <TextField name="note" label={t('template.note')} optional hint={t('template.noteHint')} value={form.note} maxLength={500} onChange={(note) => draft.set({ note })} />
        </FormSheet>
        <FormSheet title={t('template.sections')} lead={t('template.namesNote', { open: '{{', close: '}}' })}>
          <Names names={template.names} />
          <div className={css.sections}>
            {form.sections.map((section, at) => (
              <div key={section.code} className={css.section}>
                <TextField name={`sections.${section.code}.title`} label={t('template.sectionTitle')} value={section.title} maxLength={50} onChange={(title) => change(at, { title })} />
                <TextArea name={`sections.${section.code}`} label={t('template.text')} optional={!section.required} rows={5} most={8000} value={section.text} error={errorOf(section.code)} onChange={(text) => change(at, { text })} />
                {!required.includes(section.code) && (
                  <Button kind="text" icon="trash" onClick={() => draft.set({ sections: form.sections.filter((_one, index) => index !== at) })}>
                    {t('template.removeSection', { title: section.title })}
                  </Button>
                )}
              </div>
            ))}
          </div>
          <Button icon="plus" onClick={add}>
            {t('template.addSection')}
          </Button>
        </FormSheet>
        {write.isError && <Refused error={write.error} />}
        {missing.length > 0 && <Banner>{missing.map(faultWords).join('；')}</Banner>}
      </Stack>
      <FormBar>
        <Button size="form" kind="primary" busy={write.isPending} onClick={save}>
          {t('template.save')}
        </Button>
      </FormBar>
    </Page>
  )
}

function Names({ names }: { names: readonly string[] }) {
  const { t, i18n } = useTranslation('agreements')
  return (
    <p className={css.names}>
      {names.map((name) => (
        <span key={name}>
          <code>{`{{${name}}}`}</code> {i18n.exists(`agreements:form.names.${name}`) ? t(`form.names.${name as 'post'}`) : ''}
        </span>
      ))}
    </p>
  )
}
