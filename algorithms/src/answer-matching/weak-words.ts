/** Words that tell a little, but not what a text is about: they stand in the names of half the trades and of half the products. */
export const weakWords: ReadonlySet<string> = new Set(
  `系统 设备 装置 平台 智能 自动 现代 数字 数字化 智能化 工程 管理 服务 制作 制造 加工 操作 运行 工艺 处理 控制 综合 工程技术 技术人员 工程师 技术员 管理员 操作员 操作工
  维护 安装 产业 工业 性能 结构 功能 效果 材料 制品 用品 部件 组件 零件 配件 车间 工厂 现场 过程 条件 参数 数据 信息 质量 成本 效率 规模 环保 绿色 高效 快速 精密 专用 普通 标准 新技术
  制备 成型 成形 一体化 分析 评价 优化 设计 策划 咨询 实施 建设 经营 运营 业务 商品 物品 资源 环境 安全 健康 教育 文化 艺术 科学 经济 社会 公共 国际 城市 农村
  system equipment device platform smart intelligent automatic digital engineering management service process product production manufacture manufacturing data quality cost control design analysis material materials engineer technician operator`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
