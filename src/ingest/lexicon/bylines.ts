/** What bylines are made of, in simplified and traditional writing. */

/** Signs printed before a byline. */
export const BYLINE_MARKS = '□■◎○◆◇●▲△☆★▢◻◼◉⊙☐⬜❏❑❒';

/** Ends of the names of papers, agencies, sites and their parts, as they stand before 记者. */
export const OUTLET_ENDS: readonly string[] = Object.freeze([
  '本报', '本報', '本刊', '本社', '本网', '本網', '本台', '本版', '我报', '报', '報', '报社', '社', '网', '網', '台', '新闻', '新聞', '客户端', '杂志', '周刊', '在线',
  '全媒体', '融媒体', '新媒体', '媒体', '融媒', '传媒', '集团', '中心', '视频', '频道', '记者站',
]);

/** Words between the outlet and the role: 首席记者, 驻京记者 is a pattern of its own. */
export const ROLE_ADJECTIVES: readonly string[] = Object.freeze([
  '首席', '见习', '實習', '实习', '特约', '特約', '特派', '全媒体', '融媒体', '融媒', '新媒体', '高级', '资深', '文字', '视频', '图片', '摄影', '攝影', '体育', '财经', '时政', '深度', '综合', '专职',
]);

/** What somebody did for the article. */
export const ROLES: readonly string[] = Object.freeze([
  '记者', '記者', '通讯员', '通訊員', '特派员', '特派員', '评论员', '評論員', '观察员', '撰稿人', '撰稿', '撰文', '作者', '主笔', '编译', '編譯', '实习生', '见习生', '摄影师', '摄影', '攝影',
  '主持人', '采写', '采访', '執筆', '执笔', '报道员', '整理', '供稿', '编辑部', '报道组', '采访组', '文图', '图文', '文字', '图片', '策划', '制图', '制圖',
]);

/** Roles that are a byline even where no name follows. */
export const NAMELESS_ROLES: readonly string[] = Object.freeze(['评论员', '評論員', '编辑部', '报道组', '采访组', '观察员', '主笔']);

/** Words that close a byline. */
export const BYLINE_TAILS: readonly string[] = Object.freeze([
  '文/图', '文／图', '图/文', '图／文', '文並圖', '文并图', '文图', '图文', '摄影报道', '攝影報導', '联合报道', '综合报道', '综合整理', '报道', '報道', '报导', '報導', '整理', '编译', '采写',
  '文', '图', '摄影', '攝影', '摄', '攝', '供图', '供圖', '制图', '製圖', '绘', '译', '综合',
]);

/** Tails and roles of somebody who only took or drew the picture. */
export const PICTURE_TAILS: readonly string[] = Object.freeze(['图', '圖', '图片', '摄影师', '摄影', '攝影', '摄', '攝', '供图', '供圖', '制图', '製圖', '绘']);
