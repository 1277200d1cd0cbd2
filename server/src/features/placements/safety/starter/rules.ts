import type { Question } from '../rules.ts'

type Said = readonly [zh: string, en: string]
const truth = (topic: Question['topic'], said: Said, right: boolean, why: Said): Question => ({
  topic, kind: 'truth', text: said[0], textEn: said[1], options: [{ text: '对', textEn: 'True' }, { text: '错', textEn: 'False' }], answer: [right ? 0 : 1], why: why[0], whyEn: why[1],
})
const choice = (topic: Question['topic'], said: Said, options: readonly Said[], answer: number[], why: Said): Question => ({
  topic, kind: answer.length > 1 ? 'multiple' : 'single', text: said[0], textEn: said[1], options: options.map(([text, textEn]) => ({ text, textEn })), answer, why: why[0], whyEn: why[1],
})

/** What every school has to begin with: general, before any trade's own. A school adds its own and publishes its own version. */
export const starterQuestions: readonly Question[] = [
  choice('general', ['刚到岗位，第一件事应该是什么？', 'What comes first on a new post?'], [['听指导人员讲清岗位风险和操作规程', 'Let the guide explain risks and procedures'], ['先试着开机熟悉一下', 'Try the machine to get used to it'], ['跟着同学做，别人怎么做就怎么做', 'Copy what classmates do'], ['先拍照发给家人', 'Send photos home']], [0], ['先知道危险在哪里，再动手。', 'Know the dangers before you touch anything.']),
  truth('general', ['没有经过安全培训并考试合格，不能独立上岗操作。', 'Nobody works alone without safety training and a passed test.'], true, ['先培训考核，后上岗。', 'Training and test come first.']),
  choice('general', ['指导人员要你做没有学过、你觉得危险的操作，应当怎样？', 'You are told to do something dangerous that you never learnt. What do you do?'], [['先做了再说', 'Do it first, ask later'], ['拒绝，并告诉学校指导教师', 'Refuse, and tell your school supervisor'], ['请别的同学做', 'Ask a classmate to do it'], ['悄悄离开不告诉任何人', 'Leave without telling anybody']], [1], ['你有权拒绝违章指挥和冒险作业。', 'You may refuse unsafe orders.']),
  truth('general', ['安全警示牌上的黄色三角形表示“注意、警告”。', 'A yellow triangle on a sign means caution.'], true, ['红圈斜杠是禁止，黄三角是警告，蓝圆是必须遵守，绿方是安全通道。', 'Red forbids, yellow warns, blue commands, green shows the way out.']),
  choice('general', ['蓝底白图的圆形标志是什么意思？', 'What does a round blue sign mean?'], [['禁止', 'Forbidden'], ['必须遵守', 'Must be done'], ['注意危险', 'Danger'], ['安全出口', 'Exit']], [1], ['例如“必须戴安全帽”。', 'Such as “wear a helmet”.']),
  truth('general', ['看到地面有油、水，绕开走就行，不用报告。', 'Oil or water on the floor: just walk around it.'], false, ['马上清理或设警示，并报告，别人也会滑倒。', 'Clean it or mark it and report it: others may slip.']),
  choice('general', ['下列哪些属于“三违”？（多选）', 'Which are the “three violations”? (several)'], [['违章指挥', 'Unsafe orders'], ['违章作业', 'Unsafe work'], ['违反劳动纪律', 'Breaking work discipline'], ['请假休息', 'Taking leave']], [0, 1, 2], ['请假休息是你的权利。', 'Taking leave is your right.']),
  truth('machine', ['设备运转时，可以用手清理铁屑或卡住的料。', 'Chips may be cleared by hand while the machine runs.'], false, ['先停机、断电、挂牌，再用专用工具清理。', 'Stop, cut the power, tag it, then use the right tool.']),
  choice('machine', ['操作旋转设备（如车床、钻床）时，下列哪些是对的？（多选）', 'At rotating machines, which are right? (several)'], [['不戴手套', 'No gloves'], ['长发盘进工作帽', 'Long hair under the cap'], ['扎紧袖口', 'Tight cuffs'], ['戴围巾、挂工牌绳', 'Scarf and lanyard']], [0, 1, 2], ['手套、长发、围巾、挂绳都可能被卷进去。', 'Gloves, hair, scarves and lanyards are drawn in.']),
  truth('machine', ['防护罩妨碍干活，可以先拆下来，干完再装回去。', 'A guard that is in the way may be taken off for a while.'], false, ['防护装置任何时候都不能拆除或短接。', 'Guards are never removed or bypassed.']),
  choice('machine', ['发现机器有异响、异味，首先应当？', 'A machine smells or sounds wrong. First?'], [['按急停，报告指导人员', 'Emergency stop, report'], ['加快做完这一批', 'Hurry to finish the batch'], ['自己拆开检查', 'Open it yourself'], ['当作没听见', 'Ignore it']], [0], ['停下来报告，由专业人员处理。', 'Stop and report; a specialist will look.']),
  truth('machine', ['维修时在电源开关上挂“禁止合闸”牌，别人不得摘下。', 'A “do not switch on” tag is removed by nobody else.'], true, ['谁挂谁摘。', 'Whoever hung it removes it.']),
  choice('machine', ['站在吊起的重物下面？', 'Standing below a lifted load?'], [['很快走过就可以', 'Fine if you pass quickly'], ['任何时候都不可以', 'Never'], ['戴安全帽就可以', 'Fine with a helmet'], ['吊得稳就可以', 'Fine if it hangs still']], [1], ['吊物下面任何时候都不能站人、过人。', 'Nobody stands or passes below a load.']),
  truth('electric', ['湿手可以插拔插头、开关电闸。', 'Wet hands may touch plugs and switches.'], false, ['水导电，先擦干手。', 'Water conducts; dry your hands first.']),
  choice('electric', ['有人触电，首先应当？', 'Somebody is being electrocuted. First?'], [['用手把他拉开', 'Pull them away by hand'], ['切断电源，或用干燥绝缘物挑开电线', 'Cut the power or push the wire away with something dry'], ['泼水', 'Throw water'], ['先打电话给老师再说', 'Call the teacher before anything else']], [1], ['直接去拉，你也会触电。', 'Touch them and you are electrocuted, too.']),
  truth('electric', ['电线外皮破了，用透明胶缠一下就能继续用。', 'A torn cable can be used again with clear tape.'], false, ['停用并报修，由电工处理。', 'Stop using it; an electrician repairs it.']),
  truth('electric', ['没有电工证，不能私自接线、拆装配电箱。', 'Without an electrician’s licence nobody wires or opens a switch box.'], true, ['电工作业是特种作业，要持证。', 'Electrical work needs a licence.']),
  choice('electric', ['电器着火，用什么灭火？', 'An electric appliance burns. What do you use?'], [['断电后用干粉或二氧化碳灭火器', 'Power off, then powder or CO₂'], ['用水浇', 'Water'], ['用湿拖把拍', 'A wet mop'], ['用嘴吹', 'Blow']], [0], ['带电时泼水会触电。', 'Water on live parts electrocutes.']),
  choice('fire', ['使用干粉灭火器的顺序是？', 'How is a powder extinguisher used?'], [['拔销、对准火焰根部、按压、左右扫射', 'Pull the pin, aim at the base, press, sweep'], ['按压、拔销、对准火焰顶部', 'Press, pull the pin, aim at the top'], ['对准火焰顶部直接按压', 'Aim at the top and press'], ['摔碎在火上', 'Smash it on the fire']], [0], ['站在上风，对准根部。', 'Stand upwind, aim at the base.']),
  truth('fire', ['火灾逃生时应乘电梯，速度快。', 'In a fire take the lift; it is faster.'], false, ['断电会困在里面，走楼梯。', 'It may stop with you inside. Take the stairs.']),
  choice('fire', ['浓烟中逃生，正确的做法有哪些？（多选）', 'Getting out through smoke: which are right? (several)'], [['弯腰低姿前进', 'Keep low'], ['用湿毛巾捂住口鼻', 'Wet towel over mouth and nose'], ['沿疏散标志走', 'Follow the exit signs'], ['回去拿手机', 'Go back for the phone']], [0, 1, 2], ['烟往上走，低处空气好一些；不要回去拿东西。', 'Smoke rises; leave everything behind.']),
  truth('fire', ['疏散通道和安全出口可以临时堆放货物。', 'Goods may stand in an escape route for a while.'], false, ['通道任何时候都要畅通。', 'Escape routes stay clear at all times.']),
  choice('fire', ['报火警 119 时要说清什么？（多选）', 'What do you tell 119? (several)'], [['地点', 'Where'], ['烧的是什么', 'What burns'], ['有没有人被困', 'Whether somebody is trapped'], ['谁的责任', 'Whose fault it is']], [0, 1, 2], ['责任以后再说，先救人。', 'Fault can wait.']),
  truth('chemical', ['不认识的瓶子可以闻一闻，判断是什么。', 'An unknown bottle may be sniffed to tell what it is.'], false, ['看标签和安全说明书，没有标签的不碰。', 'Read the label; leave unlabelled bottles alone.']),
  choice('chemical', ['化学品溅入眼睛，首先应当？', 'A chemical gets into your eyes. First?'], [['用手揉', 'Rub'], ['立即用流动清水冲洗至少 15 分钟，再就医', 'Rinse with running water for 15 minutes at least, then a doctor'], ['闭眼等一会儿', 'Wait with closed eyes'], ['滴眼药水', 'Eye drops']], [1], ['冲洗要快、要久。', 'Rinse at once and long.']),
  truth('chemical', ['未成年学生不得从事有毒、易燃易爆等有害作业。', 'Minors do no toxic, flammable or explosive work.'], true, ['未成年学生禁忌的劳动，任何单位不得安排。', 'Nobody may assign work that is forbidden to minors.']),
  truth('chemical', ['在有粉尘、有毒气体的地方，普通口罩就够了。', 'A plain mask is enough for dust and toxic gas.'], false, ['按岗位配发合格的防尘、防毒口罩。', 'Wear the protective mask issued for the post.']),
  choice('traffic', ['上下班骑电动自行车，正确的有哪些？（多选）', 'Riding an e-bike to work: which are right? (several)'], [['戴头盔', 'Wear a helmet'], ['不闯红灯、不逆行', 'No red lights, no wrong way'], ['不边骑边看手机', 'No phone while riding'], ['带两名同学一起走', 'Carry two classmates']], [0, 1, 2], ['头盔能救命；不超员。', 'Helmets save lives; no extra passengers.']),
  truth('traffic', ['厂区里叉车经过时，行人应当主动避让，不站在叉车的盲区。', 'In the plant people give way to fork-lifts and stay out of their blind spots.'], true, ['叉车视线差、刹车慢。', 'They see little and stop slowly.']),
  truth('traffic', ['可以乘坐没有牌照、超员的车上下班。', 'An unlicensed or overcrowded car is fine for the way to work.'], false, ['出事没有保障，选正规交通工具。', 'You are not protected; use proper transport.']),
  choice('health', ['夏天在高温下干活，出现头晕、恶心、大汗，应当？', 'In summer heat you feel dizzy and sick. What do you do?'], [['坚持到下班', 'Hold out'], ['马上停下，到阴凉处休息、补水，并报告', 'Stop, rest in the shade, drink, report'], ['喝冰啤酒', 'Cold beer'], ['不告诉别人', 'Tell nobody']], [1], ['这是中暑先兆，拖下去有生命危险。', 'It may be heat stroke, which kills.']),
  truth('health', ['每天实习不超过 8 小时，每周不超过 40 小时；没有备案不上夜班、不加班。', 'At most 8 hours a day and 40 a week; no night shift or overtime unless filed.'], true, ['超时可以拒绝，并告诉老师。', 'You may refuse more, and tell your teacher.']),
  truth('health', ['受了小伤不用报告，免得麻烦别人。', 'A small injury need not be reported.'], false, ['再小的伤也要报告：要处理，也关系到保险。', 'Report every injury: for treatment and for the insurance.']),
  choice('health', ['有人昏倒、没有呼吸心跳，应当？', 'Somebody is unconscious without breath or pulse. What do you do?'], [['呼救、打 120，立即胸外按压', 'Call for help and 120, begin chest compressions'], ['等医生来', 'Wait for the doctor'], ['给他喝水', 'Give water'], ['掐人中', 'Pinch the lip']], [0], ['头几分钟最要紧。', 'The first minutes decide.']),
  choice('rights', ['实习中遇到拖欠报酬、被收费、被扣身份证，可以怎样？（多选）', 'Unpaid, charged a fee or your ID withheld: what can you do? (several)'], [['告诉学校指导教师', 'Tell your supervisor'], ['在平台“我要求助”里说', 'Use “help” on the platform'], ['向教育主管部门投诉', 'Complain to the authority'], ['只能忍着', 'Put up with it']], [0, 1, 2], ['任何人不得收费、扣证、拖欠报酬。', 'Nobody may charge you, keep your papers or hold back pay.']),
  truth('rights', ['实习责任保险的费用可以从学生报酬里扣。', 'Insurance may be deducted from a student’s pay.'], false, ['保险费由学校或单位承担。', 'The school or the unit pays.']),
  truth('rights', ['受到骚扰、欺凌或者体罚，应当保留证据，马上告诉老师、家长，必要时报警。', 'Harassed, bullied or beaten: keep evidence, tell teacher and parents, call the police if need be.'], true, ['这不是你的错，一定有人帮你。', 'It is not your fault, and somebody will help.']),
  choice('rights', ['想换岗位或者不想继续实习，应当？', 'You want another post or to stop. What do you do?'], [['直接不去', 'Just stay away'], ['说明原因，向学校提出变更或终止', 'Give your reason and ask the school to change or end it'], ['自己找人顶替', 'Find a substitute'], ['等实习结束', 'Wait until it ends']], [1], ['你可以提出，学校必须答复。', 'You may ask, and the school must answer.']),
]
