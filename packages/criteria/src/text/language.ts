// Picks the Vietnamese or English field of data that has both.
import type { Lang } from './catalogue.ts';

type Both<K extends string> = Readonly<Record<`${K}Vi` | `${K}En`, string>>;

/** `inLanguage(criterion, 'name', 'vi')` is `criterion.nameVi`. */
export function inLanguage<K extends string>(data: Both<K>, field: K, lang: Lang): string {
  return lang === 'vi' ? data[`${field}Vi`] : data[`${field}En`];
}
