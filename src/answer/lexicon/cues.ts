/**
 * Words that announce what kind of thing follows or goes before: a reason, a purpose, a means, a name, a definition.
 *
 * Each is a source of a pattern over folded text; the longer stand before the shorter.
 */

/** What a cue announces. */
export type Cue = 'reason' | 'purpose' | 'means' | 'name' | 'definition' | 'place' | 'agent' | 'result' | 'content';

/** Cues by what they announce; what they announce stands behind them. */
export const CUES: Readonly<Record<Cue, string>> = Object.freeze({
  reason: '因为|由于|缘于|源于|得益于|出于|鉴于|基于|原因是|原因在于|受|因',
  purpose: '为了|旨在|以便|以期|目的是|意在|致力于|为',
  means: '通过|采取|采用|利用|借助|依托|运用|按照|根据|以|用|靠|凭',
  name: '名字叫|被称为|称为|称之为|俗称|又称|简称|全称|名为|取名|命名为|称作|叫做|叫作|誉为|号称|人称|外号|绰号|笔名|原名|别名|叫|名',
  definition: '是指|指的是|意思是|意为|定义为|是一[种个项家座部位名所]|为一[种个项家座部]|即|指|是',
  place: '位于|坐落于|坐落在|地处|设在|落户|落地|来自|前往|抵达|出生于|生于|毕业于|发源于|分布于|栖息于|在|于|到|至|从',
  agent: '由|被|让|为|受|经',
  result: '因此|因而|所以|从而|使得|导致|造成|引起|使|令',
  content: '包括|包含|涵盖|涉及|分为|分别是|分别为|分别有|主要有|如|有|等',
});

/** Cues that stand behind what they speak of: 张三说, 李四任主任. */
export const CUES_BEHIND: Readonly<Record<'speech' | 'act' | 'label', string>> = Object.freeze({
  speech: '表示|介绍|认为|指出|强调|要求|告诉|透露|坦言|主持|说|称',
  act: '担任|出任|当选|获得|夺得|荣获|率|带领|创作|执导|主演|设计|发明|创立|创办|成立|提出|发现|建立|任',
  label: '等|之一|的',
});
