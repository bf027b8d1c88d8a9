// Under the name of a commune or a criterion: which round, judged by which decree, figures as of which day.
import type { Bilingual } from '../../text/language.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Law, Say } from '../../text/say.tsx';

type Heading = { roundName: Bilingual; decree: string | null; asOf: string };

export function PageHeading(props: { page: Heading }) {
  const { roundName, decree, asOf } = props.page;
  const { of, day } = useText();
  const values = { round: <Data>{of(roundName)}</Data>, date: day(asOf) };
  if (decree === null) return <Say k="commune.headingNoSet" values={values} />;
  return <Say k="commune.heading" values={{ ...values, decree: <Law>{decree}</Law> }} />;
}
