import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'

/** The text, read by the device itself; where it cannot speak there is no button. Always in Chinese: so is the document. */
export function ReadAloud({ text }: { text: string }) {
  const { t } = useTranslation('signing')
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!('speechSynthesis' in window)) return null
  const toggle = () => {
    speechSynthesis.cancel()
    setSpeaking(!speaking)
    if (speaking) return
    const words = new SpeechSynthesisUtterance(text)
    words.lang = 'zh-CN'
    words.onend = () => setSpeaking(false)
    speechSynthesis.speak(words)
  }
  return (
    <Button kind="text" icon="speak" onClick={toggle}>
      {t(speaking ? 'quiet' : 'aloud')}
    </Button>
  )
}
