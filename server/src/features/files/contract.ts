import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { Moment } from '../../contract/moment.ts'

/** What may be kept, told apart by content. */
export const fileKinds = ['pdf', 'png', 'jpeg', 'webp', 'xlsx', 'docx', 'csv', 'txt', 'zip'] as const
export type FileKind = (typeof fileKinds)[number]

/** How a file stands in the view of the thing it belongs to. */
export const FileView = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int(), createdAt: Moment })
export type FileView = z.input<typeof FileView>

export const downloadFile = endpoint({
  method: 'GET',
  path: '/files/:fileId',
  params: z.object({ fileId: z.uuid() }),
  query: z.object({ inline: z.stringbool().default(false) }),
  reply: z.unknown(),
  bytes: 'download',
  summary: 'The bytes of a file, for whoever may see the thing it belongs to',
})
