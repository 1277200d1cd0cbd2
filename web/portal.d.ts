import type { Frame, PortalPage } from '@silian/server/contract/portal'
import type { Translate } from '@silian/words'

/** The public pages, built by Vite from src/portal for the server. */
export function render(page: PortalPage, frame: Frame, t: Translate): string
