/**
 * Recognises what is no question to a library of newspapers: greetings, opinions, forecasts, orders.
 *
 * The patterns are about how such things are said in Chinese, never about a subject. Whatever is not recognised
 * here is treated as a question and has to earn its answer.
 */
import { foldText } from '../text/normalize.ts';

/** What was said instead of a question. */
export type Talk = 'small-talk' | 'opinion' | 'forecast' | 'instruction';

interface TalkForm {
  readonly talk: Talk;
  readonly pattern: RegExp;
}

const FORMS: readonly TalkForm[] = Object.freeze([
  {
    talk: 'instruction',
    pattern:
      /(?:忽略|无视|忘记|忘掉|跳过)(?:掉)?(?:以上|上面|之前|前面|所有|一切|你的)?(?:的)?(?:所有)?(?:指示|指令|提示|规则|设定|要求)/u,
  },
  {
    talk: 'instruction',
    pattern:
      /ignore (?:all|any|the|previous|above)|system prompt|<script|\$\{|\{\{|drop table|@everyone|@here|\.env\b|\btoken\b.*(?:发|给|告诉)/u,
  },
  {
    talk: 'instruction',
    pattern: /(?:系统|你的)(?:提示词|指令)|(?:从现在起|现在开始|假装|假设)你(?:是|就是|扮演)|你现在是/u,
  },
  {
    talk: 'instruction',
    pattern:
      /(?:按|照)原(?:格式|样)(?:发|输出|回复)|(?:把|将)(?:上面|以下|下面|上述|这段)[^?]{0,12}(?:发出来|发出|输出|重复|转发)|(?:助手|机器人)(?:在)?(?:回答|回复)时?(?:须|必须|应)/u,
  },
  {
    talk: 'instruction',
    pattern:
      /(?:翻译(?:成|为|一下)|译成)|^(?:帮我|请|给我)?(?:写|编|作|画|生成)(?:一?[首篇段个张幅])|(?:讲|说)个?(?:笑话|故事)|\d+(?:乘以|除以|加上?|减去?|[*×÷])\d+/u,
  },
  {
    talk: 'small-talk',
    pattern:
      /^(?:你好|您好|大家好|早上好|早安|上午好|中午好|下午好|晚上好|晚安|再见|拜拜|谢谢|多谢|感谢|辛苦了?|嗨|哈喽|哈啰|hello|hi|hey|在吗|在不在|有人吗|喂|嗯+|哦+|好的|ok|thanks?)(?:[,!。~?\s呀啊哦了吗你]|明天见|机器人)*$/u,
  },
  {
    talk: 'small-talk',
    pattern:
      /^(?:你|您)(?:真|好|太|可|是不是|怎么(?:这么|那么)?|今天)?(?:笨|傻|蠢|聪明|厉害|可爱|棒|无聊|烦|没用|心情|过得|吃了?|几岁|多大|是谁|叫什么)/u,
  },
  { talk: 'opinion', pattern: /(?:你|您)(?:个人|自己)?(?:觉得|认为|看来|怎么看|喜欢|支持|推荐|建议|更?看好)/u },
  {
    talk: 'opinion',
    pattern: /(?:值不值得|值得(?:买|投资|去|看|入手)|(?:更|最)?划算|该不该|我(?:应该|该|要不要|适合))/u,
  },
  {
    talk: 'forecast',
    pattern:
      /(?:以后|将来|今后|未来|明天|下个?(?:季度|月|周|年|届|次))[^?]{0,16}(?:会不会|能不能|能否|会(?:是)?谁|谁会|是否会|吗)|(?:谁|哪[个家支])会(?:拿|得|赢|夺)/u,
  },
  {
    talk: 'forecast',
    pattern:
      /(?:会不会|能不能|还能)[^?]{0,10}(?:拖到|涨到|跌到|火几年|撑多久|超过)|还能[^?]{0,6}(?:几|多少)(?:年|个月|天)/u,
  },
] as const);

/** What a text is, when it is no question to the library. */
export function recogniseTalk(raw: string): Talk | undefined {
  const text = foldText(raw).trim();
  return FORMS.find(({ pattern }) => pattern.test(text))?.talk;
}
