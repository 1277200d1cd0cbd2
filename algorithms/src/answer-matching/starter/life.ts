import { groupsOf } from '../lexicon.ts'

/** Food, medicine, health, farming, daily life. */
export const life = [
  ...groupsOf('object', `
食品; 食物; 食品加工; 食品工业; 食品厂; 食品科学; food; food processing; foodstuff; food industry
肉制品; 腊味; 腊肠; 腊肉; 香肠; 火腿; 腌腊; 肉类; 肉品; 灌肠; 腌制; 烧腊; 广式腊味; meat; sausage; cured meat; ham; meat product; bacon > 食品
水产品; 海产品; 鱼糜; 海鲜; 水产; 鱼; 虾; seafood; aquatic product; fish; shrimp; surimi > 食品
乳制品; 牛奶; 酸奶; 奶粉; 乳品; dairy; milk; yogurt > 食品
烘焙; 面包; 糕点; 饼干; 月饼; 焙烤; bakery; bread; biscuit; baking; pastry > 食品
饮料; 茶饮; 果汁; 茶饮料; 奶茶; 热饮; 咖啡; beverage; drink; juice; tea drink; coffee > 食品
酒; 白酒; 啤酒; 葡萄酒; 果酒; 黄酒; 酿酒; 酿造; wine; beer; liquor; brewing; spirits > 食品
调味品; 酱油; 酱料; 食醋; 蚝油; 豉油; 味精; 香料; seasoning; soy sauce; condiment; sauce; spice > 食品
预制菜; 速冻食品; 即食食品; 方便食品; 中央厨房; 预包装; 即食; 罐头; prepared dish; ready meal; ready-to-eat; frozen food; convenience food; canned > 食品
粮油; 大米; 稻谷; 面粉; 食用油; 粮食; 米面; 储粮; 玉米; 小麦; grain; rice; flour; edible oil; cereal; wheat; corn > 食品
果蔬; 水果; 蔬菜; 净菜; 果干; 荔枝; fruit; vegetable; vegetables; produce > 食品
保健食品; 功能食品; 膳食补充; 营养品; 保健品; 营养; health food; functional food; probiotic; dietary supplement; nutrition; nutraceutical > 食品
食品安全; 农药残留; 农残; 致病菌; 微生物检测; 菌落; 兽药残留; 瘦肉精; 重金属残留; 食品检测; 食品检验; HACCP; food safety; pesticide residue; pathogen; microbial detection; food testing; residue > 食品; 质量检测
添加剂; 食品添加剂; 提取物; 天然色素; 植物提取物; 多酚; 茶多酚; additive; plant extract; natural extract; polyphenol
酶; 酶制剂; 生物酶; 蛋白酶; 纤维素酶; 酶解; enzyme; enzymatic; cellulase; protease
发酵; 菌种; 益生; 酵母; 发酵剂; 微生物; 菌株; 乳酸菌; fermentation; strain; yeast; microorganism; microbial; starter culture
蛋白; 多肽; 氨基酸; 大豆蛋白; 胶原蛋白; protein; peptide; amino acid; collagen
中药; 中医药; 中药材; 饮片; 中药饮片; 药材; 本草; 中草药; 草药; 道地药材; 中成药; TCM; 汉方; traditional chinese medicine; chinese medicine; herbal; herb; herbal medicine; medicinal materials
中药配方颗粒; 配方颗粒; 中药颗粒; 中药颗粒剂; 颗粒剂; 免煎; 出膏率; 制粒; formula granules; dispensing granules; granules; granulation > 中药
提取浓缩; 提取; 浓缩; 煎煮; 萃取提取; 喷雾干燥; 超临界萃取; 冻干; 浸膏; extract; concentration; decoction; spray drying; supercritical; freeze drying
指纹图谱; 特征图谱; HPLC; 色谱; 质谱; 液相色谱; 含量测定; 气相色谱; 指标成分; 量值传递; 化学计量学; chromatography; fingerprint chromatogram; mass spectrometry; GC; LC-MS; assay; quality evaluation
制药; 药品; 药物; 医药; 制剂; 原料药; 药企; 新药; 片剂; 胶囊; GMP; 药厂; 给药; pharmaceutical; drug; medicine; API; pharma; tablet; formulation; drug delivery
疫苗; 抗体; 生物药; 细胞; 基因; 生物制品; 干细胞; 基因检测; 核酸; 测序; vaccine; antibody; biologics; cell; gene; biotechnology; stem cell; sequencing; DNA
体外诊断; 诊断试剂; 试剂盒; 胶体金; 试纸条; 免疫检测; 快速检测; 快检; 等温扩增; PCR; 试纸; 核酸检测; in vitro diagnostics; IVD; test kit; test strip; rapid test; immunoassay; rapid detection > 质量检测
医疗器械; 医用; 医疗设备; 医疗仪器; 植入物; 耗材; 医疗; 手术; medical device; medical; medical equipment; implant; surgical; surgery
骨科; 骨钉; 骨折; 内固定; 骨修复; 人工关节; 骨组织; 接骨; 骨钉螺钉; orthopedic; orthopaedic; bone; fracture fixation; bone screw; joint implant; scaffold > 医疗器械
口腔; 牙科; 义齿; 种植牙; 正畸; 牙齿; 牙; 口内扫描; 前牙; dental; denture; tooth; orthodontic; dentistry > 医疗器械
康复; 理疗; 护理; 假肢; 外骨骼; 艾灸; 针灸; 康复训练; rehabilitation; physiotherapy; nursing; prosthesis; exoskeleton; acupuncture
可穿戴; 手环; 智能手表; 心率; 跌倒; 摔倒; 跌倒检测; 求救; 健康监护; 呼叫; wearable; wristband; heart rate; fall detection; emergency call; health monitoring
动物医学; 兽药; 宠物; 兽医; 畜禽; 动物疫病; veterinary; pet; cat; dog; animal health; livestock medicine
化妆品; 护肤; 美妆; 日化; 洗涤; 洗涤剂; 香精; cosmetics; skincare; beauty; detergent; personal care; fragrance
农业; 种植; 作物; 农田; 种业; 育种; 农作物; 栽培; 农产品; 水稻; agriculture; farming; crop; cultivation; breeding; planting; agricultural; seed
设施农业; 温室; 大棚; 智能温室; 植物工厂; 花卉温室; 遮阳; 无土栽培; 环境调控; greenhouse; protected agriculture; plant factory; hydroponics; smart greenhouse > 农业
灌溉; 水肥一体化; 滴灌; 喷灌; 施肥; 肥料; 有机肥; irrigation; fertigation; fertilizer; fertilising; drip irrigation; fertilizing > 农业
花卉; 兰花; 蝴蝶兰; 园艺; 苗木; 盆景; flower; orchid; floriculture; horticulture; ornamental > 农业
组培; 组织培养; 快繁; 种苗; 克隆苗; 新品种; tissue culture; micropropagation; seedling; variety > 农业
植保; 病虫害; 农药; 生物防治; 虫害; 杀虫; 螨; 除草; 绿色防控; plant protection; pest; pesticide; biological control; insect; mite; herbicide > 农业
茶叶; 茶园; 采茶; 茶树; 制茶; tea; tea garden; tea plucking > 农业
水产养殖; 养殖; 鱼塘; 池塘; 养鱼; 养殖尾水; 鲈鱼; 循环水养殖; 增氧; 渔业; aquaculture; fish farming; fish pond; fishery; recirculating aquaculture > 农业; 水产品
畜牧; 养猪; 养鸡; 家禽; 生猪; 畜牧业; 养殖场; livestock; poultry; pig; chicken; animal husbandry > 农业
蜂业; 蜜蜂; 养蜂; 蜂蜜; 蜂群; 蜂螨; bee; beekeeping; honey; apiary > 农业
饲料; 膨化饲料; 饵料; 宠物食品; feed; animal feed; fodder
林业; 竹; 竹材; 木竹; 森林; forestry; bamboo; forest
文物; 古籍; 文物保护; 文献; 档案; 博物馆; 修复技术; 脱酸; cultural relics; archive; museum; ancient books; historical; conservation; restoration
影视; 动漫; 动画; 游戏; 短视频; 视频; 音乐; 演出; 表演; film; animation; game; video; music; performance; singing; opera
旅游; 酒店; 民宿; 景区; 文旅; tourism; hotel; travel; hospitality; scenic
餐饮; 餐厅; 饭店; 厨房; 外卖; 连锁店; catering; restaurant; kitchen; takeaway
体育; 健身; 运动器材; 运动; sports; fitness; exercise equipment
`),
]
