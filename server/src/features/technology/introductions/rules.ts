/** Both sides answer within ten working days; as long again to meet; then a word every twenty. */
export const answerWithin = 10
export const meetWithin = 10
export const proceedWithin = 20

export const live = ['proposed', 'accepted', 'talking', 'contracted'] as const
/** Both have said yes and nothing ended it: the need counts as answered. */
export const underWay = ['accepted', 'talking', 'contracted'] as const

type Word = { madeAs: 'manager' | 'asker' | 'answerer' }
/** Whoever makes it has said yes for their own side. */
export const acceptedByMaking = ({ madeAs }: Word, now: Date) => ({ askerAcceptedAt: madeAs === 'asker' ? now : null, answererAcceptedAt: madeAs === 'answerer' ? now : null })

export const confidentialityVersion = '2026-1'

/** What both sides promise. Its hash is kept with each promise: a later wording changes nothing about it. */
export const confidentialityText = ({ number, asker, answerer }: { number: string; asker: string; answerer: string }) => `保密协议（${confidentialityVersion} 版）

对接编号：${number}
甲方（需求方）：${asker}
乙方（供给方）：${answerer}

一、双方为对接洽谈，互相披露需求的内部资料、预算和附件，以及成果的保密部分、成熟度证明和联系方式，以下合称保密信息。
二、保密信息只用于本次对接。未经披露方书面同意，不向第三方提供，不用于申请知识产权，不反向工程。
三、接收方只让确有必要知悉的员工接触保密信息，并对其行为负责。
四、已经公开的、接收方此前合法持有的、从第三方合法取得的信息不在此限。
五、对接结束后，系统收回对方的查看权限；接收方停止使用并删除保密信息。保密义务自确认之日起三年内有效。
六、违反约定造成损失的，依法赔偿。
七、双方负责人在系统内确认，确认的人、时间和本文本的校验码一并留存。`
