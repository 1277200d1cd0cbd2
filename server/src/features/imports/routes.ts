import { nothing, route, seen } from '../../kernel/route.ts'
import { refuse } from '../../kernel/refusal.ts'
import { cancelImport, confirmDuplicates, downloadMarked, downloadTemplate, getImport, listImportRows, listImports, undoImport, uploadImport, writeImport } from './contract.ts'
import { mayHandleImport, mayImportKind } from './policy.ts'
import { cancel, confirm, findTarget, sendMarked, sendTemplate, takeFile, undo, viewImport, viewImports, viewRows, writeGoodRows } from './service.ts'
import { findImport, lockImport } from './tables.ts'

export const importRoutes = [
  route(listImports, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewImports(tx, actor, query) }),
  route(uploadImport, {
    find: async ({ tx, actor, body }) => (mayImportKind(actor, body) ? findTarget(tx, actor, body) : { kind: body.kind, forOrganisation: null }),
    may: mayImportKind,
    run: ({ tx, actor, found, wire, now }) => takeFile(tx, actor, found, wire.upload ?? refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] }), { now, started: performance.now() }),
  }),
  route(downloadTemplate, { find: async ({ params }) => params, may: mayImportKind, run: ({ params, wire }) => sendTemplate(params.kind, wire.locale) }),
  route(getImport, { find: ({ tx, actor, params }) => findImport(tx, actor, params.importId), may: seen, run: ({ tx, actor, found, now }) => viewImport(tx, actor, found, now) }),
  route(listImportRows, { find: ({ tx, actor, params }) => findImport(tx, actor, params.importId), may: seen, run: ({ tx, found, query }) => viewRows(tx, found, query) }),
  route(downloadMarked, { find: ({ tx, actor, params }) => findImport(tx, actor, params.importId), may: seen, run: ({ tx, found, wire }) => sendMarked(tx, found, wire.locale) }),
  route(writeImport, { find: ({ tx, actor, params }) => lockImport(tx, params.importId, actor), may: mayHandleImport, run: ({ tx, actor, found, now }) => writeGoodRows(tx, actor, found, now) }),
  route(confirmDuplicates, { find: ({ tx, actor, params }) => lockImport(tx, params.importId, actor), may: mayHandleImport, run: ({ tx, actor, found, now }) => confirm(tx, actor, found, now) }),
  route(cancelImport, { find: ({ tx, actor, params }) => lockImport(tx, params.importId, actor), may: mayHandleImport, run: ({ tx, actor, found, now }) => cancel(tx, actor, found, now) }),
  route(undoImport, { find: ({ tx, actor, params }) => lockImport(tx, params.importId, actor), may: mayHandleImport, run: ({ tx, actor, found, now }) => undo(tx, actor, found, now) }),
]
