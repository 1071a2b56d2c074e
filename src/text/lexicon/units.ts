/**
 * Units and measure words, by what they measure.
 *
 * Scales (万, 亿) stand before a unit and are read with the number: 万平方米 is not listed, 平方米 is.
 */
export const UNITS = Object.freeze({
  money: `
    元 元钱 元人民币 块钱 角 角钱 分钱 美元 美金 港元 港币 澳元 欧元 英镑 日元 韩元 卢布 瑞士法郎 加元 新元 新台币 卢比 人民币 法郎 比索 泰铢 元/平方米 元/吨 元/斤 元/公斤 元/人
    元/月 元/天 元/年 元/小时 元/股 元/度 元/升 元/次 元/平米
  `,
  percent: '% ％ ‰ 个百分点 百分点 个点 成 折',
  area: '平方米 平方公里 平方千米 平方厘米 平方 平米 ㎡ m2 m² 亩 公顷 hm² km² 平方海里 平方英尺 平方英里 英亩 平方公尺 平方公分',
  length: '公里 千米 米 厘米 毫米 分米 微米 纳米 海里 英里 英寸 英尺 英呎 公尺 公分 公厘 光年 华里 里地 里路 km cm mm nm m ㎞ ㎝ ㎜ 寸 延米 延长米 车公里',
  weight: '吨 公斤 千克 克 毫克 微克 公吨 公克 斤 磅 担 载重吨 总吨 kg mg g t ㎏ 吨标准煤 吨级 标准吨 克拉 盎司',
  duration: `
    年 周年 个月 周 个星期 星期 个礼拜 天 昼夜 个昼夜 小时 个小时 个钟头 钟头 分钟 刻钟 秒 秒钟 毫秒 个季度 年时间 天时间 个工作日 工作日 个自然日 自然日 个交易日
    个年头 年头 个世纪 个学期 学年 个学年 个学时 学时 课时 个课时 个晚上 个夜晚 载 日 h min
  `,
  people: '人 名 位 人次 人份 口人 个人',
  count: `
    家 个 块 件 条 项 套 户 箱 标箱 标准箱 列 场 场次 篇 幅 支 辆 艘 座 栋 幢 间 所 处 张 本 册 部 台 架 枚 颗 粒 棵 株 头 只 匹 峰 尾 羽
    瓶 盒 包 袋 桶 罐 杯 碗 盘 份 批 班 班列 列次 架次 班次 航次 艘次 车次 台次 户次 件次 批次 频次 款 种 类 门 面 片 段 节 章 节课 堂 堂课 首 曲 幕 则 句 字
    页 版 行 道 层 级 岗 盏 口 孔 根 把 枝 朵 束 双 副 组 群 队 伙 方面 方 大类 大 环节 宗 起 例 单 笔 桩 步 代 期 轮 站 点建议 点意见 点要求 点希望
    点 席 席位 床 床位 张床位 泊位 个泊位 车位 学位 个学位 个车位 门店 网点 股 票 卷 集 格 省份 单元 楼 尊
    帧 船次 箱次 通 封 味 贴 剂 针 剂次 门课 门类 路 线 星 排 词条 席次
  `,
  times: '次 倍 趟 回 遍 番 回合 个回合',
  score: '分 ★ 颗★ 环 积分 个积分',
  ordinal: '届 号 年级 号楼 号线 号院 号门 号馆 号码头 号泊位 号桥 等奖',
  other: `
    岁 周岁 虚岁 度 ℃ °C 摄氏度 级风 级地震 千瓦 千瓦时 兆瓦 兆瓦时 瓦 瓦时 吉瓦 度电 伏 千伏 安 安时 安培 赫兹 千赫 兆赫 分贝 帕 千帕 百帕 兆帕 马力 升 毫升 公升 立方公尺 立方米 立方 立方厘米 加仑
    GB TB MB KB PB EB kW MW GW kWh MWh GWh kV W V Hz kHz MHz GHz dB mL ml L m³ m3 ㎥ 像素 万像素 字节 比特 兆 位数 kcal 千卡 卡路里 ppm μm km/h m/s 公里/小时 公里每小时
    米/秒 米每秒 微克/立方米 毫克/升 毫克/立方米 摩尔 流明 勒克斯 转/分
  `,
} as const);

/** Units under the name that they are asked for. */
export const UNIT_ALIASES: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries(
    `
      ％=% 元钱=元 元人民币=元 人民币=元 块钱=元 角钱=角 美金=美元 港币=港元 百分点=个百分点 个点=个百分点 平米=平方米 平方=平方米 ㎡=平方米 m2=平方米 m²=平方米
      平方千米=平方公里 km²=平方公里 hm²=公顷 千米=公里 km=公里 ㎞=公里 cm=厘米 ㎝=厘米 mm=毫米 ㎜=毫米 nm=纳米 m=米 公尺=米 公分=厘米 公厘=毫米 英呎=英尺 公吨=吨 公克=克 平方公尺=平方米 平方公分=平方厘米 立方公尺=立方米 公升=升 千克=公斤 kg=公斤 ㎏=公斤 g=克 mg=毫克 t=吨
      个小时=小时 个钟头=小时 钟头=小时 h=小时 min=分钟 秒钟=秒 个星期=周 星期=周 个礼拜=周 年时间=年 天时间=天 昼夜=天 个昼夜=天 个年头=年 年头=年 载=年 工作日=个工作日 自然日=个自然日
      口人=人 个人=人 标准箱=标箱 周岁=岁 摄氏度=℃ °C=℃ 度电=千瓦时 kWh=千瓦时 kW=千瓦 MW=兆瓦 MWh=兆瓦时 GW=吉瓦 立方=立方米 m³=立方米 m3=立方米 ㎥=立方米 ml=毫升 mL=毫升 L=升 颗★=★ 节课=节
      公里每小时=公里/小时 km/h=公里/小时 米每秒=米/秒 m/s=米/秒 床=床位 张床位=床位 个泊位=泊位 个学位=学位 个车位=车位 省份=省
    `
      .trim()
      .split(/\s+/)
      .map((entry) => entry.split('=', 2)),
  ),
);

