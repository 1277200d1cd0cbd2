/** Words that every need and every answer is full of, and that tell none from another. */
export const emptyWords: ReadonlySet<string> = new Set(
  `我们 我司 本司 公司 企业 单位 本项 本项目 项目 寻求 需求 需要 希望 目前 现有 存在 问题 解决 解决方案 方案 技术 开发 研发 研究 研制 应用 实现 采用 具有 具备 提供 支持 合作 成果 产品
  一种 一套 一个 一批 可以 能够 能力 进行 通过 使用 利用 用于 适用 适用于 要求 达到 提高 提升 降低 减少 有效 相关 方面 领域 行业 生产 制造商 厂家 客户 用户 市场 以及 及其 等等 其中 由于 因此 但是 并且 如何 怎样 什么
  为了 对于 关于 根据 按照 从而 同时 已经 正在 没有 不能 无法 容易 较大 较高 较低 很大 非常 比较 主要 重要 关键 核心 先进 新型 创新 优势 特点 国内 国外 国际 自主 知识产权 专利 转化 产业化 推广 团队 专家 教授
  老师 学校 学院 大学 联系 欢迎 面议 职位 岗位 职责 任职 要求 负责 工作 招聘 优先 以上 以下 经验 学历 专业 熟悉 了解 良好 具体 完成 协助 配合 日常 其他 人员 薪资 待遇 五险 一金 五险一金 包吃 包住 双休
  the of and for to in on with by from at is are was be been we our us you your this that these those it its as an or not can could will would should must may need needs needed require required requirement
  seek seeking look looking want wanted find provide provides use used using based new high low good able company firm enterprise project technology technical solution develop development research method which
  have has had do does than then into more less very such also other all any each per via their they there who how what when where about after before between during under over please only both`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
