/**
 * Verbs of events that change or end things, in groups that say about the same. A question that takes such an event for
 * granted has no answer in an article that knows nothing of it.
 */
export const CHANGES: readonly RegExp[] = Object.freeze(
  `取消 撤销 废止 叫停 停办 停止 中止 终止 暂停
  拆除 拆掉 拆迁 拆 推倒 夷平
  停产 停业 停工 关闭 关停 关门 歇业 倒闭 破产
  辞职 辞去 辞任 免去 免职 卸任 撤职 罢免 离任 下台
  推迟 延期 延后 推后 改期 延迟
  退出 撤出 撤资 撤离 退市
  解散 合并 并入 撤并
  更名 改名 改称
  选址 迁址 迁往 迁到 搬迁 搬到 迁至
  落选 落败 失败 失利 败给
  反对 抗议 抵制 拒绝 否决 驳回
  处罚 罚款 处分 查处 通报批评 问责
  起诉 判处 逮捕 拘留 被捕
  去世 逝世 病逝 遇难 身亡 死
  降价 涨价 提价 下调 上调
  烧毁 烧掉 火灾 起火 失火 倒塌 坍塌 塌陷`
    .split('\n')
    .map((group) => new RegExp(group.trim().split(/\s+/u).join('|'), 'u')),
);
