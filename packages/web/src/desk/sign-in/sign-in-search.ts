// What the address of signing in holds: where to go on to, on this site alone, and the name to sign in by.

export type SignInSearch = {
  next?: string | undefined;
  username?: string | undefined;
  lang?: string | undefined;
};

export function readSignInSearch(raw: Record<string, unknown>): SignInSearch {
  const { next, username, lang } = raw;
  return {
    // an address of another site must not be reached through ours
    next: typeof next === 'string' && /^\/desk\/(?!sign-in)/.test(next) ? next : undefined,
    username: typeof username === 'string' ? username.slice(0, 120) : undefined,
    lang: typeof lang === 'string' && /^(vi|en|pseudo)$/.test(lang) ? lang : undefined,
  };
}
