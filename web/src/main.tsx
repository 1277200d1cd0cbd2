import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import { App } from './app.tsx'
import { startI18n } from './kernel/i18n.ts'
import { forgetSession } from './kernel/offline.ts'
import { newQueryClient } from './kernel/queries.ts'
import { signInAddress } from './kernel/session.ts'
import { startTextSize } from './kernel/text-size.ts'
import { ToastProvider } from './ui/toast.tsx'
import './ui/theme.css'

const queries = newQueryClient(() => {
  forgetSession()
  if (!location.pathname.startsWith('/app/sign-in')) navigate(`/app${signInAddress()}`)
})

startTextSize()
await startI18n()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Router base="/app">
        <ToastProvider>
          <App />
        </ToastProvider>
      </Router>
    </QueryClientProvider>
  </StrictMode>,
)
