// Who is signed in, asked once for all screens.
import { useQuery } from '@tanstack/react-query';
import type { Role } from '@vungbuoc/programme/principals';
import { fetchMe } from '../../data/accounts.ts';

export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => fetchMe(signal), staleTime: Infinity });
}

/** Whether whoever is here holds one of the roles anywhere; whoever runs the program itself holds them all. */
export function useHolds(...roles: readonly Role[]): boolean {
  const { data } = useMe();
  if (!data) return false;
  return data.kind === 'local' || data.grants.some(({ role }) => roles.includes(role));
}
