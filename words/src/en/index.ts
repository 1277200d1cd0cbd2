/** The same namespaces as in Chinese. */
export { inbox } from './inbox.ts'
export { nav } from './nav.ts'
export { refusals } from './refusals.ts'
export { sheet } from './sheet.ts'
export { ui } from './ui.ts'
