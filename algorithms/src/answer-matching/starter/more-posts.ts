import { groupsOf } from '../lexicon.ts'

/** The trades beyond Nanhai's own: the rest of the catalogues of majors and of occupations. */
export const morePosts = groupsOf('trade', `
电力技术; 发电厂; 电厂运行; 发电运行技术; 电力系统; 供用电技术; 变电; 输电; 配电线路; 电力工程; 继电保护; 供电; 值班员; 变电检修; 电力营销; 水力发电; 火电; power plant operator; power engineer > 能源动力类 ~ 电力设备
能源动力类; 能源动力; 热能动力; 能源与动力工程; 热能与动力工程; 锅炉操作; 司炉; 集控运行; 供热通风; 锅炉运行; 余热余压; 综合能源; 节能技术; energy engineering
制冷空调技术; 制冷与空调技术; 制冷和空调设备; 建筑环境与能源应用工程; 空调安装; 空调维修; 冷库运行; 冷藏工; 制冷工; 暖通工程师; HVAC technician > 能源动力类 ~ 制冷
风力发电技术; 风电运维; 风电系统运行与维护; 风力发电机组; wind technician > 新能源类 ~ 风电
采矿技术; 采矿工程; 煤矿开采技术; 矿山智能开采; 矿物加工; 选矿技术; 矿山机电; 爆破; 矿工; mining engineer > 资源类 ~ 矿业
资源类; 地质勘查; 地质; 勘查; 地质调查; 岩土工程; 钻探; 找矿; 水文地质; 国土资源; geologist; geology
石油技术; 油气开采; 石油工程; 石油化工技术; 油气储运技术; 钻井工; 采油; 炼油工; 石油炼制; petroleum engineer > 化工类; 资源类 ~ 石油
测绘技术; 工程测量技术; 测绘工程; 测绘地理信息; 摄影测量; 地籍测量; 地图; GIS; 大地测量; 地理信息; surveyor; surveying; mapping
气象技术; 大气科学; 气象; 天气预报; 气象观测; 防雷; 大气探测; meteorologist; weather
水利工程; 水利水电工程; 水利; 水文; 灌区; 水库; 河道修防; 水工; 治河与航道; 节水灌溉; 水土保持; 泵站运行; 水利工程技术; hydraulic engineer; water conservancy > 土建类 ~ 水利
土建类; 土木建筑; 建设类; 建筑行业
道路桥梁工程; 道路与桥梁工程技术; 公路养护; 道路养护; 市政工程技术; 路桥施工; 筑路工; 桥隧工; 隧道工程; road engineer; bridge engineer > 土建类 ~ 道路; 桥梁
建筑设计类; 建筑设计; 建筑学; 城乡规划; 古建筑; 建筑师; 风景园林; 规划师; architect; urban planning > 土建类; 设计类
工程造价; 造价师; 预算员; 工程管理; 工程监理; 建设工程管理; 招投标; 资料员; 项目经理工程; cost engineer > 土建类
建筑施工技术; 砌筑工; 混凝土工; 钢筋工; 架子工; 装配式建筑施工; 土建施工; 防水工; 建筑工; 泥瓦; construction worker > 土建类; 建筑施工
给排水技术; 给排水工程技术; 管道工; 水暖工; 供热; 城市燃气; 燃气工程技术; 燃气安装; plumber > 土建类
物业管理; 现代物业管理; 物业服务; 房地产经营与管理; 房产经纪; 楼盘销售; 房地产; 物业; property management; real estate agent > 管理类
管理类; 工商企业管理; 企业管理; 工商管理; 经理; 主管; 店长; 连锁经营与管理; 连锁; 商品营业员; 零售; manager; business administration; store manager
铁路技术; 铁道; 铁道机车; 铁道车辆; 铁道工程; 铁道信号; 动车组; 列车员; 高铁乘务; 机车司机; 接触网工; 线路工; 铁路; railway technician; train driver > 交通类 ~ 隧道地铁
城市轨道交通技术; 城市轨道交通运营; 城轨; 地铁站务; 轨道交通运营管理; 地铁司机; metro operator > 交通类 ~ 隧道地铁
船舶技术; 船舶工程技术; 轮机工程; 航海技术; 水手; 船员; 船舶驾驶; 轮机; 港口; 造船工; 船体; 水运; 航运; 海员; sailor; ship engineer; shipbuilding technician > 交通类 ~ 海洋工程
航空技术; 飞机机电设备维修; 飞行器制造; 飞机维修; 机务; 民航; 空乘; 空中乘务; 机场; 航空发动机; 飞行器维修; 航空服务; 飞行员; aircraft maintenance; flight attendant; aviation technician > 交通类 ~ 航空航天
无人机技术; 无人机应用技术; 无人机操控与维护; 无人机驾驶员; 飞手; 低空; 无人机测绘; drone pilot; UAV operator > 自动化类 ~ 无人机
交通类; 交通运输; 道路运输; 交通运营; 汽车驾驶; 驾驶员; 司机; 客运; 货运司机; driver; transportation
邮政快递; 邮政快递运营管理; 快递员; 快递; 快件处理; 邮政; courier; postal > 物流管理
集成电路技术; 集成电路; 微电子技术; 微电子; 半导体技术; 芯片设计; 版图设计; 晶圆制造; 芯片封装测试; 晶片加工; 硅材料制备技术; 光伏材料; IC engineer; semiconductor technician; microelectronics > 电子类 ~ 半导体
光电技术; 光电信息技术; 光电显示; 光学加工; 激光技术; 智能光电; 光电工程; optoelectronics > 电子类 ~ 光学; 激光
仪器仪表技术; 测控技术; 工业自动化仪表; 仪表工; 仪表维修; 计量; 计量员; 测控技术与仪器; 仪器仪表; 校准; instrument technician; metrology technician > 自动化类 ~ 仪器仪表
电子产品制造; 电子产品装配; 电子装配工; 电子产品制造技术; 电子电器应用与维修; 家电维修; 电器装配; 电机装配; 电机与电器技术; 家用电器维修; 数码维修; 手机维修; electronics assembler; appliance repair > 电子类
数字媒体技术; 数字媒体; 虚拟现实技术应用; VR技术; 数字影像; 游戏开发; 交互设计; UI设计; UI; 数字媒体应用技术; digital media; UI designer; game developer > 计算机类; 设计类
云计算技术; 云计算技术应用; 云运维; 区块链技术应用; 云平台运维; cloud engineer > 计算机类 ~ 云计算
包装技术; 包装工程技术; 包装设计; 包装工程; 包装工; packaging engineer > 轻工类 ~ 包装
印刷技术; 数字印刷; 印刷媒体技术; 印刷工; 印前; 制版工; 装订; 印刷工程; printing technician > 轻工类 ~ 印刷
造纸技术; 现代造纸技术; 造纸工艺; 造纸工; 制浆; 轻化工程; papermaking technician > 轻工类 ~ 制浆造纸
皮革技术; 皮革加工技术; 鞋类设计与工艺; 制鞋工; 皮具; 皮革制品; 箱包; 皮革工艺; shoemaker; leather technician > 轻工类 ~ 皮革
珠宝首饰技术; 首饰设计与工艺; 珠宝首饰; 珠宝鉴定; 首饰设计师; 宝玉石; 珠宝加工; 玉石雕刻; jewelry designer > 轻工类; 设计类 ~ 贵金属
橡胶技术; 橡胶工艺; 橡胶制品; 硫化; 轮胎制造; 橡胶智能制造技术; rubber technician > 材料类 ~ 橡胶
玻璃技术; 玻璃工艺; 硅酸盐; 非金属矿物材料技术; 玻璃制造; 石材加工; 人造石; 石棉; 云母; glass technician > 材料类 ~ 玻璃; 石材
建材技术; 新型建筑材料生产技术; 建筑材料工程技术; 建筑材料检测; 水泥生产; 混凝土搅拌; 砖瓦; 保温材料; 玻璃纤维; building materials technician > 材料类 ~ 建材; 水泥
复合材料技术; 复合材料智能制造技术; 航空复合材料成型与加工技术; 复合材料成型; 碳纤维制品; 复合材料工程; composites technician > 材料类 ~ 复合材料
钢铁冶金技术; 钢铁智能冶金技术; 炼钢; 炼铁; 轧钢工; 智能轧钢; 金属材精整; 钢铁; steelmaking; metallurgist > 材料类 ~ 钢
轻工类; 轻化工; 轻工; light industry
化妆品技术; 化妆品制造; 化妆品; 香料香精技术; 化妆品配方; 日化配方; cosmetic formulator > 化工类 ~ 化妆品
生物技术; 生物制药; 生物制药技术; 药品生物技术; 生物工程; 发酵工; 食品生物技术; 生物检验; 菌种培育; 生物产品检验; biotechnology technician; fermentation operator > 药学类 ~ 发酵; 疫苗
酿酒技术; 酿酒工艺与技术; 酿酒工程; 白酒酿造; 品酒师; 酿酒师; 酿造工; 制曲; brewer; winemaker > 食品类 ~ 酒
粮油技术; 粮油储运与检验技术; 粮食工程; 制米; 制粉; 粮油加工; 油脂加工; 饲料加工; grain technician > 食品类 ~ 粮油
烟草技术; 烟草栽培与加工; 烟叶; 卷烟; 烟草; 烟机; tobacco
医疗器械技术; 医疗器械维护与管理; 医疗器械经营; 医疗器械检测; 医用电子仪器; 医疗设备维修; 医疗器械工程; 康复工程; medical device engineer > 药学类 ~ 医疗器械
医学检验; 医学检验技术; 检验科; 临床检验; 采血; 病理技术; 输血; clinical laboratory; medical technologist > 医护类
医学影像; 医学影像技术; 放射科; CT; 超声科; 核磁; 影像师; radiographer > 医护类
口腔技术; 口腔医学; 口腔医学技术; 口腔修复工艺; 义齿加工; 技工所; 牙医; dental technician; dentist > 医护类 ~ 口腔
康复治疗; 康复治疗技术; 康复师; 理疗师; 推拿; 按摩; 针灸推拿; 中医康复技术; 矫形器; therapist; physiotherapist > 医护类 ~ 康复
护理专业; 护理员; 助产; 养老护理; 老年护理; 护工; 健康管理; 智慧健康养老服务与管理; 老年保健与管理; 养老服务; caregiver; midwife; elderly care > 医护类 ~ 适老化
眼视光; 眼视光技术; 验光; 配镜; 验光师; optometrist > 医护类
中医; 中医学; 中医养生; 中医骨伤; 中医师; 中西医结合; TCM doctor > 医护类
公共卫生; 预防医学; 卫生检验; 疾病控制; 卫生管理; 防疫员; public health > 医护类
美容美体; 美容美体艺术; 美发; 美容师; 美发师; 化妆师; 美甲; 人物形象设计; 医学美容; beautician; hairdresser; makeup artist
畜牧技术; 畜牧兽医; 动物医学; 养殖技术员; 兽医; 宠物医疗; 宠物养护; 动物防疫; 饲养员; 宠物美容; 动物科学; veterinarian; animal husbandry technician > 农林类 ~ 畜牧; 动物医学
水产技术; 水产养殖技术; 水产养殖; 海水养殖; 水生动物; 渔业; 捕捞; 苗种繁育; aquaculture technician > 农林类 ~ 水产养殖
农艺技术; 现代农业技术; 作物生产; 种子生产; 农艺工; 植物保护; 蔬菜种植; 果树; 茶艺; 茶叶生产; 现代种业; 农产品; 农学; 园艺技术; 食用菌; 设施农业与装备; 智慧农业; 农民合作社; farmer; horticulturist > 农林类 ~ 农业; 设施农业
农业装备技术; 农机修理; 农业机械化; 现代农业装备; 农机驾驶; farm machinery technician > 农林类; 机电类 ~ 农业机械
森林技术; 林业生产; 森林工程; 护林员; 森林防火; 造林; 林木; 野生动物保护; 自然保护区; forester > 农林类 ~ 林业
金融保险; 金融服务与管理; 银行柜员; 证券; 保险销售; 理财; 金融科技; 投资; 财富管理; 银行; 信贷员; bank teller; insurance agent; financial advisor > 财经类
税务; 财税大数据应用; 税务师; 纳税; 财政学; 评估; 资产评估; tax specialist > 财经类; 会计
统计; 统计员; 统计与大数据分析; 调查; 经济统计; statistician > 财经类
关务; 报关员; 关务与外贸服务; 货代; 报检; 国际货运; customs declarant > 国际贸易; 物流管理
会展服务; 会展策划与管理; 会展; 活动策划; 展览; 婚庆服务; event planner; exhibition
旅行服务; 旅游服务; 导游服务; 研学; 旅行社; 景区服务; 民宿管理; tour guide; travel agent > 酒店管理 ~ 旅游
家政养老; 家政服务; 现代家政服务与管理; 月嫂; 保洁; 家政; housekeeper; cleaner
社会工作; 社区管理与服务; 社会工作者; 社工; 民政; 公益; 社会福利; 调解员; 社区工作; social worker > 公共类
殡葬; 殡葬服务; 殡仪; 公墓; 墓园; 现代殡葬技术与管理; funeral
公共类; 公共管理; 公共事务管理; 行政执法; 公务; 政务; 公共服务; 城市管理; public administration
人力资源服务; 劳务派遣; 劳动与社会保障; 职业指导; 劳动关系; 人才中介; labour dispatch > 人力资源管理
文秘档案; 现代文秘; 档案管理; 图书管理; 图书档案; 秘书; archivist; librarian > 公共类
司法警务; 法律事务; 司法; 警务; 刑事; 公安; 监狱; 社区矫正; 安全防范; police; correctional officer > 法律类
新闻出版; 新闻; 出版; 编辑; 记者; 出版策划; 校对; 新闻学; journalist; editor; publishing > 影视传媒
广播影视; 播音主持; 主持人; 影视摄影; 导演; 录音; 戏剧影视; 广播电视; 编导; 灯光; broadcaster; photographer; director > 影视传媒
表演艺术; 音乐表演; 舞蹈表演; 戏曲; 演员; 歌手; 模特; 乐器; 钢琴; 杂技; actor; musician; dancer > 体育艺术类
绘画雕塑; 绘画; 雕塑; 书法; 版画; 插画; 工艺品设计与制作; 雕刻; 木雕; 竹编; 民间工艺; 工艺品; 陶艺; painter; sculptor; craftsman > 设计类 ~ 文创产品
环境艺术设计; 环境设计; 景观设计; 展示设计; 公共艺术; 软装设计; environmental design > 设计类
文物保护技术; 文物修复; 考古; 博物馆; 文物; relic restoration ~ 文物
运动训练; 体育运动; 健身指导; 社会体育; 体育教练; 电子竞技; 电竞; 运动防护; 救生员; 裁判; sports coach; lifeguard > 体育艺术类 ~ 体育
教学类外语; 英语教育; 外语教师; 日语; 韩语; 法语; 德语; 西班牙语; 俄语; 小语种; japanese; korean; french; german; spanish > 商务英语
中小学教师; 小学教育; 中学教师; 数学教师; 特殊教育; 心理咨询; 心理健康; 特教; school teacher; psychologist > 教育类
应急消防; 消防工程技术; 应急救援; 消防员; 消防设施; 应急管理; 防灾减灾; 消防工程; firefighter; fire engineer > 安全管理 ~ 消防
资源循环; 资源综合利用技术; 再生资源; 固废处理; 废旧物资回收; 资源循环科学与工程; recycling technician > 环境类 ~ 固废; 回收利用
节能环保服务; 碳排放管理; 碳排放管理员; 碳管理师; 清洁生产审核; 能源审计; 绿色低碳; carbon manager > 环境类 ~ 碳核算; 节能
核技术; 核工程; 核电运行; 辐射防护; 核与辐射; nuclear technician > 能源动力类 ~ 核能
力学数理; 数学; 物理; 应用数学; 力学; 统计学; mathematics; physics
`)
