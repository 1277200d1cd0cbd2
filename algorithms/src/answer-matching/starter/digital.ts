import { groupsOf } from '../lexicon.ts'

/** Software, data, electronics, logistics, trade. */
export const digital = [
  ...groupsOf('object', `
软件; 软体; 系统软件; 应用软件; 程式; 软件系统; 软件平台; 信息系统; 资讯系统; 管理系统; 管理软件; SaaS; 平台软件; software; application; information system; platform
工业软件; CAD; CAM; PLM; 三维软件; EDA; industrial software > 软件
MES; 制造执行系统; 生产管理系统; 生产执行; 报工; 工单; 车间管理; 生产管理; 稼动率; manufacturing execution system; shop floor; manufacturing execution > 工业软件 ~ 数字化工厂
ERP; 企业资源计划; 进销存; 企业管理软件; enterprise resource planning > 软件
WMS; 仓储管理系统; 仓库管理系统; 仓储管理软件; warehouse management > 软件; 仓储
拆单; 拆单软件; 家具设计软件; 设计拆单; 板件清单; 开料图; order splitting > 软件
数字化工厂; 智能工厂; 智能制造; 数字车间; 智能车间; 灯塔工厂; 黑灯工厂; 智慧工厂; 智造; smart factory; digital factory; smart manufacturing; intelligent manufacturing; industry 4.0
数字孪生; 数位孪生; 虚拟调试; 虚实映射; 虚拟工厂; digital twin; virtual commissioning ~ 仿真分析; 虚拟现实
工业互联网; 工业物联网; 设备联网; 机台联网; 数据采集; 边缘计算; 设备上云; industrial internet; IIoT; data acquisition; edge computing ~ 物联网
物联网; IoT; 智能终端; 物联; 无线传感网; 远程控制; 物联网终端; 智能硬件; 蓝牙; ZigBee; LoRa; NB-IoT; internet of things; wireless sensor; smart device; bluetooth
人工智能; AI; 智能算法; 人工智慧; 机器学习; 机器学习模型; 深度学习; 神经网络; 卷积网络; 类神经网路; 算法; 演算法; artificial intelligence; machine learning; deep learning; neural network; convolutional; algorithm
大模型; 大语言模型; LLM; 生成式; AIGC; ChatGPT; 自动生成; 知识问答; 检索增强; 文案生成; large language model; generative AI; question answering; retrieval augmented; text generation > 人工智能; 自然语言处理
自然语言处理; NLP; 机器翻译; 翻译; 语义分析; 文本; 文案; 多语言; 多语种; 语料; 术语; natural language processing; machine translation; translation; text; multilingual; copywriting
语音; 语音识别; 语音控制; 语音合成; 声纹; 音频; 录音; 声音; speech; voice; audio; speech recognition; recording; sound
生物识别; 指纹识别; 人脸识别; 静脉识别; 指静脉; 人脸; 虹膜; 活体检测; 指纹; biometric; fingerprint; face recognition; vein recognition; iris > 识别
遗传算法; 优化算法; 启发式; 粒子群; 运筹优化; 智能优化; genetic algorithm; optimization algorithm; heuristic; operations research
大数据; 数据分析; 数据挖掘; 数据库; 资料库; 数据平台; 数据中台; BI; 报表; 商业智能; 数据治理; big data; data analysis; data mining; database; analytics; business intelligence
云计算; 云平台; 云服务; 云端; 服务器; 伺服器; 虚拟化; 灾备; 备份; 容器; cloud; cloud computing; server; backup; disaster recovery; virtualization
区块链; 存证; 链上; 分布式账本; blockchain; distributed ledger
虚拟现实; VR; AR; 增强现实; 元宇宙; 混合现实; 虚拟仿真; 沉浸式; 扩增实境; virtual reality; augmented reality; mixed reality; metaverse; immersive; virtual simulation
电商; 电子商务; 网店; 直播带货; 跨境电商; 网购; 电商平台; 商品; 店铺; 直播; e-commerce; ecommerce; online store; live streaming; cross-border; online shop
小程序; APP; 移动应用; 手机应用; 点单; 收银; 手机端; mobile app; mini program; POS
智能家居; 智慧家庭; 全屋智能; 智能家电; 家居控制; 居家; smart home; home automation
安防; 视频监控; 摄像头; 入侵报警; 智能安防; 监控系统; security; video surveillance; camera; CCTV
智慧城市; 智慧停车; 智慧社区; 停车; 车位; 智慧交通; smart city; parking; intelligent transportation; smart community
政务; 政务服务; 电子政务; 市民服务; 客服机器人; e-government; citizen services; chatbot
财务系统; 发票; 财税; 报税; 财务管理; invoice; accounting system; taxation
电子; 电子元器件; 电子产品; 元器件; 消费电子; 电子信息; 电子设备; electronics; electronic component; electronic; consumer electronics
电路板; PCB; 线路板; 印制电路板; 印刷电路板; 多层板; 覆铜板; 高多层; FPC; 柔性线路板; HDI; printed circuit board; circuit board; PCBA > 电子
贴片; SMT; 回流焊; 波峰焊; 锡膏; 贴片机; 插件; surface mount; reflow; solder paste > 电子
功率器件; IGBT; 功率模块; MOSFET; 功率半导体; 电力电子; 功率电子; power module; power device; power electronics; power semiconductor > 半导体
芯片封装; 封装; 先进封装; 银烧结; 键合; 引线键合; 塑封; packaging chip; wire bonding; encapsulation; silver sintering; chip packaging > 半导体
显示; 显示屏; 液晶; OLED; Mini LED; 触控; 面板; 屏幕; display; LCD; screen; touch panel
嵌入式; 单片机; STM32; 微控制器; FPGA; 固件; 硬件电路; 硬体; 电路设计; embedded; microcontroller; firmware; MCU; circuit design
通信; 5G; 基站; 天线; 射频; 无线通信; 光通信; 光纤通信; 通讯; 微波; 毫米波; communication; antenna; radio frequency; wireless; optical communication; base station; millimeter wave
雷达; 毫米波雷达; 激光雷达; 超声雷达; radar; lidar; millimetre wave radar
光学; 镜头; 光学元件; 透镜; 光谱; 成像; 光电; 光谱仪; 红外; optics; lens; optical; imaging; spectrum; spectroscopy; infrared; photoelectric
近红外光谱; 近红外; NIR; 红外光谱; 拉曼; near infrared; raman; near-infrared > 光学
仪器仪表; 仪表; 测试仪; 分析仪; 检测仪; 仪器; 便携式; instrument; meter; analyzer; tester; portable; instrumentation
电源; 开关电源; 适配器; 不间断电源; UPS; power supply; adapter
微机电; MEMS; 微流控; 微纳加工; 微结构; 芯片实验室; microfluidic; micro-nano; lab on a chip; microelectromechanical
仓储; 仓库; 立体仓库; 智能仓储; 自动仓库; 库存; 四向穿梭车; 堆垛机; 货架; 仓; 库房; 找货; 货到人; warehouse; warehousing; stereoscopic warehouse; AS/RS; inventory; shuttle
物流; 运输; 配送; 货运; 供应链; 快递; 车队; 干线; 报关; 清关; 国际物流; logistics; transport; transportation; delivery; supply chain; freight; customs; shipping
冷链; 冷链物流; 冷藏; 冷冻仓储; 冷藏车; 温度记录; 断链; 保温箱; 冷库; cold chain; cold storage; refrigerated; temperature logger ~ 物流
叉车; 托盘; 搬运车; forklift; pallet
汽车; 整车; 乘用车; 商用车; 车辆; 车身; 主机厂; 汽车零部件; 车用; 汽配; 底盘; car; automotive; vehicle; automobile; auto parts; vehicles; chassis
新能源汽车; 电动汽车; 电动车; 混合动力; 纯电; 新能源车; 三电; 电驱动; 新能源客车; electric vehicle; EV; new energy vehicle; hybrid vehicle; hybrid > 汽车
智能网联汽车; 自动驾驶; 智能驾驶; ADAS; 车联网; 无人驾驶; 智能座舱; autonomous driving; connected vehicle; self-driving; intelligent vehicle > 汽车
摩托车; 自行车; 电动自行车; 两轮车; motorcycle; bicycle; e-bike
发动机; 内燃机; 引擎; engine; internal combustion
`),
  ...groupsOf('object', `
企业管理咨询; 管理咨询; 精益生产; 精益; 股权; 法务; 咨询; 管理创新; 5S; 六西格玛; consulting; lean; management consulting; advisory; six sigma
人力资源; 招聘服务; 劳务派遣; 灵活用工; 人才服务; human resources; recruitment service; outsourcing
检测服务; 第三方检测; 检测实验室; 共享实验室; 检验检测; 委托检测; 检测平台; testing service; third-party testing; laboratory service; test lab > 质量检测
产业园; 孵化器; 众创空间; 加速器; 园区; incubator; industrial park; accelerator; park
科技金融; 创业投资; 风险投资; 投融资; venture capital; investment
`),
]
