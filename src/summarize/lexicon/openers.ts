/** How a Chinese sentence or clause begins that cannot be understood without the one before it. */

/** Pronouns by their first character, wherever the segmenter sees a pronoun: 他们, 这项, 该公司, 此次, 其. */
export const PRONOUN_STARTS = '他她它其这這该該此那';

/** Whole words that lean on what was said before, in simplified writing. */
export const LEANING_WORDS: readonly string[] = Object.freeze(`
  并 并且 而 而且 但 但是 然而 不过 却 则 也 还 又 且 及 以及 或 或者 就 才 于是 因此 因而 所以 从而 进而 故 由此 据此 为此 对此 至此 借此 从此 就此
  同时 此外 另外 除此之外 除此以外 与此同时 不仅如此 不止于此 其中 其间 其后 随后 随即 接着 继而 然后 之后 后来 此后 此前 当时 同日 同期 同样 同理
  上述 前述 前者 后者 两者 二者 三者 两人 三人 二人 双方 反之 否则 相反 总之 可见 换言之 换句话说 也就是说 具体来说 具体来看 具体而言 具体 另
  例如 比如 譬如 诸如 尤其 尤其是 特别是 特别 甚至 乃至 首先 其次 再次 再者 最后 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是
  一方面 另一方面 正如 正是 正因为 正因如此 正因 尽管如此 即便如此 要 要求 更 更是 还要 还将 还有 不仅 不但 不只 可是 可 只是 原来 果然 结果 最终 毕竟
  以此 以便 以期 以免 如此 如此一来 这样 那么 那时 那里 这里 彼此 本人 自己 咱们 我们 我 你 你们 您 有的 有些 等 等等 同比 环比 分别 均 均为 皆 都
`.trim().split(/\s+/));

/** Clauses that only lead up to the next one and may be left out, whole, in simplified writing. */
export const IDLE_CLAUSES: readonly string[] = Object.freeze(`
  同时 此外 另外 其中 其间 与此同时 不仅如此 除此之外 除此以外 随后 接着 据了解 据悉 据介绍 据统计 据报道 据透露 据测算 据初步统计 据不完全统计 值得一提的是 值得注意的是
  值得关注的是 需要注意的是 需要指出的是 需要说明的是 令人欣喜的是 值得肯定的是 更重要的是 更为重要的是 重要的是 有意思的是 事实上 实际上 其实 总的来看 总体来看 总体上
  整体来看 具体来看 具体来说 具体而言 换言之 换句话说 也就是说 一方面 另一方面 首先 其次 再次 最后 总之 对此 为此 因此 所以 于是 然而 不过 但是 但 而 当然 显然
  可以说 可以看到 不难看出 众所周知 记者了解到 记者获悉 记者注意到 记者看到 数据显示 统计显示 统计数据显示 资料显示 公开资料显示 公告显示 消息称 报道称
`.trim().split(/\s+/));

/** Forms of the same, of any length. */
export const IDLE_PATTERN =
  /^(?:据.{1,14}(?:了解|介绍|透露|统计|测算|报道|消息|悉|显示|称|说)|(?:今天|昨天|日前|近日)?.{0,6}记者.{0,24}(?:了解到|获悉|得知|看到)|.{0,10}(?:数据|资料|报告|公告|消息)显示|.{0,6}消息称)$/;

/** Words with which a feature sets its scene before it comes to the news. */
export const SCENE_OPENERS: readonly string[] = Object.freeze(`
  走进 走在 走到 来到 步入 漫步 置身 踏入 踏进 迈入 迈进 站在 坐在 放眼 远远 一走进 一进 刚走进 刚进 清晨 一大早 初夏 盛夏 深秋 初冬 隆冬 初春 阳春 金秋
`.trim().split(/\s+/));
