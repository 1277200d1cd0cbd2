import { groupsOf } from '../lexicon.ts'

/** Trades: what people do at work and what schools call it. A post and a major meet here, since they share few words. */
export const posts = groupsOf('trade', `
数控技术; 数控技术应用; 数控加工; 数控编程; CNC操机; CNC编程; 数控车工; 数控铣工; 数控操作工; 操机员; 操机; 法兰克; MasterCAM; UG编程; 机床操作; CNC operator; CNC programmer; CNC machinist > 机械类 ~ 数控机床; 机械加工
机械制造技术; 机械制造及自动化; 机械加工技术; 机加工技术; 工艺工程师; 机械工艺; 车工; 铣工; 磨工; 普车; 机修钳工; machinist; manufacturing engineer > 机械类 ~ 机械加工
机械设计; 机械设计与制造; 机械设计制造及其自动化; 机械设计制造及自动化; 机械工程; 机械工程师; 结构工程师; 非标设计; SolidWorks; 机械制图; 绘图员; CAD绘图; mechanical engineer; mechanical design; mechanical engineering > 机械类
机械类; 装备制造; 机械; machinery; mechanical
模具设计; 模具设计与制造; 模具制造技术; 模具制造; 模具钳工; 模具工; 钳工; 配模; 飞模; 省模; 塑胶模具; mould designer; tool and die maker; mold maker; toolmaker > 机械类 ~ 模具
材料成型; 材料成型及控制技术; 材料成形; 压铸工; 铸造工; 锻压; 压铸技术员; material forming > 机械类; 材料类 ~ 铸造; 压铸
焊接技术; 智能焊接技术; 焊接技术应用; 焊接技术与自动化; 焊工岗; 焊接工程师; 电焊工; welder; welding engineer > 机械类 ~ 焊接
表面处理技术; 工业材料表面处理技术; 金属表面处理技术应用; 涂装防护技术; 电镀工艺员; 氧化工艺员; 喷涂技术员; 喷涂工; 喷粉; 膜厚; 槽液; 电镀工; 涂装工; surface treatment technician; plater > 材料类 ~ 表面处理; 电镀; 喷涂; 阳极氧化
增材制造技术; 增材制造技术应用; 3D打印工程师; 3D打印技术员; 3d printing engineer > 机械类 ~ 增材制造
工业产品质量检测; 工业产品质量检测技术; 品质检验; 质检员; 检验员; 品检员; QC; IPQC; IQC; 质检; 卡尺; 千分尺; 尺寸检测; 三坐标检测; 品管; quality inspector; QC inspector ~ 质量检测; 三坐标测量
质量管理; 质量管理与认证; 产品质量监督检验; 标准化技术; 体系工程师; 品质工程师; QE; QA; SQE; ISO9001; 内审; 质量体系; 标准化; 品质管理; 标准化专员; quality engineer; quality management; quality assurance; standardization ~ 认证
机电类; 机电; 电气; 机电设备; electromechanical
机电一体化; 机电一体化技术; 机电技术应用; 机电设备技术; 机电工程师; 自动化技术员; mechatronics; mechatronics engineer > 机电类; 自动化类
自动化类; 自动控制; 智能控制; 智能控制技术; 控制工程; automatic control
电气自动化; 电气自动化技术; 电气设备运行与控制; 电气工程师; 电工; 维修电工; 设备电工; 配电; 电气设计; 电气工程及其自动化; 自动化; PLC编程; PLC程序; PLC工程师; 电气维修; 低压电工; electrician; electrical engineer; PLC engineer; electrical > 机电类; 自动化类 ~ PLC; 变频; 电力设备
工业机器人技术; 工业机器人技术应用; 机器人工程; 机器人技术; 智能机器人技术; 机器人调试; 机器人工程师; 机器人运维; 机器人操作员; 机器人编程员; robot engineer; robot programmer; robotics engineer > 自动化类 ~ 工业机器人; 机器人
智能制造装备; 智能制造装备技术; 智能制造工程; 智能制造工程技术; 智能化生产线安装与运维; 智能产线; 产线运维; 自动化产线运维; 设备工程师; 设备技术员; smart manufacturing engineer; equipment engineer > 机电类; 自动化类 ~ 自动化; 数字化工厂
设备维修; 智能设备运行与维护; 设备维护; 设备管理; 机修; 机修工; 设备保养; 设备点检; 维修技工; 设备维修工; maintenance technician; maintenance worker; equipment maintenance > 机电类 ~ 维修保养
电梯技术; 电梯安装与维修保养; 电梯工程技术; 电梯维保; 电梯安装; elevator technician > 机电类 ~ 电梯
工业互联网技术; 工业互联网应用; 工业互联网工程; MES实施; 实施工程师; 数据采集工程师; MES engineer ~ 工业互联网; MES; 数字化工厂
汽车维修; 汽车检测与维修技术; 汽车运用与维修; 汽车修理; 汽修; 汽车机修; 机修学徒; 汽车服务工程技术; 汽车技师; 发动机维修; 汽车保养; 钣金喷漆; 售后技师; auto mechanic; car repair; automotive technician > 汽车类 ~ 汽车
汽车制造; 汽车制造与试验技术; 汽车制造与检测; 汽车装配; 汽车总装; 整车装配; 总装工; 整车厂; 汽车装配工; 汽车工程; 车辆工程; automotive assembly; automotive engineer; vehicle engineering > 汽车类 ~ 汽车; 装配
新能源汽车技术; 新能源汽车运用与维修; 新能源汽车制造与检测; 新能源汽车工程技术; 新能源汽车维修; 三电系统; 三电检修; 新能源技师; 电动汽车维修; EV technician; new energy vehicle technician > 汽车类 ~ 新能源汽车
智能网联汽车技术; 智能驾驶测试; 自动驾驶测试; 道路测试; 传感器标定; 智能车辆工程; autonomous driving test > 汽车类 ~ 智能网联汽车
汽车类; 汽车专业; 汽车行业; automotive industry
光伏工程技术; 光伏运维; 光伏电站运维; 新能源装备运行与维护; 太阳能光热; 光伏安装; 新能源科学与工程; solar technician; pv technician > 新能源类 ~ 光伏
氢能技术; 氢能技术应用; 氢能科学与工程; 燃料电池工程师; 电堆测试; 燃料电池测试; hydrogen engineer; fuel cell engineer > 新能源类 ~ 氢能; 燃料电池
储能技术; 储能材料技术; 储能科学与工程; 电池工艺; 锂电工艺; 锂电池工艺; 涂布; 卷绕; 化成; 电池工程师; battery engineer > 新能源类 ~ 电池; 储能
新能源类; 新能源; 新能源行业; new energy; renewable energy
有色金属技术; 有色金属智能冶金技术; 有色金属冶炼技术; 冶金工程; 材料化冶金应用技术; 熔铸技术员; 铝熔铸; 冶炼工; 熔铸工; 铝锭熔炼; metallurgical engineer > 材料类 ~ 有色金属; 冶炼; 铝
金属加工技术; 金属智能加工技术; 金属压力加工; 轧钢; 压延工艺; 轧制工艺; 铝型材挤压; 挤压操作工; 挤压工; 挤压技术员; 型材挤压; 金属材料工程; extrusion operator > 材料类 ~ 挤压; 轧制; 铝型材
材料类; 材料工程技术; 材料科学与工程; 新材料; 材料工程师; 材料研发; 材料工程; 高分子材料; materials engineer; materials science; materials
材料检测; 金属材料检测技术; 金属材料检测; 材料检测工程师; 金相; 硬度测试; 拉伸; 理化检测; 材料分析; materials testing; metallography > 材料类 ~ 质量检测; 冲击振动试验
陶瓷技术; 陶瓷制造技术与工艺; 陶瓷工艺; 釉料技术员; 陶瓷工程师; 陶瓷生产; 无机非金属材料工程; 烧成工; ceramic technician > 材料类 ~ 陶瓷; 釉料; 建筑陶瓷
陶瓷设计; 陶瓷设计与工艺; 陶瓷艺术设计; 陶艺师; 花纸设计; 瓷砖设计; 花色设计; ceramic designer > 设计类 ~ 陶瓷; 日用陶瓷
高分子塑料技术; 塑料成型工艺; 塑料成型; 注塑工艺员; 注塑调机; 注塑技术员; 调机员; 注塑工程师; 高分子材料智能制造技术; 塑料技术; injection molding technician > 材料类 ~ 注塑; 塑料加工
家具设计与制作; 家具设计; 家具艺术设计; 家具设计师; 全屋定制设计; 定制家具设计; 酷家乐; 家居设计; 木工; 木业产品; 木业产品加工技术; 榫卯; 家具制作; 家具生产; 开料工; 封边工; 排钻; 家具工程; 木材科学与工程; furniture designer; carpenter; woodworker; cabinet maker ~ 家具; 木材
室内设计; 建筑室内设计; 室内设计师; 建筑装饰技术; 建筑装饰工程; 建筑装饰工程技术; 室内艺术设计; 装饰设计; 装修设计; 3Dmax; 效果图; 施工图; 软装; interior designer > 设计类 ~ 装修
工业设计; 产品艺术设计; 产品设计; 工业产品设计; 外观设计师; 造型设计师; Rhino; Keyshot; 产品外观; industrial designer; product designer; industrial design > 设计类 ~ 设计开发
平面设计; 计算机平面设计; 视觉传达; 视觉传达设计; 广告设计; 美工; 电商美工; 海报; 详情页; Photoshop; PS; graphic designer; graphic design; visual design > 设计类
艺术设计与制作; 艺术设计; 工艺美术; 美术; 数字媒体艺术; art design; fine art > 设计类
设计类; 设计师; 创意设计; designer
动漫制作; 动漫与游戏制作; 动画制作; 动漫制作技术; 游戏美术; 三维动画; 动画师; Maya; 角色动画; 原画; animator; animation artist ~ 影视
影视传媒; 网络与新媒体; 全媒体广告策划与营销; 新媒体; 短视频运营; 视频剪辑; 新媒体运营; 拍摄剪辑; 摄影; 自媒体; 文案策划; 广告策划; 广告学; 影视剪辑; 内容运营; 公众号; new media; video editor; content creator; copywriter; media operation ~ 影视
服装设计; 服装设计与工艺; 服装与服饰设计; 版师; 打版师; 服装打版; 女装设计; 服装工艺; fashion designer; pattern maker > 设计类 ~ 服装; 缝制
服装生产; 服装制作与生产管理; 车缝组长; 车缝工; 缝纫工; 服装跟单; 服装厂; 制衣; 车位工; sewing operator; garment production ~ 服装; 缝制
纺织技术; 现代纺织技术; 纺织技术与服务; 现代纺织工程技术; 纺织工程; 纺织工艺; 挡车工; 面料开发; 织造工; textile engineer ~ 纺织品; 纺纱
染整技术; 数字化染整技术; 印染工艺; 染色打样; 印染工艺员; 染整工程; dyeing technician ~ 印染; 纺织品
民族工艺; 民族纺染织绣技艺; 刺绣; 蜡染; 苗绣; 绣娘; 民族传统技艺; 银饰; embroidery; batik ~ 文创产品
化工技术; 应用化工技术; 精细化工技术; 化工工艺; 化工操作工; 化学工程与工艺; 涂料工程师; 配方工程师; 化工工程师; 化工生产; 总控工; 树脂生产; 涂料研发; chemical engineer; chemical operator > 化工类 ~ 化学合成; 涂料
分析检验; 分析检验技术; 化验员; 化验; 理化检验; 化学分析; 实验员; 滴定; 分析化学; 检验工; 检测员; 化验室; lab technician; laboratory analyst; chemical analysis; lab analyst > 化工类 ~ 质量检测; 指纹图谱
化工类; 化学; 化工与制药; chemistry; chemical industry
环境工程技术; 环境治理技术; 环境工程; 生态环境工程技术; 水环境工程; 污水处理工; 污水运营; 废水处理工; 环保工程师; 环保专员; 污水处理运营; 环评工程师; 水环境智能监测与保护; environmental engineer; wastewater operator > 环境类 ~ 废水处理; 污染治理; 环境监测
环境监测技术; 环境监测员; 采样员; 环境检测; 环境采样; 水质化验; 生态环境监测; environmental technician > 环境类 ~ 环境监测
环境类; 环保; 生态环境; 环境保护; environment; environmental; environmental protection
水务管理; 智能水务管理; 水务; 自来水厂; 给排水; 智慧水务运维; 水厂运行; 给排水工程; water utility > 环境类 ~ 水利
安全管理; 安全技术与管理; 安全工程; 安全员; EHS; HSE; 安环; 安全主任; 隐患排查; 安全生产管理; 危化品; safety officer; safety engineer; EHS engineer ~ 安全防护
安保; 安全保卫服务; 安全保卫管理; 保安; 保安员; 保安队长; 门岗; 物业安全; 消防监控; security guard ~ 安防
数字安防; 数字安防技术; 安全防范技术; 安防工程; 监控安装; 弱电工程师; 弱电工程; 弱电施工; security systems engineer ~ 安防; 智能建筑
建筑智能化; 建筑智能化设备安装与运维; 建筑智能化工程技术; 楼宇智能化; 楼宇设备; 楼宇运维; building services ~ 智能建筑
建筑施工; 建筑工程技术; 土木工程; 施工员; 工程造价; 造价员; 建筑工程施工; 测量员; 监理; civil engineer; site engineer; quantity surveyor ~ 建筑
电子技术; 应用电子技术; 电子技术应用; 电子信息工程技术; 电子信息技术; 电子信息工程; 电子工程师; 硬件工程师; 硬件设计; 电子产品检测; 电子维修; SMT技术员; 嵌入式工程师; 嵌入式软件; 嵌入式开发; electronics engineer; hardware engineer; electronics technician; embedded engineer > 电子类 ~ 电子; 嵌入式; 贴片; 电路板
电子类; 电子信息; electronics industry
物联网技术; 物联网应用技术; 物联网技术应用; 物联网工程; 物联网安装调试; 物联网工程师; 网关部署; IoT engineer; IoT technician > 电子类; 计算机类 ~ 物联网
通信技术; 现代通信技术; 通信工程; 通信工程师; 网络优化; 光纤熔接; telecom engineer > 电子类 ~ 通信
服务机器人技术; 服务机器人装配与维护; 智能产品维修; 机器人售后; 服务机器人售后 > 电子类 ~ 服务机器人
计算机应用; 计算机应用技术; 计算机科学与技术; 计算机; 电脑; IT; 信息技术; 计算机科学; computer; computer science; information technology > 计算机类
计算机类; 计算机技术; 信息类; IT类
软件技术; 软件与信息服务; 软件工程; 软件工程技术; 软件开发; 程序员; 开发工程师; 后端开发; 前端开发; 前端; 后端; 全栈; Java; Python; C++; PHP; Vue; React; Spring; MySQL; 微服务; H5; 软件测试; 测试工程师; 软体工程师; 程序设计; software engineer; software developer; programmer; backend; frontend; web developer; javascript; typescript > 计算机类 ~ 软件
计算机网络; 计算机网络技术; 网络工程; 网络工程师; 网络管理员; 网管; 路由器; 交换机; 运维工程师; 网络运维; 服务器运维; Linux; 系统管理员; IT运维; CCNA; network engineer; network administrator; router; switches; system administrator > 计算机类
网络安全技术; 信息安全技术应用; 网络安全工程师; 渗透测试; 安全运维; security engineer; penetration testing > 计算机类 ~ 信息安全
大数据技术; 数据分析师; 数据科学; 大数据工程; 数据工程师; SQL; 数据仓库; 数据处理; data analyst; data engineer; data scientist > 计算机类 ~ 大数据
人工智能技术; 人工智能技术应用; 人工智能技术与应用; 人工智能工程; 算法工程师; AI工程师; AI训练师; 数据标注; 人工智能训练师; 图像标注; 模型训练; 算法训练师; AI engineer; algorithm engineer; data annotation > 计算机类 ~ 人工智能
会计; 会计事务; 大数据与会计; 会计学; 财务; 出纳; 做账; 报税; 成本会计; 财务管理; 审计; 总账; 财务会计; 记账; 文员财务; accountant; accounting; cashier; bookkeeper; finance; auditor > 财经类
财经类; 财会; 经济; 金融; economics
市场营销; 市场营销专业; 销售代表; 销售; 业务员; 销售经理; 客户经理; 渠道销售; 经销商; 导购; 店员; 推销; 营业员; 商务拓展; sales; salesperson; sales representative; marketing specialist; business development > 财经类 ~ 营销推广
电子商务运营; 电子商务; 电商运营; 网店运营; 天猫; 京东; 淘宝; 拼多多; 店铺运营; 直通车; 电商客服; 电商专员; ecommerce operator; e-commerce specialist; online store operation > 财经类 ~ 电商
跨境电子商务; 跨境电商运营; 亚马逊; Amazon; 速卖通; 独立站; 跨境运营; listing; FBA; TikTok Shop; cross-border e-commerce; amazon listing > 电子商务运营
直播电商; 直播电商服务; 网络营销与直播电商; 主播; 直播带货; 直播运营; 带货主播; 抖音; 场控; 直播; live streamer; livestream host > 电子商务运营 ~ 电商
国际贸易; 国际经济与贸易; 国际商务; 外贸; 外贸业务员; 外贸跟单; 报关; 单证; 国外客户; 外贸专员; foreign trade; international trade; export sales > 财经类
商务英语; 应用英语; 英语; 旅游英语; 翻译; 英语六级; 外语; 商务日语; 英语翻译; 涉外文员; business english; translator; interpreter; english ~ 国际贸易
物流管理; 物流服务与管理; 现代物流管理; 物流专员; 仓库管理员; 仓管员; 仓管; 物流调度; 调度员; 收发货; 盘点; 配送员; 货运代理; 供应链管理; 采购与供应管理; 物流文员; 叉车司机; logistics clerk; warehouse keeper; dispatcher; logistics specialist; supply chain specialist > 财经类 ~ 物流; 仓储
智能物流技术; 智能物流; 物流自动化; 立体库; 立体库运维; 自动化仓储; 智慧物流; WMS运维; logistics automation > 物流管理 ~ AGV; 仓储
采购管理; 采购员; 采购专员; 供应商管理; 采购工程师; 跟单; buyer; purchasing agent; purchaser > 财经类 ~ 采购
人力资源管理; 人事; 行政; 行政文员; 文员; 前台; 人力资源专员; 招聘专员; 文秘; 行政管理; HR; office clerk; human resource; receptionist; administrative assistant; secretary
酒店管理; 酒店管理与数字化运营; 高星级饭店运营与管理; 旅游管理; 酒店前台; 客房服务; 入住办理; 餐厅服务员; 酒店服务; 客房; 导游; hotel receptionist; hotel management; waiter; front desk ~ 旅游
烹饪; 中餐烹饪; 烹饪工艺与营养; 厨师; 中餐厨师; 粤菜; 炒锅; 西餐; 点心师; 面点; 厨工; 西式面点; chef; cook; culinary ~ 餐饮
食品加工技术; 食品智能加工技术; 食品加工工艺; 食品科学与工程; 食品研发; 食品研发员; 食品生产; 食品工艺; 食品工程师; 面包师; 烘焙师; 生产班长食品; food technologist; food engineer; baker > 食品类 ~ 食品; 肉制品; 烘焙
食品检测技术; 食品质量与安全; 食品检验检测技术; 食品安全与检测技术; 药品食品检验; 食品检验; 食品化验; 食品化验员; 食品品控; 品控; 菌落总数; 食品安全管理; food inspector; food safety officer; food quality > 食品类 ~ 食品安全
食品类; 食品药品; 食品行业; food sector
药品生产技术; 制药技术应用; 制药技术; 制药工程; 药品生产; 制药工; 药厂操作工; 制剂工; GMP生产; 药物制剂; pharmaceutical technician; pharmaceutical engineer > 药学类 ~ 制药
药品质量; 药品质量与安全; 药品检验; 药品QA; 药品QC; 药物分析; 批记录; GMP; 药检; pharmaceutical QA; pharmaceutical analyst; pharmaceutical lab > 药学类 ~ 制药; 指纹图谱
中药学; 中药; 中药调剂; 中药调剂员; 抓药; 饮片养护; 中药鉴定; 药材鉴别; 中药师; 药房; 药店; 药师; TCM pharmacist; herbal pharmacist > 药学类 ~ 中药
中药制药; 中药生产; 中药提取; 中药提取工艺; 颗粒剂提取; 提取工; 制粒; 中药炮制; 炮制; 饮片生产; 提取车间; TCM manufacturing > 药学类 ~ 中药; 中药配方颗粒; 提取浓缩
中草药种植; 中草药栽培; 中药材种植; 药材种植; 药材基地; 中药材生产与加工 > 农林类 ~ 中药; 农业
药学类; 药学; 医药行业; pharmacy
园林技术; 园林工程; 园林; 园林绿化; 绿化养护; 绿化工; 园艺师; 景观设计; 苗圃; 修剪; 绿化; landscape gardener; gardener > 农林类 ~ 海绵城市
农林类; 农业技术; 农艺师; 林业技术; 畜牧兽医; 农技员; agronomist
学前教育; 幼儿保育; 保育员; 幼儿园; 幼教; 幼师; 托育; 早教; 婴幼儿; 幼儿园教师; childcare; preschool; kindergarten; nanny > 教育类
教育类; 教师; 老师岗; 小学教育; 语文教师; 班主任; 教师资格证; 教学岗; teacher; education
医护类; 护士; 护理; 护师; 临床; 医生; 医院; 病房; ICU; 执业医师; nurse; doctor; clinical; hospital
法律类; 律师; 法务; 律师助理; 法律事务; 诉讼; lawyer; paralegal; legal; litigation
体育艺术类; 舞蹈; 舞蹈教练; 健身教练; 音乐教师; 少儿舞蹈; 拉丁舞; 体育; dance; coach; fitness trainer; music
`)
