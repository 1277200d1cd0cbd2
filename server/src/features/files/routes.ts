import { route, seen, type Route } from '../../kernel/route.ts'
import { downloadFile } from './contract.ts'
import { sendFile, type Sees } from './service.ts'
import { findFile } from './tables.ts'

/** Visibility follows the thing: each feature to the right hands in who sees its subject type. A type nobody answers for is seen by nobody. */
export const filesRoutes = (whoSees: Readonly<Record<string, Sees>>): Route[] => [
  route(downloadFile, {
    async find({ tx, actor, params }) {
      const file = await findFile(tx, params.fileId)
      return file && (await whoSees[file.subjectType]?.(tx, actor, file.subjectId)) ? file : undefined
    },
    may: seen,
    run: ({ query, found }) => sendFile(found, query.inline),
  }),
]
