import type { AgreementCheck } from '@silian/server/contract/portal'
import { Facts, PageTop, Part } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

/** 核验协议: by the code on the paper or by the hash of the text. */
export function AgreementPage({ typed, result }: AgreementCheck) {
  const { t, href } = useReader()
  return (
    <>
      <PageTop title={t('agreements:check.title')} lead={t('agreements:check.lead')} />
      <div className="w">
        <form className="query" method="get" action={href('/verify')} role="search">
          <label htmlFor="code">{t('agreements:check.code')}</label>
          <input id="code" name="code" type="search" defaultValue={typed} maxLength={100} autoCapitalize="characters" autoComplete="off" aria-describedby="code-hint" />
          <button className="btn pri">{t('agreements:check.do')}</button>
          <p id="code-hint" className="hint">
            {t('agreements:check.hint')}
          </p>
        </form>
        <div role="status">{result && (result.found ? <Found result={result} /> : <p className="none">{t(`agreements:check.${result.why}`)}</p>)}</div>
      </div>
    </>
  )
}

function Found({ result }: { result: Extract<AgreementCheck['result'], { found: true }> }) {
  const { t, f } = useReader()
  const holds = result.state === 'concluded'
  return (
    <Part title={`${t(`agreements:kinds.${result.kind}`)} ${result.number}`}>
      {result.sameText === false && <p className="refused">{t('agreements:check.otherText')}</p>}
      <p>
        <span className={`st ${holds ? 'ok' : 'open'}`}>{t(`agreements:check.states.${result.state}`)}</span>
        {result.laterNumber && ` ${t('agreements:check.later', { number: result.laterNumber })}`}
      </p>
      <Facts
        rows={[
          [
            t('agreements:check.organisations'),
            <ul key="list">
              {result.organisations.map((one) => (
                <li key={one.text}>
                  <Words of={one} />
                </li>
              ))}
            </ul>,
          ],
          result.startsOn && result.endsOn && [t('agreements:check.term'), t('agreements:check.fromUntil', { from: f.fullDay(result.startsOn), until: f.fullDay(result.endsOn) })],
          [t('agreements:check.signed'), t('agreements:check.signatures', { signed: result.signatures, parties: result.parties })],
          result.signedOn && [t('agreements:columns.signedOn'), f.fullDay(result.signedOn)],
          result.endedOn && [t('agreements:columns.endedOn'), f.fullDay(result.endedOn)],
          [t('agreements:columns.code'), result.code],
          [t('agreements:columns.hash'), <code key="hash">{result.textHash}</code>],
          result.sameText === true && [t('agreements:check.text'), t('agreements:check.sameText')],
        ]}
      />
      <p className="cap">{t('agreements:check.note')}</p>
    </Part>
  )
}
