import { groupsOf } from '../lexicon.ts'

/** Machines, tools, moulds, robots and the ways of working metal and plastics. */
export const manufacturing = [
  ...groupsOf('object', `
机床; 工具机; 加工机床; machine tool; machine tools
数控机床; 数控设备; CNC机床; CNC工具机; 电脑锣; 数控; CNC; numerical control > 机床
加工中心; 立加; 卧加; CNC加工中心; machining center; machining centre > 数控机床
五轴机床; 五轴; 五轴加工; 五轴联动; five-axis; 5-axis > 加工中心
车床; 数控车; 车铣复合; 走心机; 纵切机; lathe; turning centre > 机床
铣床; 龙门铣; milling machine > 机床
磨床; 平面磨; 外圆磨; 工具磨; grinder; grinding machine > 机床
电火花机; 线切割; 火花机; 慢走丝; 放电加工; EDM; wire cutting > 机床
冲床; 压力机; 冲压机; 液压机; 油压机; 冲压设备; 折弯机; press machine; punch press; stamping press; hydraulic press; press brake > 机床
主轴; 电主轴; 高速主轴; 机床主轴; spindle > 机床
数控系统; 控制系统; 运动控制; 运动控制器; 数控装置; 控制器; motion control; motion controller; control system; CNC controller
刀具; 铣刀; 钻头; 刀片; 微钻; 立铣刀; 丝锥; 切削刀具; 硬质合金刀具; 砂轮; 锯片; cutting tool; milling cutter; drill; drill bit; insert; end mill
刀具磨损; 断刀; 断针; 换刀; 刀具寿命; 刀具状态; tool wear; tool breakage; tool life > 刀具
夹具; 工装; 治具; 工装夹具; 卡盘; fixture; jig; clamp; tooling
模具; 模组模具; 钢模; 模; mold; mould; die; tooling die
注塑模; 塑料模; 注射模; 塑胶模; 热流道; 随形冷却; 模具冷却; 射出模; injection mould; plastic mould; hot runner; conformal cooling > 模具
冲压模; 级进模; 五金模; 连续模; 拉深模; stamping die; progressive die > 模具
压铸模; 压铸模具; die casting die; die casting mould > 模具
挤压模; 挤压模具; 挤出模; 型材模具; 口模; extrusion die > 模具
轴承; 滚动轴承; 滑动轴承; 空气轴承; 空气箔片轴承; 磁悬浮轴承; bearing; bearings
齿轮; 齿形; 齿轮传动; 修形; 磨齿; 蜗轮; gear; gears; gear tooth; gear grinding
减速器; 减速机; 减速箱; 谐波减速器; RV减速器; RV减速机; 谐波传动; 柔轮; 摆线轮; 精密减速器; reducer; gear reducer; harmonic drive; harmonic reducer; gearbox > 齿轮
变速箱; 变速器; 变速; 传动箱; 传动系统; 传动; 传动装置; transmission; drivetrain; powertrain ~ 齿轮; 减速器
丝杠; 滚珠丝杠; 导轨; 直线导轨; 直线电机; ball screw; linear guide; linear motor
液压; 液压系统; 油缸; 液压缸; 液压阀; hydraulic; hydraulic system; cylinder
气动; 气缸; 气动元件; 阀岛; pneumatic
阀门; 阀; 调节阀; 球阀; 电磁阀; valve; valves
泵; 水泵; 真空泵; 离心泵; 油泵; pump; vacuum pump
压缩机; 空压机; 空气压缩机; 螺杆机; 螺杆空压机; 离心式压缩机; 空压站; compressor; air compressor
风机; 鼓风机; 通风机; 引风机; fan; blower; ventilator
电机; 电动机; 马达; 伺服电机; 永磁电机; 无框力矩电机; 步进电机; 电驱; motor; electric motor; servo motor; permanent magnet motor
变频; 变频器; 伺服; 伺服驱动; 驱动器; 伺服系统; inverter drive; frequency converter; servo; servo drive; VFD
PLC; 可编程控制器; 可程式控制器; 可编程逻辑控制器; DCS; 组态; SCADA; 西门子; 触摸屏; 人机界面; HMI; programmable logic controller; industrial control ~ 自动化
自动化; 自动化设备; 自动化生产线; 自动线; 非标自动化; 自动化产线; 流水线; 产线; 生产线; 装配线; 自动上下料; 自动送料; automation; automatic line; production line; assembly line; automated; loading and unloading
机器人; 机械人; 机械手; 机械臂; 机器手; 智能机器人; robot; robotic; robot cell; manipulator; robot arm; robotics
工业机器人; 六轴机器人; 六轴机械臂; 关节机器人; SCARA; 库卡; ABB; KUKA; 发那科; industrial robot > 机器人; 自动化
协作机器人; 人机协作; cobot; collaborative robot > 工业机器人
焊接机器人; 机器人焊接; 焊接工作站; welding robot; robotic welding > 工业机器人
喷涂机器人; 机器人喷涂; 自动喷涂; painting robot; spraying robot > 工业机器人
打磨机器人; 机器人打磨; 机器人抛光; 机器人磨抛; 恒力打磨; 力控打磨; 浮动力控; 力控末端; robotic polishing; robotic grinding; force control polishing > 工业机器人
服务机器人; 送餐机器人; 扫地机器人; 清洁机器人; 清扫机器人; 巡检机器人; service robot; cleaning robot > 机器人
AGV; 无人搬运车; 自动导引车; AMR; 移动机器人; 搬运机器人; 无人叉车; 无人搬运; 自主移动机器人; automated guided vehicle; mobile robot > 机器人
离线编程; 示教; 免示教; 拖动示教; 示教编程; 轨迹生成; 机器人编程; offline programming; teaching-free; robot programming
末端执行器; 夹爪; 抓手; 吸盘; 灵巧手; gripper; end effector; suction cup
力控; 力觉; 力传感; 柔顺控制; 恒力; force control; compliance control; force sensor
机器视觉; 视觉检测; 工业视觉; 视觉系统; 工业相机; 线阵相机; 图像处理; 影像处理; 视觉识别; 自动光学检测; AOI; 计算机视觉; 电脑视觉; machine vision; computer vision; vision system; line-scan; image processing; automated optical inspection
三维视觉; 3D视觉; 点云; 结构光; 双目; 深度相机; 位姿估计; 三维重建; ToF; 3d vision; point cloud; structured light; stereo; pose estimation; depth camera > 机器视觉
无序抓取; 散乱堆放; 乱序抓取; 料筐抓取; 随机抓取; bin picking; random picking ~ 三维视觉; 工业机器人
三维扫描; 逆向工程; 逆向建模; 激光扫描; 3d scanning; reverse engineering; laser scanning
三坐标测量; 三坐标; 坐标测量; CMM; 尺寸测量; 几何量; 影像测量; coordinate measuring; dimensional measurement; metrology > 质量检测
传感器; 感测器; 传感; 敏感元件; 探测器; 变送器; 感应器; sensor; transducer; detector
光纤传感; 光纤光栅; 分布式光纤; 光栅传感; fiber optic sensor; fibre bragg grating; FBG > 传感器
气体传感器; 气敏; 氢敏; 气体检测; 可燃气体; 有毒气体; gas sensor; gas detection; hydrogen sensor > 传感器
激光; 激光器; 雷射; 镭射; 光纤激光; 皮秒激光; 飞秒激光; 超快激光; 紫外激光; laser; fiber laser; ultrafast laser
锅炉; 工业锅炉; 燃烧器; 热风炉; boiler; burner
窑炉; 辊道窑; 隧道窑; 窑; 烧成炉; 梭式窑; kiln; roller kiln; tunnel kiln; furnace kiln ~ 烧结
工业炉; 加热炉; 熔炼炉; 时效炉; 热处理炉; 电炉; 退火炉; furnace; melting furnace; heating furnace
挤压机; 挤压生产线; 挤压线; 挤压设备; extrusion press; extruder press > 自动化 ~ 挤压
注塑机; 射出机; 注射机; 塑机; injection molding machine ~ 注塑
起重机; 行车; 吊车; 起重机械; 吊装; 升降机; crane; hoist; lifting equipment
电梯; 升降电梯; 扶梯; 加装电梯; 曳引机; 梯控; 困人; elevator; lift; escalator
包装机; 包装机械; 灌装机; 灌装; 封口机; 打包; 装箱; 码垛; 包装设备; packaging machine; filling machine; palletizing
农业机械; 农机; 收割机; 拖拉机; 植保机; agricultural machinery; harvester; tractor
无人机; 航拍; 飞行器; UAV; drone; 多旋翼; 低空; unmanned aerial vehicle
`),
  ...groupsOf('process', `
机械加工; 机加工; 切削; 切削加工; 金属加工; 精密加工; 零件加工; machining; cutting; metalworking; precision machining
车削; 车工; 车加工; turning > 机械加工
铣削; 铣工; 铣加工; milling > 机械加工
钻孔; 钻削; 打孔; 深孔加工; 微孔加工; 微孔; drilling; micro drilling; hole > 机械加工
磨削; 研磨; 砂带磨削; 精磨; 磨抛; 磨加工; grinding; lapping; abrasive > 机械加工
打磨抛光; 打磨; 抛光; 去毛刺打磨; 砂光; 研磨抛光; 磨光; polishing; sanding; buffing; finishing ~ 磨削
冲压; 冲裁; 钣金; 钣金加工; 折弯; 拉深; 落料; 板金; stamping; sheet metal; punching; bending; deep drawing
锻造; 模锻; 自由锻; 热锻; 冷锻; 冷镦; forging
铸造; 浇铸; 砂型铸造; 熔模铸造; 精密铸造; 重力铸造; 低压铸造; 翻砂; 铸件; 铸坯; casting; foundry; castings; investment casting
压铸; 压铸件; 高压铸造; 真空压铸; 铝压铸; 压铸成型; 铸铝; die casting; die-casting; high pressure die casting > 铸造
挤压; 挤压成形; 挤压加工; 挤压成型; 挤型; extrusion
轧制; 压延; 板带; 冷轧; 热轧; 拉拔; rolling; cold rolling; drawing
热处理; 淬火; 回火; 退火; 时效; 真空热处理; 去应力; 正火; 调质; heat treatment; quenching; tempering; annealing; aging treatment; stress relief
表面强化; 渗氮; 氮化; 渗碳; 喷丸; 表面硬化; 激光熔覆; 熔覆; 淬硬; nitriding; carburizing; shot peening; surface hardening; laser cladding; cladding > 表面处理
表面处理; 表面改性; 前处理; 表面工程; 后处理; surface treatment; surface finishing; surface engineering; surface modification; pretreatment
涂层; 镀层; 镀膜; 薄膜沉积; 硬质涂层; 类金刚石; DLC; coating; thin film; hard coating; film deposition > 表面处理
PVD镀膜; PVD; 真空镀; 真空镀膜; 物理气相沉积; 磁控溅射; CVD; 离子镀; 气相沉积; sputtering; physical vapor deposition; chemical vapor deposition; vacuum coating > 涂层
热喷涂; 等离子喷涂; 超音速喷涂; 火焰喷涂; 冷喷涂; thermal spraying; plasma spraying; HVOF > 涂层
电镀; 镀铬; 镀镍; 镀锌; 化学镀; 电铸; 三价铬; 六价铬; 无氰; 电刷镀; 镀锡; electroplating; plating; chrome plating; nickel plating; galvanizing; hexavalent chromium; trivalent chromium > 表面处理
阳极氧化; 氧化线; 氧化着色; 微弧氧化; 氧化膜; 铝氧化; anodizing; anodising; anodic oxidation > 表面处理
钝化; 无铬; 铬化; 磷化; 钝化液; 转化膜; passivation; phosphating; chromate-free; conversion coating > 表面处理
喷涂; 涂装; 喷漆; 喷粉; 粉末喷涂; 静电喷涂; 烤漆; 油漆喷涂; 涂饰; spraying; painting; spray painting; powder coating; paint line > 表面处理
清洗; 脱脂; 超声清洗; 除油; 清洁; 酸洗; cleaning; degreasing; washing; ultrasonic cleaning; pickling
焊接; 熔焊; 焊缝; 焊工; 电焊; 弧焊; 氩弧焊; 二保焊; 点焊; 钎焊; 焊点; 焊装; welding; weld; brazing; arc welding; spot welding; soldering
激光焊接; 激光焊; 雷射焊接; 镭射焊接; 激光封焊; laser welding > 焊接; 激光
搅拌摩擦焊; 固相焊; 摩擦焊; friction stir welding > 焊接
激光加工; 激光切割; 激光打标; 激光打孔; 激光钻孔; 激光雕刻; laser processing; laser cutting; laser drilling; laser marking > 激光
增材制造; 3D打印; 三维打印; 3D列印; 积层制造; 选区激光熔化; 激光熔化; 光固化打印; 快速成型; SLM; SLA; FDM; additive manufacturing; 3d printing; rapid prototyping; selective laser melting
注塑; 注塑成型; 注射成型; 射出成型; 注射模塑; 调机; 试模; injection molding; injection moulding; injection molded > 塑料加工
塑料加工; 塑料成型; 吹塑; 吸塑; 挤出; 挤塑; 滚塑; 吹膜; 模压成型; 塑胶成型; plastics processing; blow molding; thermoforming; plastic extrusion
粉末冶金; 金属粉末; 粉末烧结; MIM; 金属注射成型; powder metallurgy; metal powder; metal injection molding
烧结; 烧成; 共烧; 脱脂烧结; 烧制; 热压; 煅烧; sintering; firing; calcination; burning
装配; 组装; 总装; 装配工艺; 拧紧; 紧固; 铆接; assembly; assembling; fastening; riveting
粘接; 胶接; 粘合; 点胶; 涂胶; 胶粘; 封边; 贴合; 胶线; bonding; gluing; adhesive bonding; lamination; edge banding
矫直; 校直; 压直; 拉直; 矫正; 调直; 整形; straightening; leveling; correction
切割; 裁切; 锯切; 裁剪; 分切; 裁板; 开料; 水刀; sawing; slicing; cutting machine; panel saw
搬运上下料; 上下料; 送料; 取件; 搬运; 上料; 下料机械手; 物料搬运; material handling; loading; unloading; feeding
混合搅拌; 搅拌; 混料; 捏合; 分散; 乳化; 均质; mixing; stirring; blending; dispersion; emulsification; homogenization
研磨粉碎; 粉碎; 破碎; 球磨; 制粉; 超细粉碎; 砂磨; crushing; milling powder; pulverizing; ball milling
冲击振动试验; 疲劳; 力学性能测试; 力学性能; 拉伸试验; 疲劳试验; 可靠性试验; 可靠性; fatigue; mechanical testing; tensile test; reliability; mechanical properties
`),
]
