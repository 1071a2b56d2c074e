/** Words that make a sentence a question and say nothing of what it is about; a search leaves them out. */
export const QUESTION_WORDS: readonly string[] = Object.freeze(`
  什么 甚么 啥 什么样 什么时候 什么时间 什么地方 什么人 为什么 为何 为啥 何时 何地 何处 何人 何种 何事 何以 何 谁 哪 哪个 哪些 哪里 哪儿 哪家 哪位 哪几 哪天 哪年 哪一 哪一个 哪一天 哪一年 哪项
  哪几个 哪种 哪国 哪所 哪座 哪条 哪场 哪届 几 几个 几家 几名 几位 几人 几项 几次 几天 几年 几月 几日 几号 几点 几时 多少 多少个 多少家 多少人 多少钱 多少次 多大 多长 多久 多高 多远 多重 多宽
  多深 多快 多厚 多长时间 怎么 怎么样 怎样 怎么办 怎么回事 如何 咋 咋样 是否 是不是 有没有 能否 能不能 可否 会不会 可不可以 对不对 有无 要不要 吗 呢 吧 么 嘛 请问 问 请 告诉 告诉我 说说 介绍
  介绍一下 解释 讲讲 谈谈 列出 列举 一下 想知道 我想知道 知道 你知道 你知道吗 指的是 是指 叫做 叫什么 分别 分别是 究竟 到底
`.trim().split(/\s+/));
