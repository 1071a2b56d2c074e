/** Why the server cannot listen, and how that is said to whoever started it. */
import type { Localized } from '../../app/locale.ts';

/** Why an address cannot be used. */
export type ListenReason = 'in-use' | 'no-rights' | 'not-here' | 'other';

/** Where it was to listen. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The server cannot listen at an address; `said` is for people, the message for logs. */
export class HttpAddressError extends Error {
  override readonly name = 'HttpAddressError';
  readonly reason: ListenReason;
  readonly said: Localized;

  constructor(reason: ListenReason, { host, port }: Address, cause?: unknown) {
    const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
    super(`Cannot listen at ${address}: ${reason}.`, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.said = SAID[reason](address);
  }
}

const SAID: Readonly<Record<ListenReason, (address: string) => Localized>> = {
  'in-use': (address) => ({
    'zh-CN': `${address} 已经被别的程序占用。请把 HTTP_PORT 换成别的端口，或停掉那个程序。`,
    'zh-TW': `${address} 已經被別的程式占用。請把 HTTP_PORT 換成別的連接埠，或停掉那個程式。`,
    en: `${address} is in use by another program. Set HTTP_PORT to another port, or stop that program.`,
  }),
  'no-rights': (address) => ({
    'zh-CN': `没有权限使用 ${address}。请把 HTTP_PORT 换成 1024 以上的端口。`,
    'zh-TW': `沒有權限使用 ${address}。請把 HTTP_PORT 換成 1024 以上的連接埠。`,
    en: `No rights to use ${address}. Set HTTP_PORT to a port from 1024 up.`,
  }),
  'not-here': (address) => ({
    'zh-CN': `${address} 不是这台机器的地址。请检查 HTTP_HOST；不写就是 127.0.0.1。`,
    'zh-TW': `${address} 不是這台機器的位址。請檢查 HTTP_HOST；不寫就是 127.0.0.1。`,
    en: `${address} is no address of this machine. Check HTTP_HOST; without it, 127.0.0.1 is used.`,
  }),
  other: (address) => ({
    'zh-CN': `无法在 ${address} 打开端口。请检查 HTTP_HOST 和 HTTP_PORT。`,
    'zh-TW': `無法在 ${address} 開啟連接埠。請檢查 HTTP_HOST 和 HTTP_PORT。`,
    en: `The port at ${address} cannot be opened. Check HTTP_HOST and HTTP_PORT.`,
  }),
};

const REASONS: ReadonlyMap<unknown, ListenReason> = new Map([
  ['EADDRINUSE', 'in-use'],
  ['EACCES', 'no-rights'],
  ['EPERM', 'no-rights'],
  ['EADDRNOTAVAIL', 'not-here'],
  ['ENOTFOUND', 'not-here'],
  ['EAI_AGAIN', 'not-here'],
]);

/** What it means that listening failed; `null` for what the system did not say. */
export function listenFault(fault: unknown, address: Address): HttpAddressError | null {
  if (!(fault instanceof Error) || !('code' in fault)) return null;
  return new HttpAddressError(REASONS.get(fault.code) ?? 'other', address, fault);
}
