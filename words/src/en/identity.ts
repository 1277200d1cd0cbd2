import type { Shape } from '../shape.ts'
import type { identity as chinese } from '../zh-Hans/identity.ts'

export const identity: Shape<typeof chinese> = {
  mail: {
    invitation: {
      subject: '{{inviter}} invites you to {{place}}',
      body: 'Dear {{name}},\n\n{{inviter}} invites you to Silian as {{role}} of {{place}}. Open this link to choose a password and set up the second step:\n\n{{link}}\n\nThe link is good for 7 days and works once. If you do not know {{inviter}}, ignore this message.',
    },
    wayBack: {
      subject: 'A link back into Silian',
      body: 'Dear {{name}},\n\n{{inviter}} has opened a link for you to choose a new password:\n\n{{link}}\n\nThe link is good for 7 days and works once. When it is used, the old password and second step are void. If you did not ask for it, do not open it and tell {{place}}.',
    },
  },
}
