import { fits, isCommonKey, tieKeys, type RoundRule, type TieKey } from '@silian/algorithms/round-rule'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { UpDownList } from '../../../ui/up-down-list.tsx'
import type { FaultsAt } from './fault-text.ts'
import css from './rule.module.css'

/** Equal scores: what is compared further, and then luck; or all of them alike. */
export function TiesSheet({ rule, faultsAt, onChange }: { rule: RoundRule; faultsAt: FaultsAt; onChange: (rule: RoundRule) => void }) {
  const { t } = useTranslation('matching')
  const setKeys = (keys: readonly TieKey[]) => onChange({ ...rule, tieKeys: keys })
  const more = tieKeys.filter((key) => !rule.tieKeys.includes(key) && (rule.mechanism !== 'score-first' || isCommonKey(key)))
  const fault = faultsAt('rule', 'tieKeys')
  return (
    <Sheet title={t('ties.title')}>
      {fits(rule.mechanism, 'ties') ? (
        <RadioGroup<RoundRule['ties']>
          name="ties"
          label={t('one')}
          value={rule.ties}
          error={faultsAt('rule', 'ties')}
          onChange={(ties) => onChange({ ...rule, ties })}
          options={(['keys-then-lottery', 'admit-all', 'admit-none'] as const).map((value) => ({ value, label: t(`ties.names.${value}`), note: t(`ties.notes.${value}`) }))}
        />
      ) : (
        <p>{t('ties.notes.keys-then-lottery')}</p>
      )}
      <div id="field-tieKeys" tabIndex={-1} className={css.block}>
        <h3 className={css.heading}>{t('ties.keys')}</h3>
        <p className={css.note}>{t('ties.keysNote')}</p>
        {rule.tieKeys.length > 0 && (
          <UpDownList
            items={rule.tieKeys}
            itemKey={(key) => key}
            name={(key) => t(`ties.key.${key}`)}
            label={t('ties.keys')}
            onChange={setKeys}
            aside={(key) => <IconButton name="close" label={t('ties.removeKey', { key: t(`ties.key.${key}`) })} onClick={() => setKeys(rule.tieKeys.filter((one) => one !== key))} />}
          >
            {(key) => t(`ties.key.${key}`)}
          </UpDownList>
        )}
        <div className={css.buttons}>
          {more.map((key) => (
            <Button key={key} icon="plus" onClick={() => setKeys([...rule.tieKeys, key])}>
              {t('ties.addKey', { key: t(`ties.key.${key}`) })}
            </Button>
          ))}
        </div>
        {fault && <p className={css.fault}>{fault}</p>}
      </div>
    </Sheet>
  )
}
