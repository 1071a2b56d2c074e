/** How a Chinese clause looks that is not finished yet: it waits for the next one. */

/** Conjunctions at the beginning that promise a main clause. */
export const SUBORDINATORS: readonly string[] = Object.freeze(`
  随着 由于 因为 因 鉴于 虽然 虽 尽管 即使 即便 哪怕 如果 如 若 倘若 假如 要是 只要 只有 无论 不管 不论 不仅 不但 不只 不单 既 与其 一旦 当 每当 截至 截止 除 除了
`.trim().split(/\s+/));

/** Prepositions at the beginning: with nothing but them a clause says only where, when, how or what for. */
export const PREPOSITIONS: readonly string[] = Object.freeze(`
  随 为 为了 为着 依托 针对 面对 围绕 按照 根据 依据 依照 对于 关于 至于 凭借 借助 本着 通过 经过 自从 自 从 在 早在 就 据 以 对
`.trim().split(/\s+/));

/** Ends of a clause that only says when, where or under what circumstances. */
export const WAITING_ENDS: readonly string[] = Object.freeze(`
  后 时 之际 以来 之后 之前 以前 之时 时候 期间 方面 基础上 情况下 条件下 背景下 过程中 来看 来说 而言 为例 同时 来讲 之余 以外 之外 前提下 中 起 途中 之下 支持下 推动下 带动下
`.trim().split(/\s+/));

/** Verbs at the end of a clause whose object is the next one, beside the verbs of speech. */
export const ANNOUNCING_ENDS: readonly string[] = Object.freeze(`
  获悉 了解到 得知 看到 发现 显示 表明 要求 提出 宣布 认为 希望 相信 意味着 据悉 据介绍 说明 注意到 预计 预测 估计 决定 证明 规定 明确 承诺 提示 披露 报道 如下 包括 是 为 有 指 称
`.trim().split(/\s+/));