/** What a unit is not followed by, because it then begins another word: 人民, 家长, 分公司. */
export const UNIT_BLOCKS: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries(
    `
      人=民才大员口工们士物生类体群力气均事造社防行流际文间居心称 家=长庭园乡具电族政喻装属教里畜禽用住务规访 个=体性别税案 位=于置居移 名=单称额誉牌义优校录列 场=馆所地景面合外内 次=日年月生
      分=之别布为公局行会类析享化工支管辨店队 条=例约款件 天=津然山空气下 周=边口六日末期 元=旦素宵月首件 度=假过 期=间货待限末刊 口=岸径 台=湾风阶州北中南 克=服强 米=粉饭兰其 部=门署分长曲 号=召称角 级=别联
      年=级轻代货报华度龄糕味 日=报前元本游均常照产夜志程式 项=链 类=型似 层=次面级出 段=落 成=为立功果员本都长绩就熟了交人效渝语分型品 倍=增感加受 列=车入举 处=理于置长级罚在 所=有以需谓长在属
      点=击位燃亮钟半整多 方=案式向面法便阵略圆才言程针米 片=区 面=积向对临貌试值 本=报地来市身科次轮级省区 组=织成建长委 大=会学量家力众幅道桥厦使型小规多概陆连洲 路=径线口段由 线=上下索路程
      代=表理码替价 班=子级车组长委 字=体样号母典幕节符 节=日约目能水气奏点省 折=射算扣 首=次个批届家位席府都相创 行=动业政为程驶人走列 秒=杀 只=有要能是 包=括含装裹 支=持部付撑援行书出配
      起=来到步点草义诉 单=位元独身日项 通=过知车航信报常道 架=构设 套=餐路现 道=路德 把=握手关 站=在点位台 星=期级 楼=宇盘 集=团中体合聚 席=位 票=房价据务 股=份东权市价
      则=是 环=境保节比球卫 回=来到家归应答报扣避 番=茄 双=方向创 款=项式 头=部衔条 门=口店诊票槛户 排=名放序列查 步=伐行骤入 轮=换船胎驱车毂子 笔=者试记 升=级至到值高 版=本图权面 节课=程 门课=程 安=全排卓 个点=位 封=装锁闭面 里地=区 盘=水 伏=笔特 峰=会 号门=店 个人=工才大民物群口账信所储住名体
    `
      .trim()
      .split(/\s+/)
      .map((entry) => entry.split('=', 2)),
  ),
);

/** Units that one Chinese digit alone does not make a quantity of: 三点, 五里, 四方 are mostly something else. */
export const WEAK_UNITS: readonly string[] = Object.freeze(
  `
    元 伏 安 瓦 载 分 点 度 面 口 号 路 方 行 线 站 代 星 股 票 字 节 角 号楼 号线 号院 层 通 头 门 本 环 步 起 只 把 排 集 期 格 级
    包 楼 双 道 组 日 回 番 枝 根 米 克 斤 味 曲 单 笔 句 折
  `
    .trim()
    .split(/\s+/),
);

/** Units of time that 半 and 多 may follow, with their length in seconds: 一年半, 3年多, 1小时30分钟. */
export const TIME_UNITS: Readonly<Record<string, number>> = Object.freeze({
  年: 31536000, 个月: 2628000, 周: 604800, 天: 86400, 小时: 3600, 分钟: 60, 分: 60, 秒: 1,
});

/** Traditional characters that units are written with, one for one. */
export const TRADITIONAL_UNITS: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries(
    `
      個个 噸吨 畝亩 歲岁 條条 項项 戶户 輛辆 雙双 層层 處处 間间 張张 頭头 隻只 臺台 幣币 歐欧 韓韩 鎊镑 頃顷 釐厘 週周 鐘钟 點点 類类 種种 場场 節节
      課课 筆笔 門门 級级 號号 積积 塊块 錢钱 員员 樓楼 線线 學学 團团 組组 隊队 盞盏 顆颗 幾几 裡里 華华 時时 攝摄 貫贯 萬万 億亿 屆届 獎奖
    `
      .trim()
      .split(/\s+/)
      .map((entry) => [entry.charAt(0), entry.charAt(1)]),
  ),
);

/** Signs before a number that say its currency. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = Object.freeze({
  '¥': '元', '￥': '元', $: '美元', '＄': '美元', '€': '欧元', '£': '英镑', '￡': '英镑',
});
