// A browser's cookies over the HTTP door of a test: what it is given it sends again.
import type { TestApp } from '../app.ts';

export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: object): Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown> & { readonly code?: string };
  readonly setCookies: readonly string[];
}

export function openBrowser(app: TestApp, headers: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await app.request(`http://localhost${path}`, {
      ...init,
      headers: {
        host: 'localhost',
        'user-agent': 'Test browser',
        ...headers,
        ...(cookie ? { cookie } : {}),
      },
    });
    const setCookies = reply.headers.getSetCookie();
    for (const one of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (/max-age=0/i.test(one)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? {} : (JSON.parse(text) as Reply['body']), setCookies };
  };
  return {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, body) => ask(path, { method: 'POST', body: body === undefined ? '' : JSON.stringify(body) }),
  };
}
