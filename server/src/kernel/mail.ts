import { createTransport } from 'nodemailer'
import type { Db } from './db.ts'
import { setting } from './setting.ts'
import { sendSms } from './sms.ts'

/** Sends one message of the outbox. Throwing makes the queue try again later; a sent one is never sent twice by a retry. */
export async function sendMessage(db: Db, { messageId }: { messageId: string }, now: () => Date) {
  const message = await db.selectFrom('outboxMessage').selectAll().where('id', '=', messageId).where('sentAt', 'is', null).executeTakeFirst()
  const { smtp, sms } = setting()
  // Without a mail server or a gateway the message stays in the outbox, where an operator can see it.
  if (!message || !(message.channel === 'email' ? smtp : sms)) return
  try {
    if (message.channel === 'sms') await sendSms(sms!, { to: message.recipient, text: message.body })
    else await createTransport(smtp!.url).sendMail({ from: smtp!.from, to: message.recipient, subject: message.subject, text: message.body, headers: unsubscribing(message.unsubscribeUrl) })
  } catch (error) {
    await db.updateTable('outboxMessage').set({ attempts: message.attempts + 1, lastError: String(error).slice(0, 500) }).where('id', '=', messageId).execute()
    throw error
  }
  // A text message carries a code: once it is gone, nobody has to read it here.
  const spent = message.channel === 'sms' ? { body: '' } : {}
  await db.updateTable('outboxMessage').set({ ...spent, sentAt: now(), attempts: message.attempts + 1 }).where('id', '=', messageId).execute()
}

/** RFC 8058: mail programs show a button of their own for this. */
const unsubscribing = (url: string | null): Record<string, string> => (url ? { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {})
