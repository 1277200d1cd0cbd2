/** One sentence for every way the system can say no: what happened, why, what you can do now. */
export const refusals = {
  // nobody's fault
  internal_error: '出了问题，没有完成。你填的内容还在这里。请再试一次；还不行，把编号 {{reference}} 告诉秘书处。',
  unreachable: '连不上服务器。你填的内容还在这台设备上；检查网络后再试。',

  // anyone
  not_signed_in: '还没有登录，或登录已过期。登录后回到这一页，填到一半的内容还在。',
  second_factor_needed: '还差第二步验证。请输入验证器上的 6 位数字。',
  not_allowed: '你现在的席位不能做这件事。如果你有别的席位，请先切换；或请有权的人来做。',
  cross_site: '这个请求不是从本网站发出的，没有执行。请在本网站的页面上操作。',
  not_found: '没有找到。地址可能不对，内容可能已移走，或你的席位看不到它。',
  changed_meanwhile: '没有保存：你打开之后，别人改过这条记录。请看过最新内容，再改一次。',
  wrong_state: '现在的阶段不能这样做。请看页面上方的阶段，等到合适的时候，或先完成前一步。',
  invalid_input: '有几处填得不对，没有保存。请看标出的地方。',
  too_many_attempts: '试得太频繁。请等几分钟再试。',
  reason_needed: '这一步要写明理由，对方会看到。请补上理由。',

  // identity
  wrong_credentials: '没有登录：登录名或密码不对。还可以试 {{triesLeft}} 次，之后要等 15 分钟。忘了密码，请找发邀请给你的人。',
  wrong_password: '现在的密码不对，没有改动。还可以试 {{triesLeft}} 次。',
  wrong_code: '动态码不对。请用验证器上正显示的 6 位数字，并检查手机的时间；还可以试 {{triesLeft}} 次。没有手机时可用恢复码。',
  code_used: '这个动态码刚才用过。每个码只能用一次，请等验证器显示下一个。',
  tries_used_up: '连续试错太多次，已暂停。请 {{minutes}} 分钟后再试；忘了密码，请找发邀请给你的人。',
  second_factor_missing: '这个账户还没有设好第二步验证。请先设置，再回到这里。',
  no_seat: '这个账户现在没有席位，不能登录。请找本单位的联络员或秘书处重新邀请。',
  demo_account: '演示账户大家共用：它的密码、邮箱、手机、第二步验证和席位不能改。',
  password_short: '密码太短，没有保存。至少 10 个字符。',
  password_simple: '密码太简单，没有保存。小写字母、大写字母、数字、其他字符，四类里至少要有三类。',
  password_personal: '密码里有你的姓名或登录名，没有保存。请换一个别人猜不到的。',
  password_common: '这样的密码太常见，最先被人试到，没有保存。可以用三四个不相干的词，再加数字和符号。',
  password_same: '新密码和现在的一样，没有改动。请换一个。',
  login_taken: '这个登录名已经有人用。请换一个。',
  login_form: '登录名要 3 至 40 个字符，用小写字母、数字、点、横线，以字母或数字开头。',
  email_taken: '这个邮箱已经在另一个账户里。请换一个，或用那个账户登录。',
  phone_taken: '这个手机号已经在另一个账户里。请换一个，或用那个账户登录。',
  link_unknown: '这个链接不对，或已被新的链接代替。请检查是否复制完整，或请对方重新发一个。',
  link_expired: '这个链接已经过期。请发邀请的人重新发一个，不用重新填写。',
  link_used: '这个链接已经用过，每个链接只能用一次。请直接登录；忘了密码，请找发邀请的人。',
  link_withdrawn: '这个邀请已经撤回。如果你认为不对，请联系发邀请的人。',
  role_does_not_fit: '这个席位和单位的类型不符。请选与单位类型相符的席位。',
  student_code_wrong: '学校、学号和邀请码对不上。请对照老师发的纸条再填；还可以试 {{triesLeft}} 次。邀请码 30 天有效，过期请老师重新发。',
  guardian_needed: '未满 14 周岁不能自己开通账户（《个人信息保护法》第三十一条）。请告诉老师，由监护人同意后办理。',
  own_seat: '不能收回自己正在用的席位。请由同事或秘书处来做。',
  last_secretary: '这是秘书处最后一个席位，收回后没有人能管理联盟。请先邀请另一位。',
  already_founded: '这里已经有账户，首次设置只能做一次。请登录。',
  oidc_off: '这里没有开通统一身份登录。请用登录名和密码登录。',
  oidc_failed: '统一身份登录没有完成，可能是超时或中途取消。请再试一次，或用登录名和密码登录。',
  oidc_not_linked: '统一身份已核对，但还没有和这里的账户关联。请先用登录名和密码登录一次，在“我的账户”里关联；席位只能由邀请得到。',
  oidc_taken: '这个统一身份已经关联另一个账户。请先在那个账户里取消关联。',

  // files
  file_empty: '文件是空的，没有上传。请选一个有内容的文件。',
  file_too_big: '文件太大，没有上传。请压缩或分开后再传。',
  file_kind_not_allowed: '不收这种文件，没有上传。请换成 PDF、图片、Word 或 Excel。',

  // inbox
  item_closed: '这件待办已经有人办完了。刷新后可以看到是谁、何时办的。',
  reminded_today: '今天已经催办过。同一件事一天只催一次，明天可以再催。',
  nobody_to_remind: '没有可催办的人：这里等的人都已经办完，或还没有账户。',

  // members
  credit_code_invalid: '统一社会信用代码不对，校验位不符。请对照营业执照核对 18 位代码。',
  credit_code_taken: '这个统一社会信用代码已经登记过。请查找已有的单位；若有误，请联系秘书处。',
  membership_exists: '这个单位在本联盟已有入会申请或成员资格。请打开已有的那一份。',
  profile_incomplete: '单位资料还不全，没有提交：入会要有统一社会信用代码、联系人和联系电话。请补齐后再提交。',
  publicity_too_short: '公示时间不够。请按规则留足天数。',
  publicity_not_over: '公示还没有结束，不能作决定。请等公示期满。',
  cannot_speak: '你不能代表这个单位。请由该单位的联络员来做，或请秘书处授权。',

  // agreements
  no_alliance: '没有起草：你的单位还不是联盟的有效成员。请先申请加入。',
  agreement_incomplete: '还不能签署：必备内容有空缺。请补齐页面上标出的各项。',
  agreement_exists: '没有起草：这件事已有一份同类协议在办或有效。请打开那一份；要改内容，请在那一份上办理变更。',
  agreement_fixed: '没有改动：协议开放签署后，文字、当事人和签名都不再改。请撤回重拟，或签署后办理变更。',
  agreement_unsigned: '还没有生效：还有一方没有签。',
  amendment_exists: '没有新建：这份协议已有一份变更在办。请打开那一份。',
  already_signed: '没有重复签署：这一方已经签过。请刷新页面。',
  not_your_turn: '还没有轮到你签。请等 {{before}} 先签。',
  text_changed: '没有签署：你看到的文字已不是现在要签的文字。请刷新页面，重新看过再签。',
  signed_after_start: '没有签署：实习从 {{startsOn}} 开始，协议要在那之前签好，签署日期不能是 {{signedOn}}。请先改实习开始日期，再重新起草协议。',
  name_differs: '没有签署：输入的姓名与签署人的姓名不同。请输入完整的本人姓名；如果姓名登记有误，请联系学校。',
  guardian_changed: '没有签署：学校登记的监护人已经变更，这份协议上写的是 {{name}}。请学校撤回，按新的监护人重新起草。',

  // talent
  code_columns_missing: '文件缺少这些列：{{missing}}，没有写入。请用官方表的原样式，第一行是列名。',
  code_twice: '文件里有 {{count}} 个代码重复，没有写入。请核对后再传。',
  code_counts_differ: '各级数目与官方公布的不同，没有写入。请换完整的官方表；如果确认这就是新版，请签名后再写入。',
  sheet_unreadable: '这个文件读不出表格，没有写入。请另存为 .xlsx 或 .csv 再传。',
  major_unknown: '专业代码 {{majorCode}} 不在现有的专业目录里。请核对代码，或同时填写专业名称。',
  programme_exists: '本校已经登记了这个专业和层次。请打开已有的那一个。',
  cohort_exists: '这个专业同一年已经有同名的班。请换一个班名，或打开已有的班。',
  teacher_number_taken: '本校已经有这个工号。请核对工号，或打开已有的教师。',
  student_number_taken: '本校已经有这个学号。请核对学号，或打开已有的学生。',
  identity_taken: '这个证件号码已经登记在另一名学生名下。请核对号码；若是转学，请联系秘书处。',

  // lexicon
  lexicon_faulty: '这样的词库不能用，没有保存。请看标出的各处，改好再存。',
  lexicon_without_draft: '现在没有草稿。请先改一个概念。',
  lexicon_has_draft: '已经有一份草稿。请先启用或放弃它，再恢复旧版。',

  // needs
  need_incomplete: '还有必填项没有填好，没有提交。请看标出的各项，补齐后再提交。',
  rule_reason_needed: '有一般不允许的情况，没有提交。请在标出的条款下写明理由，由审批人决定。',
  post_exists: '本单位已有同名、同一天开始的岗位。请打开已有的那一个，或换一个名称。',
  rule_fixed: '这一条是法规明文禁止的，联盟不能放宽。',

  need_taken: '这个需求已经由 {{by}} 接手，没有改动。要换人，请他转交。',
  level_not_reached: '没有评到这一级：前面的等级还缺证明。请先补齐缺的等级。',
  evidence_without_file: '没有确认：有的等级只有文字，没有附件。请成果单位为每一级附上证明文件，再确认。',
  need_not_open: '没有对接：这个需求现在不在征集答复。请看它的状态，或换一个需求。',
  answer_not_open: '没有对接：这项成果或团队现在不对外。请换一个，或请它的单位重新开放。',
  own_answer: '没有对接：需求和成果是同一家单位的，不用对接。',
  introduction_exists: '这两家已经在对接了，没有重复发起。请打开已有的那一条。',
  deal_exists: '这次对接已经有一份合同。请打开那一份继续办。',
  technical_over_total: '没有保存：技术交易额比合同总额还大。请核对两个金额。',
  contract_not_written: '没有办成：还没有上传合同文本。技术开发、转让、许可合同要采用书面形式（民法典第八百五十一、八百六十三条），登记也要看合同。请先上传。',
  price_not_published: '没有签署：协议定价要先公示成果名称和拟交易价格，满 15 日才能定（促进科技成果转化法第十八条）。请先公示，期满再签。',
  notice_not_needed: '没有公示：只有公办单位协议定价的转让、许可才需要公示价格。',
  signed_in_future: '签署日期在今天之后。请填实际签署的日期。',
  milestones_open: '没有验收：还有里程碑没有完成。请供方先填完成情况，或双方改计划。',
  over_total: '没有保存：金额加起来超过了合同总额。请核对。',
  voucher_taken: '没有保存：这个凭证号已经记过一笔到账。请核对凭证号。',
  certificate_taken: '没有保存：这个登记编号已经用在另一份合同上。请核对登记证明。',

  // imports
  template_of_other_kind: '这是另一种表的模板，没有读。请换一种导入内容，或下载对应的模板。',
  template_outdated: '这个文件用的是第 {{found}} 版模板，现在是第 {{current}} 版，列已经变了。请下载新模板，把内容贴过去再传。',
  columns_missing: '缺少必填的列：{{columns}}。请补上这几列，或改成认得出的列名再传。',
  nothing_to_write: '没有可以写入的行。请先改好错误再传，或确认重复的行。',
  nothing_to_undo: '这次导入没有写入过，没有可以撤销的。',
  too_late_to_undo: '写入已经超过 24 小时，不能整批撤销。请在记录上逐条修改。',
  records_in_use: '没有撤销：有 {{count}} 条记录已经被别处用到（如志愿、账户、轮次）。请在记录上逐条处理。',

  // rounds
  round_incomplete: '这一轮还没有准备好。请先补齐页面上列出的各项。',
  deadline_passed: '已经过了截止时间。如有特殊情况，请联系秘书处。',
  too_early: '还没有到时候。请看阶段线上写明的时间。',
  wishes_closed: '志愿填报已经截止，不能再改。如有特殊情况，请告诉你的老师。',
  nobody_wished: '还没有学生提交志愿，不能匹配。请先催办，或延长填报时间。',
  scores_missing: '还有岗位没有评分。请先补齐评分，或催办接收单位。',
  objections_open: '还有异议没有答复，不能往下走。请先逐条答复。',
  nothing_to_answer: '现在没有等你答复的安排。',
  too_many_wishes: '志愿超过了本轮的上限。请去掉几个再提交。',
  not_in_round: '你选的岗位或学生不在这一轮里。请从本轮名单中选择。',
  rule_forbids: '法规不允许这样安排，没有保存。请看标出的条款，改正后再提交。',
  already_placed: '这名学生已经有安排。请先办理变更，再作新的安排。',

  // placements
  placement_exists: '这名学生已经有一个在办或在岗的实习，没有再建。请先办完、取消或换岗。',

  // services
  offer_not_open: '这个服务项目没有开放，或者不是这一类，没有派出。请刷新后另选一个。',
  offer_full: '“{{title}}”同时办理的件数已满，没有派出。请另选一个，或等它办完。',
  already_routed: '这家单位已经在办这个需求，没有重复派。请另选一家，或先收回。',
  not_a_provider: '不能派给这家单位：政府部门和提出单位自己不在此列。请另选一家。',
  confidentiality_needed: '这个需求须保密，没有接受。请先勾选保密承诺。',
  already_rated: '这次服务已经评价过，评价只有一次。',
  policy_without_condition: '没有一句可以对照的条件，没有上架。请至少写一句。',
  contact_reason_needed: '这家企业本月已到提醒线（{{threshold}} 次），没有发出。请写明为什么还要打扰，或者下个月再去。',

  // surveys
  survey_exists: '这一年的调查已经建过，没有再建。请在列表中打开它。',
  survey_not_open: '这次调查现在不在填报中，没有保存。如需补报，请联系秘书处退回你单位的答复。',
  survey_too_late: '截止日期已经过了，没有开放。请先改截止日期。',
  survey_without_firms: '联盟里还没有有效的企业成员，没有人可问。请先接纳企业成员。',
  survey_unchecked: '还有 {{count}} 份答复没有核对，没有发布。请先接受或退回。',
  survey_nothing_before: '没有找到你单位上次已接受的答复。请逐行填写后提交。',
  survey_not_published: '目录还没有发布。发布后在这里查看。',
  survey_settled: '这次调查已经发布，答复和目录不再改动。',

  // subscriptions
  search_saved: '这次搜索已经保存过。请在“我的订阅”里改名或删除。',
  too_many_saved: '已有 {{most}} 个，不能再加。请先删除不用的。',
  webhook_address: '这个地址不能用。要以 https:// 开头、公网能访问，不能是内网地址，也不能带用户名和密码。',
  webhook_off: '这个 Webhook 已停用，没有发送。请先启用。',
} as const
