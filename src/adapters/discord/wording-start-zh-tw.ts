/** What starting, stopping and registering say, in traditional Chinese. */
import type { StartWording } from './wording-start-zh-cn.ts';

const usage = `用法：npm run deploy-commands [-- 選項]

把指令登記到 Discord：設定了 DISCORD_GUILD 就只登記到那個伺服器，馬上可用；沒有設定就登記到所有地方。
沒有變化就什麼都不寫。

  --global   即使設定了 DISCORD_GUILD，也登記到所有地方，並清除那個伺服器裡的
  --dry-run  只列出差別，什麼都不寫
  --help     顯示這段說明

結束狀態：0 成功，1 失敗，2 用法或設定有誤。
`;

const login: StartWording['login'] = {
  'token-refused': (detail) =>
    `Discord 不認 DISCORD_TOKEN 這個權杖（${detail}）。請在 https://discord.com/developers/applications 打開您的應用程式，在 Bot 頁按 Reset Token，把新的權杖原樣寫進 .env，再來一次。`,
  'intents-refused': (detail) =>
    `Discord 沒有核准所要的 Intent（${detail}）。請在 https://discord.com/developers/applications 打開您的應用程式，在 Bot 頁的 Privileged Gateway Intents 下打開 Message Content Intent 並儲存；或者把 MESSAGE_CONTENT 改成 off，再來一次。`,
  'too-many-logins': (until) =>
    `今天登入 Discord 的次數用完了。請等到 ${until} 之後再啟動，並查一查它為什麼反覆重啟；次數見 https://discord.com/developers/docs/events/gateway 的 Session Start Limit。`,
  'shards-refused': (detail) =>
    `Discord 不接受現在的分片數（${detail}）：伺服器太多，一個行程不夠用。請把 SHARDS 設成 auto，再來一次。`,
  refused: (detail) =>
    `Discord 拒絕了這個請求（${detail}）。多半是這台機器的位址請求太多，暫時被擋住，請過一小時再試；用了代理就檢查 DISCORD_API_URL。`,
  'api-missing': (detail) =>
    `DISCORD_API_URL 指的地方沒有 Discord 的介面（${detail}）。請刪掉這個變數，或寫成 https://discord.com/api 那樣、不帶版本號的位址。`,
  'out-of-order': (detail) => `Discord 出了故障（${detail}）。請看 https://discordstatus.com，恢復之後再來一次。`,
  unreachable: (detail) =>
    `連不上 Discord（${detail}）。請檢查網路、DNS 和防火牆；要經過代理，就把代理的位址寫進 DISCORD_API_URL。`,
};

/** Traditional Chinese. */
export const startZhTW: StartWording = {
  usage,
  unknownArgument: (text) => `沒有「${text}」這個選項。用 npm run deploy-commands -- --help 看用法。`,
  noToken:
    '沒有設定 DISCORD_TOKEN。請在 https://discord.com/developers/applications 新建應用程式，在 Bot 頁按 Reset Token，把 DISCORD_TOKEN=權杖 寫進 .env。',
  connecting: '正在連接 Discord……',
  connected: (name, guilds) => `已用 ${name} 登入 Discord，在 ${guilds} 個伺服器裡。按 Ctrl-C 停止。`,
  sharding: (shards) => `啟動 ${shards} 個行程，分擔所有伺服器……`,
  inShard: (shard, text) => `[分片 ${shard}] ${text}`,
  stopping: '正在停止：不再接新的問題，答完手上的就走……',
  stopped: '已停止。',
  login,
  everywhere: '所有地方',
  guild: (id) => `伺服器 ${id}`,
  separator: '、',
  registering: (place) => `指令登記到${place}：`,
  added: (names) => `新增：${names}`,
  changed: (names) => `更新：${names}`,
  removed: (names) => `移除：${names}`,
  unchanged: (count) => `沒有變化：${count} 個`,
  cleared: (place, names) => `清除${place}裡的，免得每個指令出現兩次：${names}`,
  nothing: 'Discord 上的已經是最新的，什麼都沒有寫。',
  dryRun: '這是試運行，什麼都沒有寫。',
  everywhereSoon: '已經打開的 Discord 要重新載入（Ctrl-R）才看得到變化。',
  guildsUnknown:
    '沒有設定 DISCORD_GUILD，所以沒有看單個伺服器裡登記過什麼。如果哪個伺服器裡每個指令出現兩次，請把它的 ID 寫進 DISCORD_GUILD，再執行 npm run deploy-commands -- --global。',
  invite: (url) => `邀請機器人進伺服器：${url}`,
  guildOutOfReach: (id, url) =>
    `機器人進不了伺服器 ${id}（DISCORD_GUILD）：還沒有被邀請，或者邀請時沒有帶 applications.commands。請由能管理那個伺服器的人打開下面的連結，再來一次：${url}`,
  tooManyCreated: '今天在那裡新登記的指令到了 Discord 的上限（一天 200 個）。請明天再來。',
  failed: (message) => `沒有登記成：${message}`,
};
