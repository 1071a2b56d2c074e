/** Words that are the names of small places too, but hardly ever mean them. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  '东西 上台 登台 新建 和平 平安 安康 开平 建平 泰和 同心 平和 大方 永和 长乐 安定 太平 新华 光明 高明 文明 团结 友谊 胜利 民主 兴业 新兴 新民 大同 大名 大通 广安 建设 幸福 丰满 开发区 高新区 经济区 示范区'.split(
    ' ',
  ),
);
