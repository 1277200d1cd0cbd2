/** Signing in, accounts, seats, invitations. */
export const identity = {
  mail: {
    invitation: {
      subject: '{{inviter}}邀请你加入{{place}}',
      body: '{{name}}，你好：\n\n{{inviter}}邀请你在“四链”以“{{role}}”的身份加入{{place}}。请打开下面的链接，设置密码和第二步验证：\n\n{{link}}\n\n链接 7 天内有效，只能用一次。如果你不认识{{inviter}}，不必理会这封邮件。',
    },
    wayBack: {
      subject: '重新进入“四链”的链接',
      body: '{{name}}，你好：\n\n{{inviter}}为你开了一个重新设置密码的链接：\n\n{{link}}\n\n链接 7 天内有效，只能用一次。用过之后，原来的密码和第二步验证失效。如果不是你提出的，请不要打开，并告诉{{place}}。',
    },
  },
} as const
