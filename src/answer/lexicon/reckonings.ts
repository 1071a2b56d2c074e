/** How what no sentence says, but follows from one, is asked for: data only, folded. */

/** 还没有签约的有几个; 还有几起没破, 有多少个项目尚未开工. */
export const NOT_YET: readonly RegExp[] = Object.freeze([
  /(?:[还尚仍]没有?|[还尚仍]未|没有?|未)(?:被|能)?(?<verb>\p{Script=Han}{1,4}?)的\p{Script=Han}{0,8}?(?:[还一总]?共)?(?:还?有|是|还?剩下?)?(?:多少|几)(?<unit>\p{Script=Han}{1,3})[?。]?$/u,
  /(?:[还尚仍]?有|[还尚仍]?剩下?|[还尚仍]差)(?:多少|几)(?<unit>\p{Script=Han}{1,2}?)\p{Script=Han}{0,4}?(?:[还尚仍]没有?|[还尚仍]未|没有?|未)(?:被|能)?(?<verb>\p{Script=Han}{1,4}?)了?[?。]?$/u,
]);

/** What makes a number one of those that are left: 未破案. */
export const NOT = /[未没不]有?(?:被|能)?\p{Script=Han}?$/u;

/** X 以外的部分有多少公里. */
export const OUTSIDE =
  /(?<place>\p{Script=Han}{2,12}?)(?:以外|之外)(?:的)?\p{Script=Han}{0,8}?(?:有|是|为|长|共)?(?:多少|几)(?<unit>\p{Script=Han}{1,4})[?。]?$/u;

/** 一共开几天. */
export const DAYS_LONG =
  /(?:开|办|举办|举行|持续|进行|历时|为期|展出|展览|开放|放假|放|休)(?:了|放)?(?:多少|几)天[?。]?$/u;

/** What lasts for days has one of these beside its days. */
export const LASTS = /举行|举办|召开|开展|展出|展览|开放|进行|开幕|放假|休市|休息|持续/u;

/** 这一届之前办过几届. */
export const ROUNDS_BEFORE =
  /(?:之前|以前|此前)(?:[^?。]{0,24}?)(?:办|举办|举行|开|召开|进行|开展|组织)(?:过|了)(?:多少|几)(?<round>[届期次轮场季])[?。]?$/u;
