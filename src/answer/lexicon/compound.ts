/** How Chinese asks of several things at once: data only, folded. */

const MEASURES =
  '个|家|项|座|条|批|地|方|位|所|处|市|区|县|镇|村|省|边|种|款|支|队|项目|企业|公司|城市|地区|学校|医院|品牌|街道|产品|线路|桥|类|档|拨|板块|方向|方面|部分|环节|组|季度|年份|年|月|届|届次|次';

/** The two of them, behind the things themselves: 两个项目, 三者. */
const COUNTED =
  '(?:(?:这|那)?[两二三四五六](?:个|家|者|项|座|条|地|人|所|支|种)[\\p{Script=Han}]{0,5}?(?:里|中|当中|之中)?[,，]?)?';

/** A 和 B 哪个总投资更大. */
export const WHICH_MORE = new RegExp(
  `^(?<things>.{4,}?)[,，]?${COUNTED}(?:相比)?[,，]?(?:哪(?:一|两)?(?:${MEASURES})?|谁)(?:的)?(?<attribute>[^?,，哪谁几多少最更]{0,10}?)(?:更|最|比较|较|要)?(?<order>多|少|大|小|高|低|长|短|贵|便宜|重|轻|远|近|快|慢)(?:一些|一点|些|点|呢)?[?。]?$`,
  'u',
);

/** A 多还是 B 多. */
export const MORE_OR =
  /^(?<left>.{2,}?)(?:更|比较|要)?(?<order>多|少|大|小|高|低|长|短|贵|便宜|重|轻|远|近|快|慢)[,，]?还是(?<right>.{2,}?)(?:更|比较|要)?\k<order>(?:一些|一点|些|点|呢)?[?。]?$/u;

/** A、B、C 三项中，增长最快的是哪一项; 这几类里面积最大的是哪一类. */
export const MOST_OF =
  /^(?<things>.{2,}?)(?:这|那)?(?:[两二三四五六七八九几]|各)?(?:大)?(?:[项个类种样处家座者条支所]|方面)?(?:里面?|当中|之中|中(?![心国学间山医央东小型]))?[,，]?(?<attribute>(?:(?<=[里面,，]|[项个类种样处家座者条支所当之]中)\p{Script=Han}{0,8}?)?)(?:得|的)?最(?<order>多|大|高|长|快|重|远|贵|少|小|低|短|慢|轻|近)的(?:那)?一?(?:[项个类种样处家座条])?(?:是|叫)?(?:哪|什么|谁)/u;

/** A 是 B 的几倍. */
export const TIMES_AS_MUCH =
  /^(?<left>.{2,}?)(?:[,，]?(?:将|会|就|差不多|大约|大概)?(?:是|相当于|等于|达到?了?)|[,，]为)(?<right>.{2,}?)的(?:多少|几)倍[?。]?$/u;

/** A 和 B 哪个在前. */
export const WHICH_FIRST =
  /^(?<things>.{4,}?)[,，]?(?:(?:这)?[两二](?:个|件|场|次|者)?(?:事|活动|会议|会)?[,，]?)?(?:哪(?:一)?(?:个|项|件|场|次|家|条|座|届|篇)?|谁)(?:的)?(?:时间|日期|举行|召开|开幕|发生)?(?:得)?(?:更|最|比较|较|要)?(?<order>早|晚|在前|在后|靠前|靠后|在先|先|后)(?:举行|召开|开幕|举办|发生|开工|启动|一些|些|呢)?[?。]?$/u;

/** A 和 B 相隔几天. */
export const DAYS_BETWEEN =
  /^(?<things>.{4,}?)[,，]?(?:之间|中间|前后|时间(?:上)?)?(?:相隔|相距|间隔|相差|隔)(?:了)?(?:多少|几)(?:天|日)[?。]?$/u;

/** A 比 B 多多少. */
export const MORE_THAN =
  /^(?<left>.{2,}?)(?:要)?比(?![邻例重赛较如特值率亚利])(?<right>.{2,}?)(?:要)?(?<order>多|少|高|低|大|小|长|短|贵|重|轻)(?:出|了)?(?<attribute>[^?,，几多少]{0,4}?)(?:多少|几)(?<unit>[^?,，]{0,4})[?。]?$/u;

/** A 和 B 相差多少. */
export const APART = /^(?<things>.{4,}?)(?:之间)?(?:相差|差距|差)(?:是|有|了)?(?:多少|几)(?<unit>[^?,，天日]{0,4})[?。]?$/u;

/** A 减去 B 还有多少. */
export const TAKEN_OFF =
  /^(?<things>.{4,}?减(?:去|掉).{2,}?)[,，](?:差额|差|结果|剩下|剩余|余额|还剩|还有|等于)(?:是|有|为|得)?(?:多少|几)(?<unit>[^?,，]{0,4})[?。]?$/u;

