import { groupsOf } from '../lexicon.ts'

/** What things are made of, and the trades of materials: metals, ceramics, plastics, textiles, wood, coatings. */
export const materials = [
  ...groupsOf('material', `
金属; 金属材料; 五金; metal; metals; metallic; hardware
铝; 铝合金; 铝材; 铝件; 铝制; 铝基; 铝锭; 铝棒; 铝板; 铝箔; aluminium; aluminum; Al > 有色金属
铝型材; 铝挤压; 型材; 铝合金型材; 铝挤型; 工业型材; 建筑型材; 门窗型材; aluminium profile; aluminum profile; aluminium extrusion; aluminum extrusion; profile > 铝 ~ 挤压
有色金属; 非铁金属; 有色; non-ferrous; nonferrous > 金属
钢; 钢材; 合金钢; 碳钢; 钢铁; 钢板; 结构钢; 高强钢; 管线钢; steel; carbon steel; alloy steel > 金属
不锈钢; 不锈; 304不锈钢; 白铁; stainless steel; stainless > 钢
模具钢; 热作钢; 热作模具钢; 冷作钢; H13; 工具钢; die steel; tool steel; hot work steel > 钢
铸铁; 球墨铸铁; 灰铁; cast iron; ductile iron > 金属
铜; 铜合金; 黄铜; 紫铜; 铜箔; 铜材; copper; brass; bronze > 有色金属
镁; 镁合金; 镁锌合金; magnesium; magnesium alloy > 有色金属
钛; 钛合金; titanium; titanium alloy > 有色金属
锌; 锌合金; zinc; zinc alloy; zamak > 有色金属
镍; 含镍; 镍基; nickel > 有色金属; 重金属
铬; 六价铬离子; chromium; chrome > 重金属
重金属; 铅; 镉; 汞; 总镍; 砷; heavy metal; heavy metals; lead; cadmium; mercury
贵金属; 黄金; 金饰; 白银; 铂; 钯; 首饰; 珠宝; 饰品; gold; silver; platinum; palladium; jewelry; jewellery
稀土; 稀土永磁; 钕铁硼; 永磁; 磁性材料; rare earth; permanent magnet; NdFeB; magnetic material
硬质合金; 碳化钨; 钨钢; cemented carbide; tungsten carbide; carbide
非晶合金; 高熵合金; 高温合金; superalloy; amorphous alloy
氢脆; 掺氢; 临氢; 渗氢; hydrogen embrittlement; hydrogen permeation ~ 氢能
陶瓷; 陶瓷材料; 瓷; 窑业; 瓷器; ceramic; ceramics; porcelain
建筑陶瓷; 瓷砖; 墙地砖; 抛光砖; 岩板; 陶瓷砖; 磁砖; 陶瓷板; 大板; 地砖; 抛釉砖; 卫浴陶瓷; 卫生洁具; tile; ceramic tile; wall tile; floor tile; sanitary ware; building ceramics > 陶瓷; 建材
日用陶瓷; 餐具陶瓷; 陶艺; 陶瓷艺术; 工艺陶瓷; tableware ceramics; pottery > 陶瓷
釉料; 釉; 色釉; 釉面; 釉料配方; 色料; 坯料; 坯体; glaze; ceramic pigment; green body > 陶瓷
先进陶瓷; 特种陶瓷; 结构陶瓷; 功能陶瓷; 电子陶瓷; 精密陶瓷; 精细陶瓷; advanced ceramics; technical ceramics; electronic ceramics > 陶瓷
氧化锆; 氧化锆陶瓷; 锆瓷; zirconia > 先进陶瓷
氧化铝; 氧化铝陶瓷; 刚玉; alumina > 先进陶瓷
氮化铝; 氮化硅; 陶瓷基板; 陶瓷覆铜板; 覆铜陶瓷; DBC; AMB; aluminum nitride; silicon nitride; ceramic substrate > 先进陶瓷
碳化硅; SiC; 碳硅; silicon carbide > 先进陶瓷; 第三代半导体
发泡陶瓷; 泡沫陶瓷; 多孔陶瓷; foam ceramic; porous ceramics > 陶瓷
玻璃; 浮法玻璃; 光伏玻璃; 玻璃制品; 幕墙玻璃; 镀膜玻璃; 微晶玻璃; 盖板玻璃; glass; glass panel; float glass
玻璃幕墙; 幕墙; 建筑幕墙; 玻璃窗; 贴膜; 智能窗; 调光; curtain wall; glazing; smart window > 玻璃; 建筑
水泥; 混凝土; 砂浆; 预拌混凝土; 商砼; 水泥基; cement; concrete; mortar > 建材
建材; 建筑材料; 新型建材; 墙体材料; 保温板; 隔墙; 透水砖; 石膏板; 砌块; building materials; construction materials; brick; insulation board
石材; 大理石; 花岗岩; 石英石; 人造石; stone; marble; granite; quartz stone > 建材
塑料; 塑胶; 树脂; 高分子; 聚合物; 高分子材料; 塑料制品; plastic; plastics; polymer; resin
工程塑料; 尼龙; 聚碳酸酯; 改性塑料; 聚酰胺; 玻纤增强; PA66; ABS; PEEK; POM; PBT; engineering plastic; nylon; polyamide; polycarbonate > 塑料
聚烯烃; 聚乙烯; 聚丙烯; 聚氯乙烯; PVC; polyethylene; polypropylene; polyolefin > 塑料
可降解材料; 生物降解; 可降解; 降解塑料; 聚乳酸; 生物基; PLA; PBAT; PHA; 可堆肥; 生物可分解; 可吸收; biodegradable; degradable; compostable; polylactic acid; bio-based; absorbable > 环保材料
环保材料; 绿色材料; 环保膜; sustainable material
橡胶; 硅胶; 弹性体; 硅橡胶; 密封圈; 轮胎; TPU; TPE; 乳胶; rubber; silicone; elastomer; tire; tyre
复合材料; 碳纤维; 玻璃纤维; 玻纤; 纤维增强; 碳纤; 玻璃钢; 预浸料; 缠绕成型; FRP; CFRP; composite; composites; carbon fiber; carbon fibre; glass fiber; fiberglass; prepreg
薄膜材料; 膜材料; 光学膜; 热封膜; 离型膜; 功能膜; 保护膜; 封膜; film; optical film; plastic film
石墨烯; 碳纳米管; 纳米材料; 纳米; 奈米; 纳米粉体; 纳米涂层; graphene; carbon nanotube; nanomaterial; nano; nanoparticle
气凝胶; 相变材料; 蓄冷; 蓄热; 储热; aerogel; phase change material; thermal storage
木材; 木质; 木料; 实木; 木制; 木业; 木制品; wood; timber; wooden
人造板; 板材; 胶合板; 刨花板; 纤维板; 密度板; 中纤板; 生态板; 多层板材; wood-based panel; plywood; particleboard; MDF; fiberboard; panel > 木材
胶粘剂; 胶黏剂; 粘合剂; 热熔胶; 胶水; 密封胶; 无醛胶; PUR; 环氧胶; adhesive; glue; hot melt; sealant; binder
涂料; 油漆; 漆; 建筑涂料; 外墙漆; 木器漆; 乳胶漆; 水性漆; 水性涂料; 防腐涂料; 粉末涂料; 油墨涂料; paint; coatings; varnish; lacquer; waterborne; water-based paint; powder paint
油墨; 墨水; 数码墨水; 喷墨; 墨; ink; inkjet; printing ink
颜料染料; 染料; 颜料; 色浆; 色母; 着色剂; dye; dyestuff; pigment; colorant
甲醛; 醛; 无醛; 甲醛释放; TVOC; 室内空气; 室内污染; formaldehyde; indoor air
纺织品; 面料; 织物; 布料; 纱线; 针织; 针织物; 梭织; 坯布; 纤维; 无纺布; 纺织; 非织造; 布; textile; fabric; yarn; knitted; knitting; fiber; cloth; nonwoven; woven; garment fabric
棉麻; 棉; 莫代尔; 粘胶; 羊毛; 真丝; 丝绸; 纤维素纤维; 涤纶; 氨纶; 化纤; 混纺; cotton; silk; wool; viscose; modal; polyester; spandex; cellulose > 纺织品
皮革; 人造革; 合成革; 鞋材; 制革; 鞋; leather; synthetic leather; footwear; shoe
纸; 纸张; 纸浆; 造纸; 纸品; 瓦楞; 纸模; 纸浆模塑; 纸杯; 纸机; paper; pulp; papermaking; cardboard; molded pulp; paper cup
润滑; 润滑油; 润滑剂; 切削液; 润滑脂; 脱模剂; lubricant; lubrication; grease; cutting fluid; release agent
催化剂; 催化; 光触媒; 光催化; 触媒; catalyst; catalysis; catalytic; photocatalyst
半导体; 硅片; 晶圆; 晶片; 芯片; 集成电路; IC; 矽; 晶圓; 封装测试; semiconductor; wafer; chip; integrated circuit; silicon
第三代半导体; 氮化镓; 宽禁带; GaN; gallium nitride; wide bandgap > 半导体
`),
  ...groupsOf('object', `
包装; 包装材料; 包材; 纸塑; 软包装; 包装膜; 外卖杯; 餐盒; 餐具; 一次性餐具; packaging; package; container; lunch box; tableware; disposable cup
家具; 家俱; 柜体; 柜类; 板式家具; 全屋定制; 定制家具; 橱柜; 衣柜; 沙发; 床垫; 办公家具; 软体家具; 定制柜; furniture; cabinet; cabinetry; wardrobe; sofa; mattress; custom furniture
门窗; 铝门窗; 门窗幕墙; 窗; 入户门; 系统门窗; 木门; 防盗门; window; door; doors and windows
锁具; 智能锁; 门锁; 智能门锁; 指纹锁; 锁体; 门禁; 锁芯; lock; smart lock; door lock; access control
卫浴; 水龙头; 五金卫浴; 花洒; 马桶; 洁具; 水暖; 卫浴五金; faucet; tap; bathroom; shower; sanitary fittings; bathroom fittings
服装; 内衣; 女装; 男装; 童装; 成衣; 衣服; 文胸; 服饰; 针织内衣; 校服; garment; apparel; clothing; underwear; lingerie; fashion
家电; 家用电器; 小家电; 白电; 空调; 冰箱; 洗衣机; 厨电; 电饭煲; 冷气; 风扇; home appliance; household appliance; air conditioner; refrigerator; washing machine
照明; 灯具; LED; 灯饰; 发光二极管; 光源; 驱动电源; 路灯; lighting; lamp; luminaire; light source; LED driver
玩具; 儿童用品; 童车; 婴童; 儿童; 幼儿; toy; toys; children; kids; baby
钟表; 眼镜; 首饰加工; watch; glasses; eyewear
文创产品; 文创; 工艺品; 礼品; 衍生品; 非遗; 手工艺; cultural creative; craft; handicraft; souvenir; intangible heritage
`),
  ...groupsOf('process', `
印染; 染色; 染整; 印花; 定型; 后整理; 漂染; 色牢度; 数码印花; 整理剂; dyeing; printing and dyeing; textile finishing; dyehouse; colour fastness; dyeing mill
纺纱; 纺纱织造; 织造; 细纱; 赛络纺; 紧密纺; 大圆机; 经编; 纬编; spinning; weaving; knitting machine
缝制; 车缝; 缝纫; 裁缝; 打版; 制版; 缝纫机; 裁床; 打样; sewing; stitching; pattern making; tailoring
制浆造纸; 抄纸; 淋膜; 涂布; 纸塑复合; coating paper; laminating
印刷; 丝印; 移印; 胶印; 柔印; 转印; 贴花; 水转印; printing; screen printing; offset printing; decal; transfer printing
化学合成; 合成; 聚合; 改性; 聚合反应; 反应釜; 精馏; 萃取; 化工; 精细化工; chemical synthesis; polymerization; reactor; distillation; chemical; fine chemicals; modification; extraction
溶胶凝胶; 水热; 水热合成; 共沉淀; 粉体制备; 粉体; sol-gel; hydrothermal; coprecipitation; powder synthesis; powder
冶炼; 熔炼; 熔铸; 铸锭; 熔体; 精炼; 冶金; 火法; 湿法冶金; 熔炼铸造; smelting; melting; melt; refining metal; metallurgy; hydrometallurgy
`),
]
