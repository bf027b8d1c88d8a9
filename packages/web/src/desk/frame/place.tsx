// A unit by its kind and name, the way it is said: "huyện Nậm Nhùn", "Lai Châu province".
import { type Text, useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';

type Unit = { name: string; kind: string };

const KINDS = ['province', 'city', 'district', 'commune', 'township', 'ward', 'special-zone'] as const;

/** As part of a screen: the name is data, the kind is ours. `first`: the line begins with it. */
export function Place(props: { unit: Unit; first?: boolean }) {
  const { unit, first } = props;
  const { t } = useText();
  const kind = KINDS.find((one) => one === unit.kind);
  if (unit.kind === 'nation') return t('place.nation');
  if (kind === undefined) return <Data>{unit.name}</Data>;
  const said = <Say k={`place.${kind}`} values={{ name: <Data>{unit.name}</Data> }} />;
  return first ? <span className="sentence-case">{said}</span> : said;
}

/** As plain text, for titles and names that a reader hears. */
export function placeText(unit: Unit, text: Text): string {
  const kind = KINDS.find((one) => one === unit.kind);
  if (unit.kind === 'nation') return text.t('place.nation');
  return kind === undefined ? unit.name : text.t(`place.${kind}`, { name: unit.name });
}