/** A、B 两项合计多少. */
export const TOGETHER =
  /^(?<things>.{4,}?)[,，]?(?:这|那)?(?:[两二三四五六七八九](?:个|家|者|项|座|条|地|人|所|支|种|档|类|部分|方面)?[^?,，一合共总加几多少]{0,4})?[,，]?(?:一共|合计|总共|共计|加起来|合起来|总和|总计|共)(?<asked>.{0,16}?(?:多少|几).{0,20})$/u;

/** What is said of the things together behind the last of them: 三类里, 两个方向中. */
export const TOGETHER_TAIL = /(?:这|那)?[两二三四五六七八九](?:[\p{Script=Han}]{1,6})?(?:里面?|中|当中|之中|里边)$/u;

/** What is left of a word for doing in front of a comparison: 只比, 还比. */
export const BEFORE_THAN = /(?:只|仅|还|也|却|要|竟|就)$/u;

/** A comparison with an earlier time, which newspapers write out themselves: 比上年同期增长. */
export const THAN_BEFORE = /上年|去年|同期|上月|上季|环比|同比|前一|以前|此前|之前|原来|当初|刚|最初|时$/u;

/** What a sentence has that tells itself how much more or less something is. */
export const DIFFERS =
  /比(?![例重赛])|相差|差距|领先|落后|相较|[多少高低超]出|[高低多少]于|超过|增[加长至]|上升|提高|减少|下降|翻/u;

/** A clause that only says of what: 这几类土地里. */
export const SAYS_WHERE = /(?:(?<![公英海华])里|中|当中|之中|以来|期间|(?<!小)时|后|前)[,，]?$/u;

/** Words that join the things. */
export const JOINERS: ReadonlySet<string> = new Set(['和', '与', '跟', '同', '以及', '及', '还有', '减去', '减掉']);

/** The same where the dictionary takes them for a part of a name beside them; not in 和平, 共和, 参与, 跟踪. */
export const JOINING_SIGN = /(?<![共祥温缓柔饱总调暖随平参赠给授])[和与跟](?![平谐睦会解田县气善踪随进])/gu;

/** Orders whose answer is the least of them. */
export const LEAST: ReadonlySet<string> = new Set(['少', '小', '低', '短', '便宜', '轻', '近', '慢']);

/** Orders whose answer is the later one. */
export const LATER: ReadonlySet<string> = new Set(['晚', '在后', '靠后', '后']);

/** What is measured, at the end of a thing: 新桥的总投资, 新桥全长. */
export const MEASURED_TAIL =
  /(?:的)?(?<attribute>(?:计划|年度)?(?:总)?(?:投资额?|面积|占地面积?|长度|全长|高度|宽度|造价|金额|价格|产量|产值|收入|营收|利润|人数|人口|数量|规模|得分|分数|成绩|增速|增幅|比例|容量|重量|里程|票房|销量|客流量?|吞吐量|参展企业|员工|就业)(?:数)?)$/u;

/** The question words that make a clause a question of its own; not 几何, 没什么, 未来几年, 每隔几天. */
export const ASKS =
  /谁|哪(?!怕)|(?<![没无有])什么(?!的|都)|啥|(?<!任)何(?:时|地|处|人|年|月|日|种)|(?<![\d十百千来近前这那好每隔数的了头上下])几(?![何乎度经次番]|年来)|多少|多[大长高远久重深宽]|怎么|怎样|如何|为何/u;

/** What takes a question word for anything at all: 无论何种. */
export const ANY_AT_ALL = /无论|不论|不管|任凭/u;

/** X 的那个市，它…: a thing that is only described. */
export const DESCRIBED =
  /^(?<inner>.{4,}?)的(?:那|这)(?:一)?(?:个|家|位|座|条|项|名|所|场|次|支|种)(?<noun>[\p{Script=Han}]{1,5}?)[,，](?<rest>.{4,})$/u;

/** X 所在的区: where something is, as a name. */
export const SEATED = /^(?<inner>.{3,}?)(?:所在|位于|坐落)的(?:那个)?(?<noun>省|市|区|县|镇|街道|乡|村|国家|城市|区市)[,，]?(?<rest>.{2,})$/u;

/** What happened, on a day or at a place: 哪两件事, 哪几场会议. */
export const HAPPENINGS =
  /哪(?<count>两|二|三|四|五|几|些)(?:个|件|场|次|项|起|种)?(?:重要|重大|主要|大型)?(?<kind>[\p{Script=Han}]{0,12}?)(?<noun>大事|事情|事件|事|会议|大会|会|活动|仪式|比赛|赛事|展览|展会|论坛|培训|项目)[?。]?$/u;

/** Verbs of happening: what was held or begun stands before or behind them. */
export const HAPPENS =
  /举行|举办|召开|开幕|闭幕|启动|启用|启航|签署|签约|签订|揭牌|揭幕|开工|动工|奠基|竣工|完工|通车|开通|运营|投产|投用|发布|成立|落成|开业|开赛|开馆|开园|上线|首发|封顶|交付|落户|开班|开营/u;
