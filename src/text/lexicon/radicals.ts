/**
 * Radical signs that text taken from PDF files shows in place of the characters they look like.
 *
 * Unicode's own compatibility mapping covers the Kangxi radicals (U+2F00 …) but not this block (U+2E80 …).
 * Each entry is the sign and its character.
 */
export const RADICALS: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries(
    `
      ⺁厂 ⺇几 ⺌小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺛旡 ⺝月 ⺞歺 ⺟母 ⺠民 ⺢氺 ⺦丬 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺱罓
      ⺲罒 ⺶羊 ⺷羊 ⺸羊 ⺻聿 ⺼肉 ⺽臼 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠
      ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟
    `
      .trim()
      .split(/\s+/)
      .map((entry) => [entry.charAt(0), entry.slice(1)]),
  ),
);
