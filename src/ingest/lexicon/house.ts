/** Lines that the paper says about itself or its page, not about the news. */

/** Invitations and rights, as patterns: a word such as 二维码 alone may be news. */
export const HOUSE_PHRASES: readonly string[] = Object.freeze([
  '更多精彩', '精彩内容.{0,4}请', '敬请关注', '请(?:继续)?关注.{0,24}(?:客户端|公众号|微信|微博|频道|网站)', '扫(?:描|码|一扫).{0,16}(?:关注|下载|查看|阅读|观看|更多|二维码)', '(?:关注|下载).{0,16}(?:客户端|公众号)$',
  '(?:订阅|订报|发行|广告|新闻|爆料|读者|投诉|服务)热线[：:\\s]', '投稿邮箱', '未经.{0,8}(?:许可|授权|同意).{0,12}(?:转载|使用|复制)', '不得转载', '版权所有', '版权声明', '广告声明', '国内统一(?:连续出版物|刊)号', '邮发代号',
]);

/** Who made the page. */
export const PAGE_CREDITS: readonly string[] = Object.freeze([
  '责任编辑', '責任編輯', '本版编辑', '值班编辑', '本期编辑', '责编', '责校', '美术编辑', '美编', '版式设计', '版式', '组版', '排版', '校对', '审读', '审校', '值班主任', '值班总编', '值班副总编', '编辑', '编审', '视觉',
]);

/** Endings of a newspaper's name that may stand alone above its page. */
export const MASTHEADS: readonly string[] = Object.freeze([
  '日报', '晚报', '早报', '晨报', '时报', '商报', '都市报', '青年报', '农村报', '周报', '快报', '导报', '日報', '晚報', '時報',
]);

/** Labels above headlines that say what sort of piece follows. */
export const COLUMN_LABELS: readonly string[] = Object.freeze([
  '短评', '时评', '社论', '评论', '快评', '锐评', '短論', '社論', '本报评论员', '编后', '编者按', '记者手记', '采访手记', '新闻链接', '相关链接', '延伸阅读', '新闻背景', '新闻速递', '简讯', '短讯', '要闻', '时政', '综合',
  '今日聚焦', '今日关注', '特别报道', '特别策划', '深度报道', '专题', '特稿', '专版', '独家', '导读', '新闻速览', '一句话新闻', '读者来信', '图片新闻', '今日看点', '热点聚焦', '权威发布',
]);
