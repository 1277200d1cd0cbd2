/** Every namespace, once. A new noun is one line here and one in en/index.ts. */
export { identity } from './identity.ts'
export { inbox } from './inbox.ts'
export { nav } from './nav.ts'
export { placements } from './placements.ts'
export { refusals } from './refusals.ts'
export { sheet } from './sheet.ts'
export { ui } from './ui.ts'
export { student } from './student.ts'
