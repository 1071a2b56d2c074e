/** How a newspaper says that somebody said something: what follows a closing quote and still belongs to its sentence. */
export const SPEECH_VERBS: readonly string[] = Object.freeze(`
  说 说道 表示 介绍 告诉 坦言 直言 感慨 感叹 回忆 强调 指出 认为 解释 透露 笑道 笑着 问道 答道 回答 回应 补充 称 分析 评价 点赞 赞叹 提醒 呼吁 建议
  喊道 写道 道出 谈到 谈起 提到 讲述 讲道 如是说
`.trim().split(/\s+/));
