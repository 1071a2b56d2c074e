/** How sentences look that say nothing of the news: who made the page, what else there is to read, what is forbidden. */
export const SERVICE_SIGNS: readonly string[] = Object.freeze(`
  责任编辑 责编 本版编辑 值班编辑 校对 美编 版式 审核 来源： 来源: 图片来源 图源 原标题 相关阅读 延伸阅读 查看更多 点击查看 扫码 扫描二维码 版权 转载 广告声明 免责声明 投稿 热线电话 新闻热线 返回搜狐 本文转自
`.trim().split(/\s+/));
