/** Words by which newspapers say that something has happened, or is out of the ordinary; in simplified writing. */

/** What has happened or will: the verb of a headline. */
export const EVENTS: readonly string[] = Object.freeze(`
  举行 举办 召开 开幕 闭幕 开展 启动 开工 动工 奠基 封顶 竣工 完工 建成 落成 投产 试生产 投用 交付 启用 启航 首航 首发 通车 开通 开业 开馆 开园 开班 揭牌 揭幕 挂牌 成立 组建 签约 签署 达成
  发布 公布 出台 印发 推出 上线 上市 实施 施行 生效 通过 审议 批准 获批 入选 当选 任命 就任 卸任 辞职 获得 荣获 夺得 获奖 夺冠 颁奖 授予 表彰 落户 落地 入驻 收购 并购 重组 破产 退市
  逮捕 批捕 起诉 公诉 判处 宣判 破获 抓获 查处 处罚 罚款 立案 通报 召回 叫停 爆炸 坠毁 坠落 火灾 地震 遇难 死亡 去世 逝世 受伤 失联 救出 撤离 袭击 出席 会见 访问 致辞 讲话 主持 完成 突破 涉嫌
`.trim().split(/\s+/));

/** What is the first, only or most of its kind. */
export const SUPERLATIVES: readonly string[] = Object.freeze(`
  首次 首个 首家 首批 首届 首例 首条 首座 首台 首创 率先 唯一 最大 最高 最低 最长 最多 最快 第一 第二 第三 第1 第2 第3 新高 新低 之最 榜首 前列 领先 排名 位居 位列 历史最 创下 刷新 正式
`.trim().split(/\s+/));
