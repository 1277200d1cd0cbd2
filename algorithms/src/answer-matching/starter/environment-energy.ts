import { groupsOf } from '../lexicon.ts'

/** Water, air, waste, hydrogen, power, buildings. */
export const environmentAndEnergy = [
  ...groupsOf('object', `
废水; 污水; 排水; 废液; 工业废水; 水污染; 污废水; 中水; 尾水; 清洗水; 出水; wastewater; sewage; effluent; waste water; process water
废水处理; 污水处理; 水处理; 废水治理; 污水净化; 水净化; 深度处理; wastewater treatment; water treatment; sewage treatment > 污染治理; 废水
电镀废水; 含镍废水; 含铬废水; 重金属废水; 表面处理废水; 酸洗废水; electroplating wastewater; heavy metal wastewater > 废水; 重金属
印染废水; 印染污水; 染整废水; 纺织废水; 脱色; 色度; textile wastewater; dyeing wastewater; decolorization > 废水
生活污水; 农村污水; 黑臭水体; 市政污水; domestic sewage; municipal sewage > 废水
膜分离; 反渗透; 纳滤; 超滤; 双膜法; 膜法; 膜组件; 脱盐; 除盐; 分盐; 浓水; 陶瓷膜; 平板膜; membrane; reverse osmosis; nanofiltration; ultrafiltration; desalination; RO
吸附; 活性炭; 离子交换; 螯合; 螯合树脂; 吸附剂; 沸石; 分子筛; 交换树脂; adsorption; activated carbon; ion exchange; chelating; zeolite; adsorbent
高级氧化; 臭氧; 芬顿; 电化学氧化; COD; 有机物降解; 催化氧化; ozone; fenton; advanced oxidation; electrochemical oxidation; oxidation
生化处理; 活性污泥; 生物滤池; 厌氧; 好氧; MBR; 微生物处理; 硝化; biological treatment; activated sludge; anaerobic; biofilm; biofilter
氮磷去除; 脱氮; 除磷; 总磷; 总氮; 氨氮; 富营养化; 氮磷; nitrogen removal; phosphorus; ammonia nitrogen; denitrification; nutrient removal ~ 生化处理; 人工湿地
人工湿地; 生态沟渠; 湿地; 生态修复; 三池两坝; constructed wetland; wetland; ecological restoration
污泥; 污泥处理; 污泥干化; 污泥脱水; 板框压滤; 压滤; 泥饼; sludge; sludge drying; filter press; sludge treatment > 固废 ~ 干燥脱水
固废; 固体废物; 废渣; 工业固废; 尾矿; 废料; 危废; 危险废物; 废弃物; 一般固废; 飞灰; 炉渣; 抛光泥; 抛光废渣; 漆渣; 灰渣; 赤泥; solid waste; waste residue; hazardous waste; slag; tailings; fly ash; industrial waste ~ 回收利用
铝灰; 铝渣; 二次铝灰; aluminium dross; aluminum dross > 固废; 铝
垃圾; 生活垃圾; 厨余; 餐厨垃圾; 垃圾焚烧; 垃圾分类; garbage; refuse; municipal waste; food waste; incineration > 固废
废气; 烟气; 尾气; 有机废气; 工业废气; 排气; 大气污染; waste gas; exhaust gas; flue gas; exhaust; air pollution
废气治理; 废气处理; 烟气治理; 废气净化; 烟气净化; air pollution control; exhaust treatment; flue gas treatment; waste gas treatment > 污染治理; 废气
VOCs治理; VOC; VOCs; 挥发性有机物; 有机废气治理; 催化燃烧; 沸石转轮; RTO; RCO; 蓄热燃烧; 喷漆废气; 溶剂型; 非甲烷总烃; volatile organic compounds; catalytic combustion; thermal oxidizer; solvent; regenerative thermal oxidizer > 废气治理 ~ 吸附; 水性涂料
水性涂料; 水性化; 水性木器; 低挥发; 无溶剂; UV固化; 源头替代; waterborne coating; low VOC; solvent-free; UV curing > 涂料; 环保替代
脱硫脱硝; 脱硝; 脱硫; 氮氧化物; NOx; SCR; SNCR; 二氧化硫; desulfurization; denitration; denox; nitrogen oxides; sulfur dioxide > 废气治理
除尘器; 布袋除尘; 湿式除尘; 静电除尘; 滤筒; 滤袋; dust collector; bag filter; electrostatic precipitator; wet scrubber > 除尘
土壤修复; 污染土壤; 场地修复; 地下水修复; soil remediation; contaminated soil; groundwater > 污染治理
环境监测; 水质监测; 空气监测; 采样; 排污许可; 环评; 环境影响评价; 环境工程; 环境治理; environmental monitoring; water quality; air quality; environmental impact assessment; environmental engineering
氢能; 氢气; 氢; 绿氢; 储氢; 加氢; 用氢; 氢源; 氢能源; hydrogen; hydrogen energy; green hydrogen
制氢; 电解水; 电解槽; 制氢重整; 甲醇制氢; 天然气重整; hydrogen production; electrolyzer; electrolysis; water electrolysis; reforming > 氢能
储氢瓶; 储氢罐; 高压储氢; 固态储氢; 气瓶; 液氢; hydrogen storage; hydrogen tank; gas cylinder; type IV > 氢能
加氢站; 加氢机; 加氢设备; hydrogen refueling; refuelling station; hydrogen station > 氢能
氢气泄漏; 氢泄漏; 漏氢; 氢气报警; hydrogen leak; hydrogen leakage > 氢能; 密封防漏 ~ 气体传感器
氢气纯化; 氢提纯; 副产氢; hydrogen purification > 氢能; 净化
燃料电池; 氢燃料电池; 电堆; 质子交换膜; 膜电极; 双极板; 燃料电池发动机; PEM; PEMFC; SOFC; 燃料电池系统; fuel cell; fuel cell stack; bipolar plate; membrane electrode > 氢能
清洁燃料; 氨燃料; 氨氢; 氢氨; 天然气; 燃气; 煤改气; 生物质燃料; 燃料替代; 零碳燃烧; 清洁能源; ammonia fuel; natural gas; clean fuel; clean energy; gas fired; biomass fuel
燃烧; 燃烧优化; 燃烧控制; 富氧燃烧; 低氮燃烧; combustion; oxy-fuel; low nitrogen combustion
电池; 锂电池; 动力电池; 锂离子电池; 电芯; 蓄电池; 储能电池; 电池包; 钠离子电池; 固态电池; 锂电; 电池组; battery; lithium battery; lithium-ion; power battery; battery pack; cell pack
电池壳体; 电池铝壳; 电池盖板; 电池托盘; battery case; battery housing; battery shell > 电池
电池管理; BMS; 电池均衡; 荷电状态; battery management > 电池
电池回收; 退役电池; 梯次电池; 电池拆解; battery recycling > 电池; 回收利用
电极材料; 正极; 负极; 电解液; 隔膜; 正极材料; 硅碳; cathode; anode; electrolyte; separator; electrode > 电池
储能; 储能系统; 储能柜; 工商业储能; 飞轮; 电化学储能; 光储充; 光储; energy storage; storage system ~ 电池
光伏; 太阳能; 光伏组件; 太阳能电池; 钙钛矿; 屋顶光伏; 逆变器; 光伏电站; photovoltaic; solar; solar cell; PV; inverter
风电; 风力发电; 风机叶片; 风电机组; 海上风电; wind power; wind turbine; wind energy
海洋能; 潮汐能; 潮流能; 波浪能; 水轮机; 水电; tidal energy; tidal; wave energy; turbine; hydropower
核能; 核电; 核电站; 乏燃料; 反应堆; 核废料; 辐照; nuclear; nuclear power; spent fuel; reactor core
微电网; 能源管理; 能源管理系统; EMS; 需量控制; 峰谷; 用电管理; 能效管理; 能耗监测; 用能; 负荷; 综合能源; 智慧能源; 电费; microgrid; energy management; load management; demand response; electricity bill
电力设备; 变压器; 配电; 开关柜; 输变电; 电网; 配电房; 断路器; 电缆; 电线电缆; transformer; switchgear; power grid; distribution; cable; substation
充电桩; 充电; 充换电; 快充; 换电; charging pile; charger; charging station; EV charging
热泵; 空气源热泵; 低温热泵; heat pump ~ 节能
制冷; 冷水机; 制冷机组; 冷站; 中央空调; 冷机; 暖通; 空调系统; HVAC; 冷冻; refrigeration; chiller; central air conditioning; cooling system
建筑; 房屋; 楼宇; 住宅; 商业楼; 大楼; 建筑物; 建筑工程; 施工; 工地; building; construction; architecture; house; construction site
智能建筑; 楼宇自控; 智能化工程; 弱电; 综合布线; 安防监控; 智能楼宇; smart building; building automation; weak current; cabling; surveillance
装修; 室内装饰; 装饰装修; 室内设计; 装饰工程; 装配式装修; 家装; 装潢; interior decoration; interior design; renovation; decoration; fit-out
BIM; 建筑信息模型; 三维协同; 算量; 工程量清单; 碰撞检查; 正向设计; building information modeling; building information modelling; quantity takeoff
装配式建筑; 预制构件; 预制拼装; 钢结构; PC构件; prefabricated; precast; steel structure; modular construction
桥梁; 桥; 跨江大桥; 大桥; 桥面; 钢桥; bridge; bridges
结构健康监测; 健康监测; 结构监测; 应变; 挠度; 位移监测; 沉降; structural health monitoring; strain; deflection; displacement monitoring > 在线监测
隧道地铁; 隧道; 地铁; 轨道交通; 高铁; 铁路; 盾构; 接触网; 轨道; tunnel; metro; railway; rail transit; high-speed rail; subway
道路; 路面; 沥青; 公路; 交通工程; 铺装; road; pavement; asphalt; highway
水利; 水库; 大坝; 防洪; 河道; 泵站; 水务; 供水; 供水管网; 智慧水务; 自来水; reservoir; dam; flood; water supply; pipe network; hydraulic engineering
管道; 管线; 输送管; 油气管道; 天然气管道; 燃气管网; 管廊; pipeline; piping; gas pipeline
海绵城市; 市政; 园林; 景观; 绿化; 园林绿化; sponge city; municipal; landscape; gardening; greening
消防; 灭火; 火灾; 烟感; 消防水炮; 火灾报警; fire fighting; fire; fire alarm; extinguishing; smoke detector
矿业; 煤矿; 采矿; 瓦斯; 矿井; 井下; 矿山; 选矿; 钻机; 勘探; mining; coal mine; mine; gas drainage; drilling rig; ore
石油; 油气; 炼油; 油田; 石化; 钻井; petroleum; oil and gas; refinery; oilfield; petrochemical
海洋工程; 深海; 潜水器; 船舶; 海工; 船用; 海水; 浮力; 造船; marine; deep sea; submersible; ship; vessel; offshore; buoyancy; seawater; shipbuilding
航空航天; 飞机; 航空; 卫星; 航天; 客机; 火箭; 星载; 姿态控制; 适航; aerospace; aircraft; aviation; satellite; spacecraft; rocket; airworthiness
冰雪; 造雪; 滑雪; 冰场; snow making; ski; ice rink; snow
`),
]
