import { groupsOf } from '../lexicon.ts'

/** What something is wanted for. Two texts that are about the same thing for another purpose do not answer each other. */
export const goals = groupsOf('goal', `
节能; 降耗; 省电; 能效; 低能耗; 节电; 能耗高; 能耗太高; 降低能耗; 节能改造; 省能; energy saving; energy efficiency; energy consumption; power saving ~ 余热回收; 微电网; 变频
减碳; 降碳; 低碳; 零碳; 碳减排; 双碳; 碳中和; 碳达峰; 脱碳; 减排; decarbonisation; decarbonization; carbon neutral; low carbon; zero carbon; carbon reduction ~ 节能; 清洁燃料
碳核算; 碳足迹; 碳盘查; 温室气体盘查; 碳排放核算; 碳管理; LCA; 生命周期评价; carbon footprint; carbon accounting; ISO14067; greenhouse gas inventory > 减碳
降噪; 减噪; 消音; 静音; 隔音; 吸音; 吸声; 噪声控制; 噪音大; 异响; 啸叫; NVH; noise reduction; noise; silent; soundproof; acoustic ~ 减振
减振; 隔振; 抗振; 阻尼; 振动大; 颤振; 减震; 抑振; vibration damping; vibration reduction; chatter; anti-vibration; vibration isolation
延长寿命; 寿命短; 使用寿命; 长寿命; 耐用; 耐用度; 耐久; 寿命; 提高寿命; service life; lifetime; durability; longer life ~ 耐磨; 表面强化
耐磨; 耐磨损; 抗磨; 减摩; 磨损; 耐磨性; 磨耗; wear; wear resistance; wear resistant; abrasion; anti-wear; tribology ~ 涂层; 表面强化; 润滑
防腐; 防腐蚀; 耐腐蚀; 耐蚀; 抗腐蚀; 防锈; 生锈; 锈蚀; 腐蚀; 耐盐雾; 盐雾; 缓蚀; corrosion; corrosion resistance; corrosion resistant; anti-corrosion; anticorrosion; rust; salt spray ~ 涂层; 表面处理
防水; 防潮; 疏水; 憎水; 拒水; 超疏水; 渗漏; 渗水; waterproof; moisture proof; hydrophobic; water repellent ~ 密封防漏
密封防漏; 密封; 防漏; 堵漏; 泄漏; 漏油; 漏气; 漏水; 气密; 气密性; 漏封; 封口漏; sealing; leak; leakage; airtight; leak proof
防霉; 霉变; 发霉; 霉菌; 防菌防霉; mildew; mold resistant; anti-mould; fungus > 抗菌
抗菌; 抑菌; 杀菌; 灭菌; 消毒; 除菌; 抗病毒; antibacterial; antimicrobial; sterilization; sterilisation; disinfection; bactericidal
阻燃; 防火; 难燃; 耐燃; 不燃; 防火等级; flame retardant; fire retardant; fireproof; fire resistance
隔热; 保温; 绝热; 保冷; 热绝缘; 隔热保温; thermal insulation; heat insulation; heat preservation; insulation
散热; 热管理; 导热; 冷却; 降温; 温升; 发热; 热流密度; 散热器; 液冷; 热沉; heat dissipation; cooling; thermal management; heat sink; thermal conductivity; liquid cooling
耐高温; 耐热; 高温稳定; 热稳定; 耐热性; high temperature resistance; heat resistant; heat resistance
耐候; 抗老化; 抗紫外; 老化; 黄变; 褪色; 耐光; weather resistance; weatherability; anti-aging; ageing; uv resistance; yellowing
抗静电; 防静电; 静电消除; ESD; antistatic; static elimination; electrostatic discharge
绝缘; 电绝缘; 耐压绝缘; 局部放电; electrical insulation; dielectric
轻量化; 减重; 轻质; 轻质化; 减轻重量; lightweight; weight reduction; lightweighting
高强度; 增强; 增韧; 强韧化; 韧性; 高强; 强度不足; 断裂; high strength; toughness; reinforcement; toughening; strengthening
防裂; 开裂; 裂纹; 龟裂; 裂缝; 抗裂; crack; cracking; fracture
防变形; 变形; 翘曲; 弯曲变形; 扭曲; 回弹; 尺寸稳定; 变形控制; deformation; warpage; warping; distortion; springback ~ 矫直
提高精度; 高精度; 精度; 误差; 误差补偿; 精密; 精度漂移; 热变形; 热误差; 定位误差; 超精密; accuracy; precision; error compensation; high precision; thermal error; positioning error
降低成本; 降本; 成本高; 费用高; 低成本; 运行成本; 降本增效; cost reduction; low cost; cost saving; operating cost
提高效率; 增效; 提效; 效率低; 产能不足; 提高产能; 节拍; 生产效率; 产能; efficiency; throughput; cycle time; productivity; capacity
质量稳定; 一致性; 批间差异; 批次差异; 不良率; 废品率; 次品; 良品率; 合格率; 良率; 质量波动; 不合格; 品质提升; consistency; defect rate; yield; scrap rate; reject rate ~ 质量检测; 过程控制
质量检测; 检测; 检验; 品检; 质检; 测试; 化验; 测量; 品质检验; 检出; 筛查; inspection; testing; detection; quality inspection; measurement
缺陷检测; 瑕疵检测; 表面缺陷; 外观检测; 外观瑕疵; 表面瑕疵; 疵点; 色差; 划痕; 针孔; 漏检; 缺陷识别; defect detection; surface defect; surface inspection; flaw; scratch > 质量检测 ~ 机器视觉; 无损检测
无损检测; 探伤; 无损探伤; X光检测; X射线检测; 超声检测; 涡流检测; 磁粉; 漏磁; NDT; non-destructive testing; nondestructive; x-ray inspection; ultrasonic testing; radiographic; radiography; X射线; X光 > 质量检测
在线监测; 监测; 监控; 实时监测; 远程监控; 远程监测; 状态监测; 在线检测; 在线监控; 实时监控; 在线测控; monitoring; online monitoring; real-time monitoring; condition monitoring; remote monitoring ~ 传感器; 物联网; 预警
预警; 报警; 告警; 提前预警; 早期预警; 警报; 预报警; alarm; early warning; alert; warning
故障诊断; 故障预测; 故障预警; 预测性维护; 预测性维修; 健康管理; PHM; 剩余寿命; 寿命预测; 故障预判; fault diagnosis; predictive maintenance; failure prediction; remaining useful life; prognostics ~ 在线监测; 维修保养
维修保养; 维修; 维护; 保养; 检修; 修理; 运维; 抢修; 翻新; 点检; 维保; maintenance; repair; overhaul; servicing; upkeep ~ 故障诊断
培训; 实训; 教学; 职业培训; 技能培训; 课程; 教育培训; 教具; 考核; training; teaching; education; courseware; course; skills training
营销推广; 营销; 推广; 品牌; 市场推广; 招商; 广告; 市场营销; 渠道; 引流; marketing; promotion; branding; advertising
设计开发; 设计; 外观设计; 结构设计; 造型设计; 方案设计; 深化设计; 研发设计; design; product design; styling
仿真分析; 仿真; 模拟; 数值模拟; 有限元; CAE; FEA; CFD; 模流分析; Moldflow; ANSYS; simulation; finite element; modelling; numerical simulation
追溯; 溯源; 可追溯; 防伪; 追责; 不可篡改; traceability; tracing; track and trace; anti-counterfeiting
认证; 体系认证; 检测认证; 资质; CMA; CNAS; 验证; 合规; certification; accreditation; compliance; conformity
回收利用; 回收; 资源化; 再生; 循环利用; 综合利用; 再利用; 回用; 变废为宝; 梯次利用; 再制造; recycling; recovery; reuse; circular; upcycling; regeneration; remanufacturing
余热回收; 余热利用; 余热; 废热; 热回收; 梯级利用; 冷热回收; waste heat; waste heat recovery; heat recovery > 节能; 回收利用
污染治理; 环保治理; 治理; 达标排放; 超标; 排放达标; 污染防治; 超低排放; pollution control; emission control; remediation; abatement
除尘; 粉尘; 扬尘; 集尘; 收尘; 粉尘治理; dust; dust removal; dust collection; deduster > 废气治理
除臭; 异味; 臭气; 恶臭; 除味; deodorization; odor; odour > 废气治理
安全防护; 安全; 安全生产; 防护; 事故预防; 工伤; 防爆; 防护装置; 夹手; safety; protection; explosion proof; accident prevention
机器换人; 替代人工; 自动化改造; 减少人工; 无人化; 少人化; 人工成本; 招工难; 用工难; 省人; 手工; 人工操作; 靠人工; replace manual; labour saving; labor shortage; unmanned; manual labour; automation upgrade ~ 自动化; 机器人
国产化; 进口替代; 国产替代; 自主可控; 卡脖子; 替代进口; localization; import substitution; domestic substitution
环保替代; 绿色替代; 无毒; 无害化; 环保型; 绿色环保; 清洁生产; 替代; 零排放; 无害; eco-friendly; green; non-toxic; environmentally friendly; substitute; alternative; cleaner production; zero discharge
保鲜; 货架期; 保质期; 贮存; 防腐保鲜; 防腐剂; 酸败; 哈败; 变质; 腐败; 锁鲜; 贮藏; 抗氧化; shelf life; preservation; fresh-keeping; preservative; spoilage; rancidity; antioxidant
减盐; 低盐; 低钠; 降盐; 减钠; salt reduction; low salt; low sodium; reduced salt
减糖; 低糖; 代糖; 控糖; 无糖; sugar reduction; sugar free; low sugar; sweetener
风味; 口感; 增香; 提鲜; 口味; 香气; 调味; flavour; flavor; taste; aroma; sensory
净化; 提纯; 纯化; 精制; 分离; 除杂; 分离纯化; purification; refining; separation; impurity removal
干燥脱水; 干燥; 烘干; 脱水; 干化; 含水率; 除湿; 去湿; 烘烤; drying; dewatering; dehumidification; dehydration; dryer
调度排产; 排产; 排程; 调度; 计划排程; 生产计划; 动态调度; 交期; 交货期; APS; scheduling; production scheduling; production planning; dispatching; planning
优化下料; 排样; 套料; 排版; 下料; 开料优化; 材料利用率; 余料; 嵌套; 板材利用率; 拼版; nesting; cutting optimization; material utilization; cutting stock
过程控制; 工艺控制; 参数优化; 工艺优化; 闭环控制; 自适应控制; 智能控制; 控制策略; 反馈调节; process control; process optimization; parameter optimization; closed-loop control; adaptive control ~ 在线监测
识别; 图像识别; 目标识别; 智能识别; 分类识别; recognition; identification; classification
分选; 分拣; 分级; 筛选; 挑选; 色选; 智能分拣; sorting; grading; picking; sorter
定位导航; 导航; 定位; SLAM; 路径规划; 轨迹规划; 北斗; GPS; navigation; positioning; localization; path planning; trajectory planning
防滑; 止滑; 摩擦系数; anti-slip; slip resistance; slip resistant; skid resistant; anti-skid; non-slip
抗起球; 起球; 起毛; 毛羽; pilling; anti-pilling; fuzz
除毛刺; 毛刺; 去毛刺; 披锋; 飞边; 溢料; deburring; burr; flash
除气; 气孔; 缩孔; 砂眼; 缩松; 针孔率; 卷气; 夹杂; 疏松; porosity; gas pore; shrinkage; degassing; inclusion; blowhole
附着力; 结合强度; 脱胶; 剥离; 分层; 粘结强度; 脱落; 起皮; 结合力; adhesion; bonding strength; peeling; delamination; debonding
采购; 求购; 供应商开发; 集采; 采购供应; purchasing; procurement; sourcing
融资; 信贷; 贷款; 质押; 融资租赁; 供应链金融; 保险; financing; loan; credit; supply chain finance; insurance
知识产权服务; 知识产权; 专利布局; 贯标; 商标; 专利代理; intellectual property; patent; trademark
数字化转型; 数字化; 数字化改造; 上云; 数智化; 信息化; 数改智转; 智改数转; 数位转型; 数位化; digital transformation; digitalization; digitization; informatization
信息安全; 网络安全; 数据安全; 资安; 勒索软件; 勒索病毒; 漏洞; 防火墙; 入侵检测; 态势感知; 黑客; cybersecurity; network security; ransomware; information security; firewall; intrusion; vulnerability
适老化; 老年人; 老人; 养老; 银发; 独居老人; 长者; 老龄; aging-friendly; elderly; senior care; elder care
人体工学; 人因; 人机工程; 舒适性; ergonomic; ergonomics; comfort
电磁兼容; 电磁屏蔽; EMC; EMI; 抗干扰; 屏蔽; electromagnetic shielding; electromagnetic compatibility; interference
快速换型; 换模; 换线; 柔性; 柔性化; 多品种小批量; 小批量多品种; 快换; quick change; changeover; SMED; flexible; flexible manufacturing; small batch
`)
