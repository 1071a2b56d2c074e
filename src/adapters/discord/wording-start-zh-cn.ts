/** What starting, stopping and registering say, in simplified Chinese; the other languages are typed by this one. */
import type { LoginFaultCode } from './login-faults.ts';

const usage = `用法：npm run deploy-commands [-- 选项]

把命令登记到 Discord：设置了 DISCORD_GUILD 就只登记到那个服务器，马上可用；没有设置就登记到所有地方。
没有变化就什么都不写。

  --global   即使设置了 DISCORD_GUILD，也登记到所有地方，并清除那个服务器里的
  --dry-run  只列出差别，什么都不写
  --help     显示这段说明

退出状态：0 成功，1 失败，2 用法或配置有误。
`;

const login: Readonly<Record<LoginFaultCode, (detail: string) => string>> = {
  'token-refused': (detail) =>
    `Discord 不认 DISCORD_TOKEN 这个令牌（${detail}）。请在 https://discord.com/developers/applications 打开您的应用，在 Bot 页按 Reset Token，把新的令牌原样写进 .env，再来一次。`,
  'intents-refused': (detail) =>
    `Discord 没有批准所要的 Intent（${detail}）。请在 https://discord.com/developers/applications 打开您的应用，在 Bot 页的 Privileged Gateway Intents 下打开 Message Content Intent 并保存；或者把 MESSAGE_CONTENT 改成 off，再来一次。`,
  'too-many-logins': (until) =>
    `今天登录 Discord 的次数用完了。请等到 ${until} 之后再启动，并查一查它为什么反复重启；次数见 https://discord.com/developers/docs/events/gateway 的 Session Start Limit。`,
  'shards-refused': (detail) =>
    `Discord 不接受现在的分片数（${detail}）：服务器太多，一个进程不够用。请把 SHARDS 设成 auto，再来一次。`,
  refused: (detail) =>
    `Discord 拒绝了这个请求（${detail}）。多半是这台机器的地址请求太多，暂时被挡住，请过一小时再试；用了代理就检查 DISCORD_API_URL。`,
  'api-missing': (detail) =>
    `DISCORD_API_URL 指的地方没有 Discord 的接口（${detail}）。请删掉这个变量，或写成 https://discord.com/api 那样、不带版本号的地址。`,
  'out-of-order': (detail) => `Discord 出了故障（${detail}）。请看 https://discordstatus.com，恢复之后再来一次。`,
  unreachable: (detail) =>
    `连不上 Discord（${detail}）。请检查网络、DNS 和防火墙；要经过代理，就把代理的地址写进 DISCORD_API_URL。`,
};

/** Simplified Chinese. */
export const startZhCN = {
  usage,
  unknownArgument: (text: string): string => `没有“${text}”这个选项。用 npm run deploy-commands -- --help 看用法。`,
  noToken:
    '没有设置 DISCORD_TOKEN。请在 https://discord.com/developers/applications 新建应用，在 Bot 页按 Reset Token，把 DISCORD_TOKEN=令牌 写进 .env。',
  connecting: '正在连接 Discord……',
  connected: (name: string, guilds: number): string =>
    `已用 ${name} 登录 Discord，在 ${guilds} 个服务器里。按 Ctrl-C 停止。`,
  sharding: (shards: number): string => `启动 ${shards} 个进程，分担所有服务器……`,
  inShard: (shard: number, text: string): string => `[分片 ${shard}] ${text}`,
  stopping: '正在停止：不再接新的问题，答完手上的就走……',
  stopped: '已停止。',
  login,
  everywhere: '所有地方',
  guild: (id: string): string => `服务器 ${id}`,
  /** Between names. */
  separator: '、',
  registering: (place: string): string => `命令登记到${place}：`,
  added: (names: string): string => `新增：${names}`,
  changed: (names: string): string => `更新：${names}`,
  removed: (names: string): string => `移除：${names}`,
  unchanged: (count: number): string => `没有变化：${count} 个`,
  cleared: (place: string, names: string): string => `清除${place}里的，免得每个命令出现两次：${names}`,
  nothing: 'Discord 上的已经是最新的，什么都没有写。',
  dryRun: '这是试运行，什么都没有写。',
  everywhereSoon: '已经打开的 Discord 要重新载入（Ctrl-R）才看得到变化。',
  guildsUnknown:
    '没有设置 DISCORD_GUILD，所以没有看单个服务器里登记过什么。如果哪个服务器里每个命令出现两次，请把它的 ID 写进 DISCORD_GUILD，再运行 npm run deploy-commands -- --global。',
  invite: (url: string): string => `邀请机器人进服务器：${url}`,
  guildOutOfReach: (id: string, url: string): string =>
    `机器人进不了服务器 ${id}（DISCORD_GUILD）：还没有被邀请，或者邀请时没有带 applications.commands。请由能管理那个服务器的人打开下面的链接，再来一次：${url}`,
  tooManyCreated: '今天在那里新登记的命令到了 Discord 的上限（一天 200 个）。请明天再来。',
  failed: (message: string): string => `没有登记成：${message}`,
};

/** Everything that starting, stopping and registering say, in one language. */
export type StartWording = typeof startZhCN;
